defmodule Honey.Sim do
  @moduledoc """
  Runs a module's kernel code on the BEAM: for unit tests, without root and without BPF in the kernel.

  What runs is what the compiler has made of the code, after all but its last steps, and not the
  Elixir source. So integers wrap as in the kernel, map types store what the kernel's store,
  `overflow: :raise` raises, and a program that raises ends with what its kind is to return then. The same
  inputs give the same results as in the kernel; Honey's own tests check the two against each other.

      defmodule Starts do
        use Honey, license: "GPL"
        import Honey.BpfHelpers

        defmap :started, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64

        @sec "tracepoint/sched/sched_process_exec"
        def on_exec(ctx) do
          bpf_map_update_elem(:started, ctx.pid, bpf_ktime_get_ns(), :bpf_any)
          0
        end

        def age(started, now), do: div(now - started, 1_000_000)
        def per_second(count, seconds), do: div(count, seconds)
      end

      iex> result = Honey.Sim.run(Starts, :on_exec, ctx: %{pid: 7}, time: 500)
      iex> result.maps.started
      %{7 => 500}

      iex> Honey.Sim.run(Starts, :age, args: [2_000_000, 5_000_000]).value
      3

  Any function can be run that the kernel could: a program with its context, any other `def` or `defp` with
  arguments, whether a program calls it or not.

  ## Several runs

  `new/2` makes a simulation whose maps and variables, and whose clock, are kept from one run to the next:

      iex> sim = Honey.Sim.new(Starts, time: {1000, 10})
      iex> %{sim: sim} = Honey.Sim.run(sim, :on_exec, ctx: %{pid: 1})
      iex> %{sim: sim} = Honey.Sim.run(sim, :on_exec, ctx: %{pid: 2})
      iex> Honey.Sim.map(sim, :started)
      %{1 => 1000, 2 => 1010}

  A simulation is plain data. A run gives a new one and leaves the old as it was, so tests share
  nothing and may be `async: true`.

  ## Where it is not the kernel

    * There is one CPU that runs, one program at a time: nothing happens between two lines.
    * A full `:bpf_lru_hash` drops the key that was used least recently. The kernel only approximates
      that, and may drop several: a test should not depend on which.
    * The default time is 0, and does not pass by itself. `advance/2` lets it go on, and calls what timers are to call.
    * A lookup and an update that have become one access (`fuse:`) are one here as well: functions in
      `helpers:` do not see the update.
  """

  alias Honey.{Argument, Suggestion, Unit}
  alias Honey.Sim.{Code, Map, Result, Ring, Run, Timer, Var, World}

  @enforce_keys [:module, :source, :programs, :maps, :rings, :vars, :world, :cpus, :helpers]
  @derive {Inspect, only: [:module]}
  defstruct [:module, :source, :programs, :maps, :rings, :vars, :world, :cpus, :helpers]

  @typedoc "A simulation: plain data, which a run gives anew and never changes."
  @type t :: %__MODULE__{}

  @typedoc "What `types:` can say of an argument; see `run/3`."
  @type type :: :s64 | :u64 | :boolean | atom | tuple | map | [type]

  @new_options [:maps, :vars, :cpus, :helpers] ++ World.names()
  @run_options [:args, :types, :ctx] ++ (@new_options -- [:cpus])

  @doc """
  A simulation of a module, to run its functions in one after the other.

  Options, which hold for all runs until one says otherwise:

    * `maps:` - what maps hold: `%{started: %{7 => 500}}`. The others have what their `entries:` say, or
      nothing. The value of a per-CPU
      map is a list with one value for each CPU, or, with one CPU, just that value; a queue, a stack or a
      bloom filter is the list of its values, in the order in which they were pushed; a program array has
      the names of programs
    * `vars:` - what variables are, `[threshold: 5]`; the others are their defaults
    * `time:` - what `bpf_ktime_get_ns` and the other clocks answer: an integer (default 0); `{start, step}`, a clock that
      goes on with each reading; or a function without arguments
    * `pid:`, `tgid:` - the current thread and its process, which is the same number if not given
      (default 1)
    * `uid:`, `gid:` (default 0), `comm:` (default `"sim"`)
    * `cpu:` - the CPU that runs the program (default 0), of `cpus:` (default: no more than needed)
    * `cgroups:` - the ids of the control groups from the root to the current task's own (default `[1]`)
    * `memory:` - what is at addresses that programs read: `%{0x1000 => "text"}`. Nothing else is
      there
    * `stack:` - the addresses that `bpf_get_stackid` keeps, the innermost first (default: none)
    * `random:` - what `bpf_get_prandom_u32` answers: an integer, or a function without arguments
      (default: numbers that are the same in every simulation)
    * `numa_node:`, `cookie:` (default 0) - what `bpf_get_numa_node_id` and `bpf_get_attach_cookie`
      answer
    * `helpers:` - functions in place of the kernel's: `%{bpf_map_update_elem: fn _, _, _, _ -> {:error, :enomem} end}`.
      Arguments and results are as in `Honey.BpfHelpers`

  What does not fit the module, such as the name of a map that it does not have, raises `ArgumentError`.

      iex> sim = Honey.Sim.new(Starts, time: {1000, 10}, pid: 42)
      iex> Honey.Sim.run(sim, :on_exec, ctx: %{pid: 1}).maps.started
      %{1 => 1000}
  """
  @spec new(module, keyword) :: t
  def new(module, options \\ []) do
    unless is_atom(module),
      do: Argument.wrong!("Honey.Sim.new/2 wants a module that says `use Honey`", module)

    Argument.options!(options, @new_options, "Honey.Sim.new/2")
    start(module, options)
  end

  @doc """
  Runs a function of a module, or of a simulation.

  Options are those of `new/2` (but `cpus:`, where a simulation is given, which has its own), and

    * `ctx:` - for a program, the fields of its context that it reads: `%{pid: 7}`; data that it reads at their address, such
      as a string of any length, are a binary: `%{filename: "/bin/sh"}`
    * `args:` - for any other function, its arguments: integers, atoms, booleans, nil, and tuples, lists and maps of these
    * `types:` - the arguments' types, where their values do not tell: one for each argument, of `:s64`,
      `:u64`, `:boolean`, an atom, a tuple or map of types, or a list of alternatives such as
      `[nil, {:ok, :u64}]`. If not given, an integer is `:s64`, or `:u64` beyond 2^63 - 1; nil is `[:s64, nil]`; a boolean may be either

  With a simulation, `maps:` replaces what those maps hold, and `vars:` sets those variables; the others keep theirs.

  A function that raises in the kernel does not raise here: `raised` of the result says what and
  where. What raises is a wrong call: `ArgumentError` for options that do not fit the function or a field that
  is read and not given, `Honey.CompileError` for a function that cannot be compiled.

      iex> Honey.Sim.run(Starts, :on_exec, ctx: %{pid: 7}, time: 500).return
      0

      iex> Honey.Sim.run(Starts, :age, args: [0, 2_000_000], types: [:u64, :u64]).value
      2

      iex> Honey.Sim.run(Starts, :per_second, args: [10, 0]).raised.kind
      :arithmetic
  """
  @spec run(module | t, atom, keyword) :: Result.t()
  def run(module_or_sim, function, options \\ [])

  def run(module, function, options) when is_atom(module) do
    Argument.options!(options, [:cpus | @run_options], "Honey.Sim.run/3")
    {new, run} = Keyword.split(options, @new_options)
    module |> start(new) |> Run.execute(function, run)
  end

  def run(%__MODULE__{} = sim, function, options) do
    Argument.options!(options, @run_options, "Honey.Sim.run/3")
    {set, run} = Keyword.split(options, @new_options)

    # The clock goes on; what else was set for this run ends with it.
    result = sim |> set(set) |> Run.execute(function, run)

    %{
      result
      | sim: %{result.sim | world: world_after(sim, result.sim, set), helpers: sim.helpers}
    }
  end

  def run(other, _function, _options),
    do:
      Argument.wrong!(
        "Honey.Sim.run/3 wants a module that says `use Honey`, or a simulation",
        other
      )

  defp world_after(before, later, set) do
    if Keyword.has_key?(set, :time),
      do: before.world,
      else: %{before.world | readings: later.world.readings}
  end

  @doc """
  What a map of the simulation holds: as `maps` of a `Honey.Sim.Result`. A name that the module does not have raises
  `ArgumentError`.

      iex> sim = Honey.Sim.new(Starts, maps: %{started: %{7 => 500}})
      iex> Honey.Sim.map(sim, :started)
      %{7 => 500}
  """
  @spec map(t, atom) :: %{term => term} | [term]
  def map(%__MODULE__{} = sim, name), do: sim |> fetch_map!(name) |> Map.contents()

  @doc """
  The simulation with a map that holds this and nothing else.

      iex> sim = Starts |> Honey.Sim.new() |> Honey.Sim.put_map(:started, %{1 => 10})
      iex> Honey.Sim.map(sim, :started)
      %{1 => 10}
  """
  @spec put_map(t, atom, Enumerable.t()) :: t
  def put_map(%__MODULE__{} = sim, name, contents) do
    map = fetch_map!(sim, name)
    map = %{Map.fill(map, contents!(map, contents)) | timers: %{}}
    %{sim | maps: Elixir.Map.put(sim.maps, name, map)}
  end

  defp contents!(%{key: nil} = map, contents),
    do: Argument.list!(contents, "map #{inspect(map.name)} holds a list of values")

  defp contents!(map, contents) do
    Argument.list!(
      contents,
      "map #{inspect(map.name)} holds values by their keys, such as `%{1 => 2}`"
    )
  end

  @doc """
  Takes all records out of a ring of events, as its reader does: the structs, the oldest first, and the
  simulation in which the ring has room again.

  What runs emit stays in the ring until then. One that is full loses what comes, as in the kernel.

      %{sim: sim} = Honey.Sim.run(Execs, :on_exec, ctx: %{pid: 7}, comm: "ls")
      {[%Execs.Exec{pid: 7, comm: "ls"}], sim} = Honey.Sim.drain(sim, :events)
  """
  @spec drain(t, atom) :: {[struct], t}
  def drain(%__MODULE__{} = sim, name) do
    case sim.rings do
      %{^name => ring} ->
        {events, ring} = Ring.drain(ring)
        {events, %{sim | rings: %{sim.rings | name => ring}}}

      rings ->
        raise ArgumentError,
              "#{inspect(sim.module)} has no ring #{inspect(name)}; it has #{Argument.names(Elixir.Map.keys(rings))}"
    end
  end

  @doc """
  Lets the clock of a simulation go on by so many nanoseconds, and calls the functions of the timers
  (`Honey.Timer`) that are due until then, in the order of their times: those too that these start.

  The result has what all of them did, and in `raised` what the first of them raised that did.

      %{sim: sim} = Honey.Sim.run(Sessions, :packet, ctx: %{packet: packet})
      %{maps: %{sessions: %{}}} = Honey.Sim.advance(sim, 10_000_000_000)
  """
  @spec advance(t, non_neg_integer) :: Result.t()
  def advance(%__MODULE__{} = sim, nanoseconds)
      when is_integer(nanoseconds) and nanoseconds >= 0 do
    until = World.now(sim.world) + nanoseconds
    Run.advance(sim, until)
  end

  @doc """
  When the timers of a map (`Honey.Timer`) are due, by their keys: nanoseconds of the simulation's clock.

      %{sim: sim} = Honey.Sim.run(Sessions, :packet, ctx: %{packet: packet}, time: 1_000)
      Honey.Sim.timers(sim, :sessions)   #=> %{0x0A000001 => 10_000_001_000}
  """
  @spec timers(t, atom) :: %{term => non_neg_integer}
  def timers(%__MODULE__{} = sim, name) do
    map = fetch_map!(sim, name)
    Elixir.Map.new(Timer.pending(map), fn {key, timer} -> {Map.key_term(map, key), timer.due} end)
  end

  @doc """
  What a variable of the simulation is.

      sim = Honey.Sim.new(Limiter, vars: [threshold: 5])
      Honey.Sim.var(sim, :threshold)   #=> 5
  """
  @spec var(t, atom) :: term
  def var(%__MODULE__{} = sim, name) do
    case Var.contents(sim.vars) do
      %{^name => value} ->
        value

      vars ->
        raise ArgumentError,
              "#{inspect(sim.module)} has no variable #{inspect(name)}; it has #{Argument.names(Elixir.Map.keys(vars))}" <>
                Suggestion.did_you_mean(name, Elixir.Map.keys(vars))
    end
  end

  ## Making

  defp start(module, options) do
    source = Code.read(module)
    programs = Code.programs(source.unit)
    cpus = Keyword.get(options, :cpus) || default_cpus(options)

    if not (is_integer(cpus) and cpus > 0) do
      raise ArgumentError, "cpus: of a simulation is a positive integer, not #{inspect(cpus)}"
    end

    {rings, maps} = Enum.split_with(programs.maps, & &1.types)
    structs = programs.atoms.types
    names = for {_, f} <- programs.functions, f.program, do: elem(f.name, 0)
    entries = Unit.entries(source.unit)

    set(
      %__MODULE__{
        module: module,
        source: source,
        programs: programs,
        maps:
          Elixir.Map.new(maps, fn row ->
            map = Map.new(row, cpus, structs, names)
            {row.name, Map.begin(map, entries[row.name] || [])}
          end),
        rings: Elixir.Map.new(rings, &{&1.name, Ring.new(&1, structs)}),
        vars: programs.vars,
        world: %World{types: structs},
        cpus: cpus,
        helpers: %{}
      },
      options
    )
  end

  defp default_cpus(options) do
    case Keyword.get(options, :cpu, 0) do
      cpu when is_integer(cpu) and cpu >= 0 -> cpu + 1
      _ -> 1
    end
  end

  defp set(sim, options) do
    sim = %{sim | world: World.put(sim.world, options)}

    if sim.world.cpu >= sim.cpus do
      raise ArgumentError,
            "cpu: is #{sim.world.cpu}, but the simulation has #{sim.cpus} " <>
              "CPU#{if sim.cpus > 1, do: "s"}, beginning with 0; " <>
              "give cpus: where the simulation is made"
    end

    sim = %{sim | helpers: Elixir.Map.merge(sim.helpers, helpers!(sim, options[:helpers] || %{}))}

    sim = %{sim | vars: Var.put(sim.vars, options[:vars] || [], sim.module)}

    maps = Argument.pairs!(options[:maps] || [], "maps: has what maps hold by their names")

    Enum.reduce(maps, sim, fn {name, contents}, sim ->
      put_map(sim, name, contents)
    end)
  end

  defp helpers!(_sim, helpers) when helpers == %{}, do: %{}

  defp helpers!(sim, helpers) do
    known =
      Honey.Nif.helpers()
      |> Enum.group_by(&String.to_atom(&1.name), &length(&1.parameters))
      |> Elixir.Map.merge(Code.kfuncs(sim.source))

    expected = "helpers: has functions by the names of helpers"
    helpers = helpers |> Argument.pairs!(expected) |> Elixir.Map.new()

    for {name, function} <- helpers do
      arities = known[name]

      cond do
        name == :bpf_printk ->
          raise ArgumentError,
                "helpers: cannot have :bpf_printk; printk: of the result has its lines"

        name == :bpf_tail_call ->
          raise ArgumentError,
                "helpers: cannot have :bpf_tail_call; maps: says which programs there are"

        arities == nil ->
          raise ArgumentError,
                "helpers: has #{inspect(name)}, which is not a helper; the helpers are " <>
                  (known |> Elixir.Map.keys() |> Enum.sort() |> Enum.map_join(", ", &inspect/1))

        not Enum.any?(arities, &is_function(function, &1)) ->
          raise ArgumentError,
                "helpers: has #{inspect(function)} for #{inspect(name)}, which is a function of arity " <>
                  Enum.join(arities, " or ")

        true ->
          :ok
      end
    end

    helpers
  end

  defp fetch_map!(sim, name) do
    case sim.maps do
      %{^name => map} ->
        map

      maps ->
        raise ArgumentError,
              "#{inspect(sim.module)} has no map #{inspect(name)}; it has #{Argument.names(Elixir.Map.keys(maps))}" <>
                Suggestion.did_you_mean(name, Elixir.Map.keys(maps))
    end
  end
end

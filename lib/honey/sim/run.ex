defmodule Honey.Sim.Run do
  @moduledoc false
  # One run of a simulation: a program on its context, a function on its arguments, or the timers that are due; and what
  # is left of it, a result with the next simulation.

  alias Honey.{Argument, Sim, Suggestion}

  alias Honey.Sim.{
    Code,
    Context,
    Integer,
    Machine,
    Map,
    Result,
    Statement,
    Timer,
    Type,
    Var,
    World
  }

  @doc "Runs a program, or any function, of what the simulation is of."
  @spec execute(Sim.t(), atom, keyword) :: Result.t()
  def execute(sim, function, options) do
    case Code.find(sim.programs, &(&1.program && elem(&1.name, 0) == function)) do
      nil -> run_function(sim, function, options)
      program -> run_program(sim, program, options)
    end
  end

  defp run_program(sim, %{program: program, name: {name, _}} = function, options) do
    if Keyword.has_key?(options, :args) or Keyword.has_key?(options, :types) do
      raise ArgumentError,
            "#{inspect(name)} is a program: it takes ctx:, the fields of its context, and no args:"
    end

    {context, memory} = Context.new(options[:ctx] || [], program.section, program.fields)

    update_in(sim.world.memory, &Elixir.Map.merge(&1, memory))
    |> call(sim.programs, function, [], context)
    |> program_result(sim, program)
  end

  # A tail call goes on with the other program, to which the kernel gives the same context.
  defp program_result({:tail_call, name, machine}, sim, _program) do
    function = Code.find(sim.programs, &(&1.program && elem(&1.name, 0) == name))

    machine
    |> Statement.call(function.symbol, [])
    |> program_result(sim, function.program)
  end

  defp program_result({:return, [value], machine}, sim, _program),
    do: result(sim, machine, return: Integer.wrap(value, :s32))

  defp program_result({:raise, site, machine}, sim, program) do
    raised = elem(sim.programs.sites, site)
    result(sim, machine, return: program.on_error, raised: raised)
  end

  defp run_function(sim, name, options) do
    check_name!(sim, name)

    if Keyword.has_key?(options, :ctx) do
      raise ArgumentError, "#{inspect(name)} is not a program: it takes args: and no ctx:"
    end

    arguments = Argument.list!(Keyword.get(options, :args, []), "args: is a list of arguments")
    types = types!(arguments, options[:types])
    check_arity!(sim, name, length(arguments))
    code = Code.entry(sim.source, name, types)
    function = Code.find(code, & &1.is_entry)

    registers =
      arguments
      |> Enum.zip(function.arguments)
      |> Enum.flat_map(fn {value, type} -> Type.encode(value, type, code.atoms) end)

    case call(sim, code, function, registers, %{}) do
      {:return, registers, machine} ->
        result(sim, machine, value: Type.decode(registers, function.result, code.atoms))

      {:raise, site, machine} ->
        result(sim, machine, raised: elem(code.sites, site))

      {:tail_call, name, machine} ->
        machine = %{machine | functions: sim.programs.functions}
        program_result({:tail_call, name, machine}, sim, nil)
    end
  end

  defp call(sim, code, function, registers, context),
    do: sim |> machine(code, context) |> Statement.call(function.symbol, registers)

  defp machine(sim, code, context) do
    %Machine{
      functions: code.functions,
      code: code,
      atoms: code.atoms,
      maps: sim.maps,
      rings: sim.rings,
      # A function that no program calls may read a library's that they have not.
      vars: Elixir.Map.merge(code.vars, sim.vars),
      world: sim.world,
      helpers: sim.helpers,
      context: context
    }
  end

  defp result(sim, machine, fields) do
    struct!(
      %Result{
        sim: %{
          sim
          | maps: machine.maps,
            rings: machine.rings,
            vars: machine.vars,
            world: machine.world
        },
        events: Enum.reverse(machine.events),
        lost:
          Elixir.Map.new(machine.rings, fn {name, ring} ->
            {name, ring.lost - sim.rings[name].lost}
          end),
        vars: Var.contents(machine.vars),
        maps: Elixir.Map.new(machine.maps, fn {name, map} -> {name, Map.contents(map)} end),
        printk: Enum.reverse(machine.printk),
        packet: machine.context[:packet]
      },
      fields
    )
  end

  @doc "Calls the functions of the timers that are due until then."
  @spec advance(Sim.t(), non_neg_integer) :: Result.t()
  def advance(sim, until) do
    {machine, raised} = run_timers(machine(sim, sim.programs, %{}), until, nil)
    result(sim, %{machine | world: World.at(machine.world, until)}, raised: raised)
  end

  defp run_timers(machine, until, raised) do
    case Timer.take(machine.maps, until) do
      nil ->
        {machine, raised}

      {name, key, %{code: code} = timer, maps} ->
        world = World.at(machine.world, max(timer.due, World.now(machine.world)))

        machine = %{
          machine
          | maps: maps,
            world: world,
            code: code,
            functions: code.functions,
            atoms: code.atoms
        }

        case Statement.call_timer(machine, timer.symbol, {name, key}) do
          {:return, _, machine} -> run_timers(machine, until, raised)
          {:raise, site, machine} -> run_timers(machine, until, raised || elem(code.sites, site))
        end
    end
  end

  ## Arguments

  # Any other atom is the type of itself.
  defp no_integer(value, type)
       when is_integer(value) and is_atom(type) and type not in [nil, :s64, :u64, :boolean],
       do: ", which is that atom; types of integers are :s64 and :u64"

  defp no_integer(_value, _type), do: ""

  defp types!(arguments, nil) when is_list(arguments), do: Enum.map(arguments, &type_of!/1)

  defp types!(arguments, types)
       when is_list(arguments) and is_list(types) and length(types) == length(arguments) do
    for {value, type} <- Enum.zip(arguments, types) do
      case Type.parse(type) do
        {:ok, parts} ->
          if not Type.member?(value, parts) do
            raise ArgumentError,
                  "args: has #{inspect(value)}, which is not of type #{inspect(type)}" <>
                    no_integer(value, type)
          end

          parts

        :error ->
          raise ArgumentError,
                "types: has #{inspect(type)}; a type is :s64, :u64, :boolean, an atom, " <>
                  "a tuple or map of types, or a list of alternatives"
      end
    end
  end

  defp types!(arguments, types) do
    raise ArgumentError,
          "args: and types: are lists of one length, not #{inspect(arguments)} and #{inspect(types)}"
  end

  defp type_of!(value) do
    case Type.of(value) do
      {:ok, parts} ->
        parts

      :error ->
        raise ArgumentError,
              "args: has #{inspect(value)}; an argument is an integer of 64 bits, an atom, " <>
                "or a tuple, list or map of such"
    end
  end

  defp check_name!(_sim, name) when not is_atom(name),
    do: Argument.wrong!("Honey.Sim.run/3 wants the name of a function", name)

  defp check_name!(sim, name) do
    names = Keyword.keys(functions(sim))

    if name not in names do
      raise ArgumentError,
            "#{inspect(sim.module)} has no function #{inspect(name)}; it has " <>
              Argument.names(names) <> Suggestion.did_you_mean(name, names)
    end
  end

  defp check_arity!(sim, name, arity) do
    functions = functions(sim)

    if {name, arity} not in functions do
      arities = functions |> Keyword.get_values(name) |> Enum.sort()

      raise ArgumentError,
            "#{inspect(sim.module)} has no function #{name}/#{arity}, as args: has #{arity} " <>
              "argument#{if arity != 1, do: "s"}; it has #{Enum.map_join(arities, ", ", &"#{name}/#{&1}")}"
    end
  end

  defp functions(sim),
    do: for(f <- sim.source.unit.functions ++ sim.source.unreached, do: {f.name, f.arity})
end

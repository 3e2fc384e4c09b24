defmodule Honey do
  @moduledoc """
  BPF programs for the Linux kernel, written in Elixir, in the module that reads their results.

      defmodule Switches do
        use Honey, license: "GPL"

        defmap :count, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64

        @sec "tracepoint/sched/sched_switch"
        def on_switch(ctx) do
          Honey.KernelMap.count(:count, ctx.next_pid)
          0
        end

        def busiest(switches), do: switches |> Honey.Map.to_list!(:count) |> Enum.max_by(&elem(&1, 1))
      end

      {:ok, switches} = Honey.start_link(Switches)
      Switches.busiest(switches)
      Honey.stop(switches)

  The functions with `@sec`, and whatever they call, are compiled to BPF when the module is
  compiled; the others stay ordinary Elixir. `start_link/2` opens the object, loads it into the
  kernel, attaches every program and owns all of it: when the owner ends, nothing stays behind.

  ## In a Mix project

      def project do
        [..., compilers: [:honey] ++ Mix.compilers()]
      end

  With that line, errors have columns, and `mix compile` exports each object to `priv/honey`
  (`Mix.Tasks.Compile.Honey`). Without it, as in iex or in a script, modules compile and load just
  the same.

  ## use Honey

    * `license:` - the programs' license, a string such as `"GPL"` or `"Dual BSD/GPL"`. Required
      for programs: the kernel gives many of its helpers to GPL programs only
    * `overflow:` - what integers do that leave their 64 bits: `:wrap` (default) or `:raise`
    * `strict:` - whether what would raise, such as arithmetic on a value that may be nil, is
      an error rather than a warning (default `false`)
    * `fuse:` - whether a lookup and an update of the same key may become one access (default
      `true`)
    * `kernel:` - the oldest kernel that the programs are for (default `"5.10"`)
    * `on_error:` - what a program returns when it raises; by default what is safe for its kind
    * `target:` - the kind of machine that the programs are for. Only `:host` is there, the default: that of the machine which
      compiles
    * `btf:` - where the compiler looks up the fields of tracepoints. Only `:bundled` is there, the default: in the database that
      Honey brings, of several kernels, and not in the running kernel

  It imports `Bitwise`, `defmap/3`, `deftype/2`, `defvar/4`, `defkfunc/4` and `fuel/2`, and defines one function, `__honey__/1`; so it
  goes together with `use GenServer` and the like.

  ## @sec

  The section says what the program is attached to, in libbpf's words: `"tracepoint/sched/sched_switch"`,
  for example. guides/programs.md has the kinds of programs that Honey compiles, `mix honey.probes` the tracepoints, and the
  kernel's Documentation/bpf/libbpf/program_types.rst all of libbpf's sections.

  It stands before the first clause of a public function of one argument, the context. A module may have any number of
  programs; a module without any is a library, whose functions the programs of others may call.

  ## What was compiled

  `Switches.__honey__(what)` answers:

  | what | answer |
  | --- | --- |
  | `:elf` | the object, a binary |
  | `:c_source` | the C that it was made from |
  | `:programs` | name, arity, section, name in the object and line of each program |
  | `:maps` | name, type, key, value and size of each map |
  | `:vars` | name, type, default and kind of each variable |
  | `:types` | name, size, alignment and fields (with offset, size and type) of each struct type |
  | `:license` | the license |
  | `:sites` | the places that can raise, as `errors/1` counts them |
  | `:unit` | what the compiler was given (`Honey.Unit`) |
  | `:unreached` | the functions that no program calls, for `Honey.Sim` |

  ## What is refused

  Whatever cannot mean in the kernel what it means in Elixir: floats, processes, unbounded data.
  The refusal is a `Honey.CompileError` that names the place and the remedy. So is what the kernel
  would refuse when the program is loaded, as far as the source can tell.
  """

  alias Honey.{Error, Link, Object, Runtime}

  @typedoc "A loaded object, or the process that owns it: the pid or name of what `start_link/2` started."
  @type object :: Object.source()

  @doc """
  Makes a module one with BPF programs; the options are in the description of this module.

      defmodule Switches do
        use Honey, license: "GPL", kernel: "5.15", overflow: :raise
      end
  """
  @doc section: :module
  defmacro __using__(options) do
    line = __CALLER__.line

    quote do
      import Bitwise

      import Honey,
        only: [
          defmap: 2,
          defmap: 3,
          deftype: 2,
          defvar: 2,
          defvar: 3,
          defvar: 4,
          defkfunc: 3,
          defkfunc: 4,
          fuel: 2
        ]

      Honey.Definition.open(__ENV__, unquote(line), unquote(options))
      @on_definition Honey.Definition
      @before_compile Honey.Compiler
    end
  end

  @doc """
  Defines a map: what programs keep, and what they share with each other and with Elixir.

      defmap :start_time, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64

  The types are those of the kernel's `enum bpf_map_type` (include/uapi/linux/bpf.h), by their names in lower case:
  `:bpf_hash`, `:bpf_array`, `:bpf_percpu_hash`, `:bpf_percpu_array`, `:bpf_lru_hash`, `:bpf_lpm_trie`, `:bpf_queue` and
  others. [guides/maps.md](maps.md) has them all, with the kernel that each needs. Options:

    * `max_entries:` - how many keys there can be (of a ring, its size in bytes)
    * `key_type:`, `value_type:` - integers from `:u8` to `:u64` and from `:s8` to `:s64`, or any
      other type of `Honey.Type`: a tuple of types, `{:u32, :u64}`, whose keys are `{pid, address}`;
      `{:be, :u16}`, in network byte order; `:ipv4`, `:ipv6`, `:mac`; a struct that `deftype/2` defines.
      The keys of a `:bpf_lpm_trie` are prefixes, `{:lpm, :ipv4}`
    * `fuse: true` - your word that no key is deleted while another CPU adds to it, which allows
      an addition to be one access where programs delete from the map; `false` forbids it

    * `entries:` - what the map begins with, `%{key => value}`: it is put there when the object is loaded
    * `inner:` - of a map of maps, what these are: `{:bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64}`
    * `pinning: :by_name` - the map outlives its object, and the next one finds it by its name
    * `flags:`, `numa_node:`: [guides/maps.md](maps.md)

  A `:bpf_ringbuf` is a ring of events, which has other options (`Honey.Events`):

      defmap :events, :bpf_ringbuf, max_entries: 256 * 1024, types: [Exec, Exit]

  In programs, a map is its name: `Honey.BpfHelpers.bpf_map_lookup_elem(:start_time, pid)`.
  """
  @doc section: :module
  defmacro defmap(name, type, options \\ []) do
    line = __CALLER__.line
    options = map_options(options)

    quote do
      Honey.Definition.put_map(
        __MODULE__,
        unquote(line),
        unquote(name),
        unquote(type),
        unquote(options)
      )
    end
  end

  # A struct among the entries is a value, anywhere else a type.
  defp map_options(options) do
    if Keyword.keyword?(options) do
      for {name, option} <- options do
        if name == :entries,
          do: {name, Macro.prewalk(option, &build_struct/1)},
          else: {name, Honey.Type.without_structs(option)}
      end
    else
      Honey.Type.without_structs(options)
    end
  end

  @doc """
  Defines a struct for both sides: a C struct in programs and maps, `%Event{}` in Elixir.

      deftype Event, pid: :u32, kind: {:enum, [:exec, :exit]}, comm: {:string, 16}
      defmap :events, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Event

  The struct's module is `Event` inside of this one. `Honey.Type` lists the types of fields. A field's
  default is the value whose bytes are zero: `%Event{pid: 0, kind: :exec, comm: ""}`. The layout is
  C's; the gaps between fields (padding) are zero on both sides.
  """
  @doc section: :module
  defmacro deftype(name, fields) do
    line = __CALLER__.line
    fields = Honey.Type.without_structs(fields)
    # As it is called before it is defined, which is how a field of its own would name it.
    inner =
      with {:__aliases__, _, segments} <- name, do: Module.concat(segments), else: (_ -> nil)

    outer = if inner, do: Module.concat(__CALLER__.module, inner)

    put =
      quote do
        fields = Honey.Type.replace(unquote(fields), unquote(inner), unquote(outer))

        Honey.Definition.put_type(
          __MODULE__,
          unquote(line),
          unquote(outer || plain(name)),
          fields
        )
      end

    if outer do
      quote do
        unquote(put)

        defmodule unquote(name) do
          @moduledoc false
          @type t :: %__MODULE__{}
          defstruct Honey.Type.defaults(fields)
          # What is no plain data is refused, but not before the module's end.
          @honey_fields if Honey.Type.plain?(fields), do: fields, else: []
          @honey_type %{name: __MODULE__, fields: @honey_fields, line: unquote(line), column: nil}

          @doc false
          @spec __honey_type__() :: map
          def __honey_type__, do: @honey_type
        end
      end
    else
      put
    end
  end

  # `deftype event, ...`: a word that is no variable's.
  defp plain({name, _, context}) when is_atom(name) and is_atom(context), do: name
  defp plain(name), do: name

  @doc """
  Declares a function of the kernel's that programs call, a kfunc: its name, what it takes, what it gives.

      defkfunc :bpf_strnlen, [:string, :u64], :size, kernel: "6.17"

  `Honey.Kfunc` has the types and the options.
  """
  @doc section: :module
  defmacro defkfunc(name, parameters, result, options \\ []) do
    case Honey.Kfunc.define(name, parameters, result, options) do
      {:ok, function} ->
        function

      {:error, message, hint} ->
        quote do
          Honey.Definition.put_error(
            __ENV__,
            unquote(__CALLER__.line),
            :bad_kfunc,
            unquote(message),
            unquote(hint),
            "defkfunc"
          )
        end
    end
  end

  @doc """
  Defines a variable: a number, or any other data, that programs have without a map.

      defvar :threshold, :u64, 1000
      defvar :ports, {:array, :u16, 2}, [80, 443]
      defvar :enabled, :bool, true, live: true
      defvar :hits, :u64, live: true

  In programs, a variable is read as a function of its name: `threshold()`. The type is one of
  `Honey.Type`; without a default it begins with the value whose bytes are zero.

  There are two kinds:

    * a *constant* is fixed when the object is loaded, by `Honey.load(mod, vars: [threshold: 5])`. The verifier knows its
      value, so it drops branches that this value never takes, and what is switched off costs nothing
    * with `live: true`, the variable changes while programs run. `Honey.Var.get/2` and `Honey.Var.put/3` reach
      it from Elixir, `Honey.Var.put/2` and `Honey.Var.update/2` in programs

  A variable is a constant unless it says otherwise, because most are settings, which nothing should
  change by accident, and because only then is what they switch off free.

  Outside of programs, `threshold()` gives the default. guides/variables.md has more.
  """
  @doc section: :module
  defmacro defvar(name, type, default \\ [], options \\ []) do
    line = __CALLER__.line

    quote do
      Honey.Definition.put_var(
        __ENV__,
        unquote(line),
        unquote(name),
        unquote(type),
        unquote(Macro.prewalk(default, &build_struct/1)),
        unquote(options)
      )
    end
  end

  # `%Limits{low: 1}` cannot be expanded in the module that `deftype Limits` stands in.
  defp build_struct({:%, _, [name, {:%{}, _, fields}]}) when is_list(fields),
    do: quote(do: struct!(unquote(name), unquote(fields)))

  defp build_struct(node), do: node

  @doc """
  Says how many calls, or turns (iterations) of a loop, a program may take at most.

      fuel(10, factorial(n))
      fuel(1_000, Enum.find(0..n//1, &(&1 * &1 >= n)))

  A kernel program must be known to end. Around the call of a function that calls itself, the
  number is how many of its calls may nest, the first one counted; around a loop, how many turns
  it may take. When that is not enough, the program raises, and `errors/1` counts it. The number
  is an integer literal.

  The limit is the kernel's: on the BEAM, `fuel/2` gives the value of the call.
  """
  @doc section: :program
  @spec fuel(pos_integer, value) :: value when value: term
  def fuel(most, value) when is_integer(most) and most > 0, do: value

  @doc """
  Changes a value of a map that nobody else changes or reads meanwhile, in a program.

      deftype Account, lock: :spin_lock, balance: :s64, bookings: :u32
      defmap :accounts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Account

      Honey.with_lock(:accounts, number, fn account ->
        %{account | balance: account.balance + amount, bookings: account.bookings + 1}
      end)

  The map is a name of a `defmap` of type `:bpf_hash` or `:bpf_array` whose values are structs with a
  field of type `:spin_lock`. The function takes the struct that is there, and gives what it becomes.
  That is the result, too; it is `nil` where there is no such key, and the function is not called then.

  What the function raises gives the lock back, changes nothing, and leaves the program as always. While
  the lock is held the kernel allows no call: helpers, loops over maps, long loops, other locks and
  functions that are not inlined are refused there. [guides/locks.md](locks.md) has the rules, also
  on which programs can have locks.

  The helpers are bpf_spin_lock() and bpf_spin_unlock() of the kernel's include/uapi/linux/bpf.h. Kernel 5.1 and later; 6.7 in
  programs that may sleep. Called on the BEAM, it raises.
  """
  @doc section: :program
  @spec with_lock(atom, key :: term, (struct -> struct)) :: struct | nil
  def with_lock(map, key, function) when is_function(function, 1),
    do: Honey.BpfHelpers.Dispatch.call(:with_lock, [map, key, function])

  @doc """
  Goes on with another program, which a map has under an index, in a program.

      defmap :stages, :bpf_prog_array, max_entries: 8, entries: %{0 => :parse}

      @sec "xdp"
      def entry(_ctx) do
        with :error <- Honey.tail_call(:stages, 0), do: 2
      end

  Where the index has a program, the call does not come back: the other program gets the same
  context, and what it returns is what the kernel gets. Where it has none, or when 33 programs have
  followed one another already, nothing happens and the result is `:error`. The kernel does not say
  which of the two it was.

  The map is a name of a `defmap` of type `:bpf_prog_array`. All programs that go on with its programs,
  and these themselves, have the same type, and with tracepoints the same tracepoint. Elixir puts them there
  by their names, while everything runs: `Honey.Map.put(object, :stages, 0, :parse)`.
  [guides/tail_calls.md](tail_calls.md) has the rules.

  The helper is `Honey.BpfHelpers.bpf_tail_call/3`. Kernel 4.2 and later; not in programs that may sleep. Called on the BEAM,
  it raises.
  """
  @doc section: :program
  @spec tail_call(atom, index :: non_neg_integer) :: :error
  def tail_call(map, index),
    do: Honey.BpfHelpers.Dispatch.call(:tail_call, [map, index])

  ## Running

  @doc """
  Loads a module's object into the kernel.

  The caller owns the object: it is unloaded when the caller ends. Programs run once they are
  attached (`attach/1`); `start_link/2` does both, in a process of its own.

  Options:

    * `attach:` - for each program how `attach/1` attaches it, or that it does not:
      `attach: [on_packet: [interface: "eth0"], on_switch: false]`; see `attach/3`
    * `vars:` - what variables (`defvar/4`) are instead of their defaults: `vars: [threshold: 5]`
    * `pin:` - the directory of a BPF file system where the maps with `pinning: :by_name` have their
      names, `"/sys/fs/bpf/my_app"`; without it, or with `true`, the module's own, `/sys/fs/bpf/honey/My-Module`;
      `false` for maps that nothing else has. A map that is pinned there already is taken over, with its
      contents; an error with reason `:differs` says that it has another definition
    * `pin_links:` - whether what attaches the programs is pinned, too, so that they go on running when the
      object is gone (default `false`); see `attach/1`
    * `stats:` - whether the kernel counts the programs' runs and their time, for `stats/1` (default
      `false`; it takes some 60 ns of each run, of all programs on the machine, until the object is
      unloaded; Linux 5.8 and CAP_SYS_ADMIN)
    * `swap:` - how programs that the kernel cannot replace in their links, such as those of tracepoints, are
      replaced by `upgrade/2`: the new one is attached before the old one is detached (`:overlap`, the default), or a
      stub is attached in their place, which goes on with them by a tail call (`:tail_call`)

  Errors have the step `:open` (the module has no programs, `reason: :not_honey`), `:load` (the kernel has refused a map or a
  program; `log` is what its verifier said), `:var` (an option of `vars:`) or `:pin`. It takes the capabilities that
  [guides/kernels.md](kernels.md#without-root) lists, for most programs CAP_BPF and CAP_PERFMON. An unknown option raises
  `ArgumentError`.

      {:ok, object} = Honey.load(Switches, vars: [threshold: 5], stats: true)
  """
  @doc section: :loading
  @spec load(module, keyword) :: {:ok, Object.t()} | {:error, Error.t()}
  defdelegate load(module, options \\ []), to: Runtime

  @doc """
  As `load/2`, but raises `Honey.Error`.

      object = Honey.load!(Switches, pin: false)
  """
  @doc section: :loading
  @spec load!(module, keyword) :: Object.t()
  defdelegate load!(module, options \\ []), to: Runtime

  @doc """
  Loads an object from a file, such as those that `mix compile` exports to `priv/honey`.

  Options: `attach:`, `stats:`, `pin:` and `pin_links:` as for `load/2`, but there is no directory for pins
  unless `pin:` names one; and `name:`.

  Integers of any width are keys, values and variables as the ELF's types say; all else is a binary of just its size, unless
  `maps:` says what it is:

      Honey.load_file("count.bpf.o", maps: [stats: [key: :ipv4, value: MyApp.Layout.Stat]], vars: [threshold: 5])

  There the types are those of `defmap/3` that need no compiler: integers, `:bool`, `:ipv4`, `:ipv6`, `{:be, :u16}`,
  `{:string, n}`, `{:binary, n}`, `{:array, type, n}`, and structs that `deftype/2` has defined in some module, whose
  fields may be anything. Their sizes have to be the map's. `vars:` sets global variables, constants (`const volatile`) and
  others, by their names in the C; `Honey.Var` reads and writes them. Static ones, and those of more than 8,192 bytes, are not there.

      path = Application.app_dir(:my_app, "priv/honey/MyApp.Switches.bpf.o")
      {:ok, object} = Honey.load_file(path, maps: [count: [key: :u32, value: :u64]])
  """
  @doc section: :loading
  @spec load_file(Path.t(), keyword) :: {:ok, Object.t()} | {:error, Error.t()}
  defdelegate load_file(path, options \\ []), to: Runtime

  @doc """
  As `load_file/2`, but raises `Honey.Error`.

      object = Honey.load_file!("filter.bpf.o")
  """
  @doc section: :loading
  @spec load_file!(Path.t(), keyword) :: Object.t()
  defdelegate load_file!(path, options \\ []), to: Runtime

  @doc """
  Loads an object from its bytes; the options are those of `load_file/2`.

  The ELF is to be one that you trust, as what you would load into the kernel by any other means. Its programs, the
  kernel's verifier checks; its types (`.BTF`), Honey does before libbpf reads them: what is damaged there is refused
  (`reason: :btf`), and so are names that are no text (`reason: :name`). The rest of the file is read by libbpf
  and libelf in the BEAM's own process, as their versions on this machine do.

      {:ok, object} = Honey.load_binary(Switches.__honey__(:elf), name: "switches")
  """
  @doc section: :loading
  @spec load_binary(binary, keyword) :: {:ok, Object.t()} | {:error, Error.t()}
  defdelegate load_binary(elf, options \\ []), to: Runtime

  @doc """
  As `load_binary/2`, but raises `Honey.Error`.

      object = Honey.load_binary!(File.read!("filter.bpf.o"))
  """
  @doc section: :loading
  @spec load_binary!(binary, keyword) :: Object.t()
  defdelegate load_binary!(elf, options \\ []), to: Runtime

  @doc """
  Attaches every program of an object to what its section names.

  When one cannot be attached, those that were are detached again.

  With `pin_links: true`, programs go on running when the object is closed, and the BEAM too, until
  `detach/1`, or `unpin/1`. The next object with such links takes over: its program comes in the place of the one
  that is there (`adopted: true` in its link). For XDP that is one step, in which no packet is missed. At
  a tracepoint the new program is attached before the old one is let go: for some microseconds both run.
  Linux 5.7 and later; 5.15 for `tracepoint` sections.

      object = Honey.load!(Switches)
      {:ok, [%Honey.Link{program: :on_switch}]} = Honey.attach(object)
  """
  @doc section: :attaching
  @spec attach(object) :: {:ok, [Link.t()]} | {:error, Error.t()}
  defdelegate attach(object), to: Runtime

  @doc """
  As `attach/1`, but raises `Honey.Error`.

      [%Honey.Link{program: :on_switch}] = Honey.attach!(object)
  """
  @doc section: :attaching
  @spec attach!(object) :: [Link.t()]
  defdelegate attach!(object), to: Runtime

  @doc """
  Attaches one program; an XDP program may be attached to several interfaces, one after the other.

  Options, which go before those that `load/2` was given for the program:

    * `interface:` - the name of the network interface, for XDP programs: `"eth0"`
    * `mode:` - where an XDP program runs: in the driver (`:native`), in the network stack
      (`:generic`), or in the driver where that can and else in the network stack (`:auto`, the
      default). It is for a new link: a pinned one that is taken over (`adopted: true`) keeps the mode that it was
      attached with, until it is detached

  Errors have the step `:attach`; an interface that is not there is `:enodev`, one that has another XDP program
  `:ebusy`, a program that is attached there already `:eexist`, one that the object does not have `:unknown_program`. CAP_NET_ADMIN is wanted for XDP, and a readable
  tracefs for `tracepoint` sections.

      object = Honey.load!(PortFilter)
      {:ok, link} = Honey.attach(object, :on_packet, interface: "eth0", mode: :native)
  """
  @doc section: :attaching
  @spec attach(object, program :: atom, keyword) :: {:ok, Link.t()} | {:error, Error.t()}
  defdelegate attach(object, program, options \\ []), to: Runtime

  @doc """
  As `attach/3`, but raises `Honey.Error`.

      link = Honey.attach!(object, :on_packet, interface: "eth0")
  """
  @doc section: :attaching
  @spec attach!(object, program :: atom, keyword) :: Link.t()
  defdelegate attach!(object, program, options \\ []), to: Runtime

  @doc """
  Detaches a program by its link, or every program of an object.

  Idempotent; may be called from any process. Links that are pinned end, too.

  A link, and an object, always answer `:ok`. By the pid or name of an owner there are errors, with the step `:owner`:
  `:not_an_owner`, where the process owns no object; `:starting`, while it loads its object; `:not_running`, where the application
  `:honey` was stopped; `:busy`, where the owner itself asks, in the `on_change:` function of its upgrade. Where nothing has the name any more, the answer is `:ok`.

      :ok = Honey.detach(link)
      :ok = Honey.detach(object)
  """
  @doc section: :attaching
  @spec detach(Link.t() | object) :: :ok | {:error, Error.t()}
  defdelegate detach(link_or_object), to: Runtime

  @doc """
  Detaches an object's programs and takes it out of the kernel, with its maps; what is pinned stays.

  Idempotent; may be called from any process. Later calls with the object answer
  `{:error, %Honey.Error{reason: :closed}}`. By the pid or name of an owner it is `stop/1`, with its errors.

      :ok = Honey.unload(object)
      {:error, %Honey.Error{reason: :closed}} = Honey.attach(object)
  """
  @doc section: :loading
  @spec unload(object) :: :ok | {:error, Error.t()}
  defdelegate unload(object), to: Runtime

  @doc """
  Makes another process the owner of an object, so that it lives as long as that one.

      object = Honey.load!(Switches)
      :ok = Honey.give_away(object, server)

  Only the owner can give an object away, as with `:gen_tcp.controlling_process/2`: the process that
  loaded it, or was given it. The new owner gets no message; whoever has the object uses it as before.
  For others the answer is an error with reason `:not_owner`, and `:noproc` when the other process is
  not alive, or of another node; the object's owner then stays who it was. What `start_link/2` started owns
  its object for good.
  """
  @doc section: :owning
  @spec give_away(Object.t(), pid) :: :ok | {:error, Error.t()}
  defdelegate give_away(object, pid), to: Runtime

  @doc """
  Starts a process that loads a module's object, attaches its programs and owns them.

  When the process ends, however it ends, its programs are detached and nothing stays in the
  kernel, unless it is pinned. When the start fails, nothing new is pinned. Options: `name:`, as for `GenServer`, those of
  `load/2`, and

    * `hot_swap:` - whether a run of `mix compile` in this VM, as by `recompile` in IEx, that compiles the module anew
      replaces the object as `upgrade/2` does (by default where Mix runs, which is in no release)
    * `on_change:` - for these, as for `upgrade/2`

  The errors are those of `load/2` and `attach/1`; a name that another process has is `{:error, {:already_started, pid}}`.

      {:ok, pid} = Honey.start_link(PortFilter, name: :filter, attach: [on_packet: [interface: "eth0"]])
      Honey.Map.to_list(:filter, :packets)
  """
  @doc section: :owning
  @spec start_link(module, keyword) ::
          {:ok, pid} | {:error, Error.t() | {:already_started, pid}}
  defdelegate start_link(module, options \\ []), to: Runtime

  @doc """
  For a supervisor: `children = [{Honey, Switches}]`, or `{Honey, {Switches, name: :switches}}`. The options are those of
  `start_link/2`; the child's id is `{Honey, name}`, or `{Honey, module}` without a name. Several children of one module need a
  `name:` each, or ids: `Supervisor.child_spec({Honey, Switches}, id: :second)`.

      Supervisor.start_link([{Honey, {Switches, name: :switches}}], strategy: :one_for_one)
  """
  @doc section: :owning
  @spec child_spec(module | {module, keyword}) :: Supervisor.child_spec()
  defdelegate child_spec(argument), to: Runtime

  @doc """
  Replaces an object by the present version of its module: the new programs go on where the old ones
  were, with their maps.

      {:ok, upgrade} = Honey.upgrade(switches)
      upgrade.maps  #=> %{count: :kept}

  `object` is the process that `start_link/2` started, by its pid or name, or an object that the caller
  owns; then the new one is the `object` of the answer, and attached is what was. guides/hot_swap.md has all of it: what is
  replaced in one step, what is not, and how long that takes.

  Maps whose definition is the same are the same, with their contents. So are live variables of the same type; constants
  have their new defaults, or what `vars:` says, here or when the object was loaded. When anything is refused - by the
  verifier, or because of a map - the old version runs on, untouched.

  Options:

    * `module:` - another module than the object's
    * `vars:`, `attach:` - as for `load/2`, to override what was given at load time
    * `on_change:` - what is done about maps whose definition has changed, and live variables whose type has: `:error` (the default), which refuses the
      upgrade and tells the changes; `:reset`, which lets them begin empty; a function of the map's name, the old
      and the new map, which fills the new one while the old programs still run, and answers `:ok` (or the map, as `Enum.into/2`
      does): anything else, or an exception, refuses the upgrade; or a list with one of these by name, `[user_time: :reset]`. Of a variable the
      function gets the old value and the new default, and answers `{:ok, value}`. Rings are never filled: what is in
      the old one is given to its subscribers first

  After it, the old object answers `reason: :closed`. Existing `Honey.Map` handles to kept maps keep working, and so do links
  and subscriptions of events; errors are counted from 0 on.

  Errors have the step `:upgrade` and the reasons `:changed`, `:migration`, `:not_honey`, `:closed`, or are those of `load/2` and `attach/1`.
  """
  @doc section: :owning
  @spec upgrade(object, keyword) :: {:ok, Honey.Upgrade.t()} | {:error, Error.t()}
  defdelegate upgrade(object, options \\ []), to: Runtime

  @doc """
  As `upgrade/2`, but raises `Honey.Error`.

      %Honey.Upgrade{maps: %{count: :kept}} = Honey.upgrade!(switches)
  """
  @doc section: :owning
  @spec upgrade!(object, keyword) :: Honey.Upgrade.t()
  defdelegate upgrade!(object, options \\ []), to: Runtime

  @doc """
  Takes away the names by which maps and links stay in the kernel.

      Honey.unpin(Switches)                  # from the module's own directory
      Honey.unpin("/sys/fs/bpf/my_app")      # all that is in there
      Honey.unpin(pid)                       # what this object has pinned

  What nobody else has open is gone then, with its contents. An object keeps its maps and its links, and
  they end with it, unless it attaches programs again, or is upgraded: that pins what it pins. A directory that is empty afterwards is removed.

  Of a module and of an object it may be done again. A path that is not there is an error, `reason: :enoent`, because it may be
  misspelt, and what should go would stay.
  """
  @doc section: :owning
  @spec unpin(object | module | Path.t()) :: :ok | {:error, Error.t()}
  defdelegate unpin(what), to: Runtime

  @doc """
  Stops what `start_link/2` started, and takes its object out of the kernel, but for what is pinned.

  Idempotent: what is stopped already, and a name that nothing has, answer `:ok`. Errors have the step `:owner` and the reasons
  `:not_an_owner`, where the process owns no object; `:starting`, while it loads its object; `:busy`, where the owner itself asks, in the
  `on_change:` function of its upgrade. An object of `load/2` is unloaded. The application `:honey` need not run.

      :ok = Honey.stop(switches)
  """
  @doc section: :owning
  @spec stop(object) :: :ok | {:error, Error.t()}
  defdelegate stop(object), to: Runtime

  @doc """
  The object of a process that `start_link/2` started, by its pid or name: its programs, maps, rings and variables, see
  `Honey.Object`. After an upgrade it is another one.

      {:ok, object} = Honey.object(:switches)
      object.rings.events.id   #=> 17, as `bpftool map` shows it

  Errors have the step `:owner`: `:closed`, `:starting`, `:not_an_owner`, or `:not_running`, where the application `:honey` was
  stopped: without it no owner's object is found, until it is started again.
  """
  @doc section: :watching
  @spec object(object) :: {:ok, Object.t()} | {:error, Error.t()}
  defdelegate object(owner), to: Runtime

  @doc """
  As `object/1`, but raises `Honey.Error`.

      Honey.object!(:switches).programs
  """
  @doc section: :watching
  @spec object!(object) :: Object.t()
  defdelegate object!(owner), to: Runtime

  @doc """
  A map of an object, by the name that `defmap/3` gave it; see `Honey.Map`. Errors have the step `:map` and the reason
  `:unknown_map`, or those of finding the object; where it goes into a pipeline, `map!/2` raises them.

      count = Honey.map(switches, :count)
      Honey.Map.get(count, 42)
  """
  @doc section: :watching
  @spec map(object, atom) :: Honey.Map.t() | {:error, Error.t()}
  defdelegate map(object, name), to: Runtime

  @doc """
  As `map/2`, but raises `Honey.Error` instead of answering `{:error, error}`, which `Enum` could not tell from a map.

      switches |> Honey.map!(:count) |> Enum.count()
  """
  @doc section: :watching
  @spec map!(object, atom) :: Honey.Map.t()
  defdelegate map!(object, name), to: Runtime

  @doc """
  What the object's programs have raised in the kernel since the object was loaded: each place with its `kind`, `function`,
  `file` and `line`, the `message` that Elixir would have, and how often, as `count`. Places that have not raised are left
  out. Kinds:

  | kind | what Elixir raises there |
  | --- | --- |
  | `:arithmetic`, `:overflow` (with `overflow: :raise`), `:nil_operand` | `ArithmeticError` |
  | `:argument`, `:bad_boolean`, `:bad_function`, `:bad_map` | `ArgumentError`, `BadBooleanError`, and so on |
  | `:match`, `:case_clause`, `:with_clause`, `:cond_clause`, `:function_clause` | `MatchError`, `CaseClauseError`, and so on |
  | `:key`, `:empty` | `KeyError`, `Enum.EmptyError` |
  | `:raise` | what `raise` names |
  | `:loop_limit`, `:busy` | nothing: `fuel/2` was used up; more of its runs were under way than it has scratch memory for |

  guides/programs.md shows some of them.

      Honey.errors(switches)
      #=> [%{kind: :arithmetic, function: {:on_packet, 1}, file: "lib/port_filter.ex", line: 8,
      #     message: "division by zero", count: 1000}]
  """
  @doc section: :watching
  @spec errors(object) :: [map] | {:error, Error.t()}
  defdelegate errors(object), to: Runtime

  @doc """
  As `errors/1`, but raises `Honey.Error` instead of answering `{:error, error}`.

      for error <- Honey.errors!(switches), do: IO.puts(error.message)
  """
  @doc section: :watching
  @spec errors!(object) :: [map]
  defdelegate errors!(object), to: Runtime

  @typedoc """
  What the kernel knows of a program: how often it ran and for how many nanoseconds, all runs
  together; runs that it `skipped`, as the program was running already on that CPU; the instructions
  that its verifier looked at (Linux 5.16); the bytes of its machine code, nil where it is
  interpreted; and the bytes of memory that it takes.
  """
  @type stats :: %{
          runs: non_neg_integer | nil,
          ns: non_neg_integer | nil,
          skipped: non_neg_integer,
          verified: pos_integer | nil,
          machine_code: pos_integer | nil,
          memory: non_neg_integer
        }

  @doc """
  What the kernel knows of each of an object's programs, by their names.

      {:ok, switches} = Honey.start_link(Switches, stats: true)
      Honey.stats(switches).on_switch.runs   #=> 18_204

  `runs` and `ns` are nil where nobody had the kernel count: load with `stats: true`, or set
  `sysctl kernel.bpf_stats_enabled=1` (the kernel's Documentation/admin-guide/sysctl/kernel.rst).
  """
  @doc section: :watching
  @spec stats(object) :: %{atom => stats} | {:error, Error.t()}
  defdelegate stats(object), to: Runtime

  @doc """
  As `stats/1`, but raises `Honey.Error` instead of answering `{:error, error}`.

      for {program, %{runs: runs}} <- Honey.stats!(switches), do: {program, runs}
  """
  @doc section: :watching
  @spec stats!(object) :: %{atom => stats}
  defdelegate stats!(object), to: Runtime

  @doc """
  The lines that programs write with `bpf_printk`, as a stream of `Honey.Trace`.

      Honey.trace() |> Stream.map(& &1.text) |> Enum.each(&IO.puts/1)

  They are those of all programs on the machine, from now on and those that nobody has read yet;
  each line goes to one reader. The stream ends after `timeout:` milliseconds without a line (default
  `:infinity`). Enumerating it raises `Honey.Error` (step `:trace`) where tracefs cannot be read, with the ways to let this
  user read it, and with the reason `:reader_ended` when the process that reads it for the BEAM, a `cat`, is killed. The
  lines are those of the kernel's /sys/kernel/tracing/trace_pipe.
  """
  @doc section: :watching
  @spec trace(keyword) :: Enumerable.t()
  def trace(options \\ []), do: Honey.Trace.stream(options)

  @doc """
  Runs a program without attaching it, where the kernel can (BPF_PROG_TEST_RUN).

  Options: `data:` and `ctx:`, binaries for programs that take such; `repeat:`, how often it
  runs (default 1; more for XDP programs alone). The answer has `return`, what the program returned last, an integer of 32 bits; `data_out` and `ctx_out`,
  binaries; `duration_ns`, the time of one run in nanoseconds, as the kernel has measured; and `repeat`.

  The kernel (Documentation/bpf/bpf_prog_run.rst) runs XDP and syscall programs so (5.14 for the latter), raw tracepoints from 5.10 on, and no tracepoints: these
  answer an error with the step `:test_run`, and so does a packet of fewer than 14 bytes. `Honey.Sim` runs all of them.

  While the owner's object is replaced (`upgrade/2`), the old program runs or the new one, and the events of
  either are told; the upgrade waits for the end of runs of the old one. So do `unload/1` and `stop/1`: nothing ends a
  run, also when its caller is gone, and a `repeat:` of hundreds of millions takes seconds of a dirty scheduler.

      object = Honey.load!(PortFilter)
      {:ok, answer} = Honey.test_run(object, :on_packet, data: packet, repeat: 1_000)
      answer.return        #=> 2
      answer.duration_ns   #=> 21
  """
  @doc section: :watching
  @spec test_run(object, program :: atom, keyword) :: {:ok, map} | {:error, Error.t()}
  defdelegate test_run(object, program, options \\ []), to: Runtime

  @doc """
  As `test_run/3`, but raises `Honey.Error`.

      Honey.test_run!(object, :on_packet, data: packet).return   #=> 2
  """
  @doc section: :watching
  @spec test_run!(object, program :: atom, keyword) :: map
  defdelegate test_run!(object, program, options \\ []), to: Runtime
end

defmodule Honey.Definition do
  @moduledoc false

  # What a module that uses Honey has said about its programs: the options of `use Honey`, its maps,
  # and which functions have an `@sec`.
  #
  # It grows in the module while the module's body is evaluated, and is taken out when the module
  # is complete. Mistakes are gathered as well, so that all of them are told at once.

  alias Honey.{Diagnostic, Source, Suggestion}
  alias Honey.Definition.Variable

  @type section :: %{value: String.t(), line: pos_integer}
  @type t :: %__MODULE__{
          module: module,
          root: Path.t(),
          file: Path.t(),
          line: pos_integer,
          license: String.t() | nil,
          options: map,
          maps: [map],
          vars: [Variable.t()],
          types: [map],
          sections: %{{atom, arity} => section},
          seen: %{{atom, arity} => pos_integer},
          source: Source.t() | nil,
          positions: MapSet.t() | nil,
          errors: [Diagnostic.t()]
        }

  defstruct [
    :module,
    :root,
    :file,
    :line,
    :license,
    :source,
    :positions,
    options: %{},
    maps: [],
    vars: [],
    types: [],
    sections: %{},
    seen: %{},
    errors: []
  ]

  @attribute :__honey__

  @defaults %{overflow: :wrap, strict: false, fuse: true, kernel: {5, 10}, on_error: nil}
  # A program's return value is an int of C.
  @results -0x80000000..0x7FFFFFFF

  # What is emitted for all: bounded loops and .rodata, and jumps on 32 bits, which are older.
  @first_kernel {5, 3}

  @names [:license, :overflow, :strict, :fuse, :kernel, :target, :btf, :on_error]

  @doc "Begins the definition of the module that `env` is in; `line` is that of `use Honey`."
  @spec open(Macro.Env.t(), pos_integer, term) :: :ok
  def open(env, line, options) do
    case load(env.module) do
      nil ->
        {root, file} = Source.locate(env.file)
        definition = %__MODULE__{module: env.module, root: root, file: file, line: line}
        Module.register_attribute(env.module, :sec, accumulate: true)
        definition |> Map.put(:options, @defaults) |> put_options(options) |> save()

      definition ->
        message = "`use Honey` stands in this module already, on line #{definition.line}"
        hint = "give all options to one `use Honey`"
        save(error(definition, :bad_option, message, hint, {line, nil}))
    end
  end

  @doc "Takes the definition out of the module."
  @spec take(module) :: t
  def take(module) do
    definition = module |> load() |> check_vars() |> check_left_over() |> check_license()
    Module.delete_attribute(module, @attribute)
    Module.delete_attribute(module, :sec)

    %{
      definition
      | errors: Enum.reverse(definition.errors),
        maps: Enum.reverse(definition.maps),
        vars: Enum.reverse(definition.vars),
        types: Enum.reverse(definition.types)
    }
  end

  ## use Honey

  defp put_options(definition, options) do
    if Keyword.keyword?(options) do
      definition = check_twice(definition, Keyword.keys(options))

      Enum.reduce(options, definition, fn {name, value}, definition ->
        case option(name, value) do
          {:license, license} -> %{definition | license: license}
          {name, value} -> put_in(definition.options[name], value)
          :default -> definition
          {:error, message, hint} -> bad_option(definition, name, message, hint)
        end
      end)
    else
      message = "`use Honey` takes a keyword list, not #{inspect(options)}"
      error(definition, :bad_option, message, ~S(write `use Honey, license: "GPL"`))
    end
  end

  defp check_twice(definition, names) do
    Enum.reduce(Enum.uniq(names -- Enum.uniq(names)), definition, fn name, definition ->
      message = "`use Honey` has two values for `#{name}:`"
      bad_option(definition, name, message, "leave one of them")
    end)
  end

  defp bad_option(definition, name, message, hint) do
    path = Path.expand(definition.file, definition.root)
    place = Source.option_place(path, definition.line, name)
    error(definition, :bad_option, message, hint, place, "#{name}:")
  end

  defp option(:license, value) when is_binary(value) and value != "" do
    if String.printable?(value), do: {:license, value}, else: bad_value(:license, value)
  end

  defp option(:overflow, value) when value in [:wrap, :raise], do: {:overflow, value}
  defp option(:strict, value) when is_boolean(value), do: {:strict, value}
  defp option(:fuse, value) when is_boolean(value), do: {:fuse, value}
  defp option(:on_error, value) when is_nil(value) or value in @results, do: {:on_error, value}
  defp option(:target, :host), do: :default
  defp option(:btf, :bundled), do: :default

  defp option(:kernel, value) do
    with true <- is_binary(value),
         [_, major, minor] <- Regex.run(~r/\A(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?\z/, value) do
      kernel_option({String.to_integer(major), String.to_integer(minor)}, value)
    else
      _ -> bad_value(:kernel, value)
    end
  end

  defp option(name, value) when name in @names, do: bad_value(name, value)

  defp option(name, _value) do
    hint =
      case Suggestion.nearest(name, @names) do
        nil -> "the options are #{list(@names)}"
        other -> "did you mean `#{other}:`? The options are #{list(@names)}"
      end

    {:error, "`#{name}:` is not an option of `use Honey`", hint}
  end

  defp kernel_option(kernel, _value) when kernel >= @first_kernel, do: {:kernel, kernel}

  defp kernel_option(_kernel, value) do
    {:error, "`kernel:` of `use Honey` is #{inspect(value)}, but Honey's programs need Linux 5.3",
     "before that kernels take no loops, no comparisons of 32 bits and no constants of the object; " <>
       ~S(write `kernel: "5.3"` or leave it out, which is "5.10")}
  end

  defp bad_value(name, value) do
    {:error, "`#{name}:` of `use Honey` cannot be #{inspect(value)}", expected(name)}
  end

  defp expected(:license), do: ~S(give the license as a string, such as "GPL" or "Dual BSD/GPL")
  defp expected(:overflow), do: "it is `:wrap` (the default) or `:raise`"
  defp expected(:strict), do: "it is `true` or `false` (the default)"
  defp expected(:fuse), do: "it is `true` (the default) or `false`"
  defp expected(:kernel), do: ~S(give the oldest kernel as a string, such as "5.10", the default)

  defp expected(:on_error),
    do: "it is the integer of 32 bits that a program returns when it raises"

  defp expected(:target), do: "today it is `:host`, the default: programs for this machine's kind"
  defp expected(:btf), do: "today it is `:bundled`, the default: the database that Honey brings"

  ## defmap

  @doc "Adds a map; the values of its options are for the compiler to check."
  @spec put_map(module, pos_integer, term, term, term) :: :ok
  def put_map(module, line, name, type, options) do
    definition = load(module)
    map = %{name: name, type: type, options: options, line: line, column: nil}

    case check_map(definition, map) do
      :ok ->
        {definition, column} = map_column(definition, line)
        save(%{definition | maps: [%{map | column: column} | definition.maps]})

      {:error, message, hint} ->
        {definition, column} = map_column(definition, line)
        save(error(definition, :bad_map, message, hint, {line, column}, "defmap"))
    end
  end

  defp check_map(_, %{name: name}) when not is_atom(name) or name in [nil, true, false] do
    {:error, "`defmap` takes an atom as the map's name, not #{inspect(name)}",
     "write `defmap :name, :bpf_hash, ...`"}
  end

  defp check_map(_, %{name: name, type: type}) when not is_atom(type) or is_nil(type) do
    {:error, "the type of map `:#{name}` is an atom, not #{inspect(type)}",
     "write `defmap :#{name}, :bpf_hash, ...`"}
  end

  defp check_map(definition, %{name: name, options: options}) do
    case Enum.find(definition.maps, &(&1.name == name)) do
      nil ->
        with :ok <- check_map_name(definition, name), do: check_map_options(name, options)

      map ->
        {:error, "map `:#{name}` is defined already, on line #{map.line}",
         "give each map a name of its own"}
    end
  end

  defp check_map_name(definition, name) do
    case Enum.find(definition.vars, &(&1.name == name)) do
      nil ->
        :ok

      variable ->
        {:error, "map `:#{name}` has the name of a variable, which line #{variable.line} defines",
         "give one of them another name"}
    end
  end

  defp check_map_options(name, options) do
    names = if Keyword.keyword?(options), do: Keyword.keys(options)

    case names && names -- Enum.uniq(names) do
      nil ->
        {:error, "map `:#{name}` takes a keyword list of options, not #{inspect(options)}",
         "write `key_type: :u32, value_type: :u64, max_entries: 1024`"}

      [] ->
        check_plain(options, "map `:#{name}`")

      [option | _] ->
        {:error, "map `:#{name}` has two values for `#{option}:`", "leave one of them"}
    end
  end

  defp check_plain(options, owner) do
    case Enum.find(options, fn {_, value} -> not Honey.Type.plain?(value) end) do
      nil ->
        :ok

      {name, value} ->
        {found, hint} = not_plain(name, Honey.Type.improper?(value))
        {:error, "`#{name}:` of #{owner} has #{found} in it", hint}
    end
  end

  defp not_plain(_name, true),
    do: {"an improper list", "write `[a, b]`: `[a | b]` ends in what is no list"}

  defp not_plain(name, false),
    do:
      {"a function, a process or a reference",
       "write what is known when the module is compiled, such as `#{name}: :u32`"}

  defp map_column(definition, line) do
    definition = read_source(definition)
    {definition, Source.map_column(definition.source, line)}
  end

  ## defvar

  @doc "Adds a variable; its type and its default are for the compiler to check."
  @spec put_var(Macro.Env.t(), pos_integer, term, term, term, term) :: :ok
  def put_var(env, line, name, type, default, options) do
    definition = env.module |> load() |> read_source()
    column = Source.var_column(definition.source, line)
    variable = %{Variable.new(name, type, default, options, line) | column: column}

    case Variable.check(variable, env, definition.maps, definition.vars) do
      :ok ->
        save(%{definition | vars: [variable | definition.vars]})

      {:error, message, hint} ->
        save(error(definition, :bad_variable, message, hint, {line, column}, "defvar"))
    end
  end

  ## defkfunc

  @doc "Notes what is wrong with a declaration that begins with this word."
  @spec put_error(Macro.Env.t(), pos_integer, atom, String.t(), String.t(), String.t()) :: :ok
  def put_error(env, line, code, message, hint, word) do
    definition = env.module |> load() |> read_source()
    save(error(definition, code, message, hint, {line, nil}, word))
  end

  # A function may stand after the variable that has its name.
  defp check_vars(definition) do
    Enum.reduce(Enum.reverse(definition.vars), definition, fn variable, definition ->
      case Variable.clash(variable, definition.module) do
        nil ->
          definition

        {message, hint} ->
          place = {variable.line, variable.column}
          error(definition, :bad_variable, message, hint, place, "defvar")
      end
    end)
  end

  ## deftype

  @doc "Adds a struct type; the types of its fields are for the compiler to check."
  @spec put_type(module, pos_integer, term, term) :: :ok
  def put_type(module, line, name, fields) do
    definition = module |> load() |> read_source()
    column = Source.type_column(definition.source, line)
    type = %{name: name, fields: fields, line: line, column: column}

    case check_type(definition, type) do
      :ok ->
        save(%{definition | types: [type | definition.types]})

      {:error, message, hint} ->
        save(error(definition, :bad_type, message, hint, {line, column}, "deftype"))
    end
  end

  defp check_type(definition, %{name: name, fields: fields}) do
    cond do
      Honey.Type.modules(name) == [] ->
        {:error, "`deftype` takes a name as modules have, not #{inspect(name)}",
         "write `deftype #{as_module(name)}, pid: :u32`"}

      not Keyword.keyword?(fields) or fields == [] ->
        {:error,
         "`deftype #{last(name)}` takes a keyword list of fields and types, not #{inspect(fields)}",
         "write `deftype #{last(name)}, pid: :u32, bytes: :u64`"}

      Keyword.has_key?(fields, :__struct__) ->
        {:error, "`__struct__` cannot be a field of `#{last(name)}`",
         "give the field another name: every struct has this one from Elixir"}

      other = Enum.find(definition.types, &(&1.name == name)) ->
        {:error, "`#{last(name)}` is defined already, on line #{other.line}",
         "give each type a name of its own"}

      true ->
        check_plain(fields, "type `#{last(name)}`")
    end
  end

  defp last(name), do: name |> Module.split() |> List.last()

  # What was probably meant.
  defp as_module(name) when is_atom(name) do
    camelized = name |> Atom.to_string() |> Macro.camelize()
    if camelized =~ ~r/^[A-Z]\w*$/, do: camelized, else: "Event"
  end

  defp as_module(_name), do: "Event"

  ## @sec

  @doc false
  def __on_definition__(env, kind, name, arguments, _guards, _body) do
    # What `__before_compile__` hooks add comes after the definition was taken.
    if definition = load(env.module) do
      definition |> put_function(env, kind, {name, length(arguments)}) |> save()
    end
  end

  defp put_function(definition, env, _kind, {:__honey__, 1} = key) do
    message = "`__honey__/1` is what `use Honey` defines"

    definition =
      error(definition, :bad_section, message, "give the function another name", {env.line, nil})

    _ = Module.delete_attribute(env.module, :sec)
    put_in(definition.seen[key], env.line)
  end

  defp put_function(definition, env, kind, key) do
    definition =
      case Module.delete_attribute(env.module, :sec) do
        values when values in [nil, []] -> definition
        values -> put_section(definition, env.line, kind, key, Enum.reverse(values))
      end

    update_in(definition.seen, &Map.put_new(&1, key, env.line))
  end

  defp put_section(definition, line, kind, key, values) do
    definition = read_source(definition)
    place = Source.section_before(definition.source, line) || {line, nil}

    case check_section(definition, kind, key, values) do
      :ok ->
        section = %{value: hd(values), line: elem(place, 0)}
        put_in(definition.sections[key], section)

      {:error, message, hint} ->
        error(definition, :bad_section, message, hint, place)
    end
  end

  defp check_section(_, _, {name, arity}, [_, _ | _] = values) do
    {:error, "`#{name}/#{arity}` has #{length(values)} `@sec`; a program has one",
     "give each `@sec` a function of its own"}
  end

  defp check_section(_, _, {name, arity}, [value]) when not is_binary(value) do
    {:error, "`@sec` of `#{name}/#{arity}` is #{inspect(value)}; it is a string",
     section_example()}
  end

  defp check_section(_, _, {name, arity}, [value]) when value == "" do
    {:error, "`@sec` of `#{name}/#{arity}` is empty", section_example()}
  end

  defp check_section(definition, kind, {name, arity} = key, [value]) do
    if String.printable?(value) do
      check_program(definition, kind, key)
    else
      {:error, "the text of the `@sec` of `#{name}/#{arity}` cannot be the name of a section",
       section_example()}
    end
  end

  defp check_program(_, kind, {name, arity}) when kind != :def do
    {:error, "`@sec` stands before `#{kind} #{name}/#{arity}`; a program is a public function",
     "write `def #{name}(ctx)`"}
  end

  defp check_program(_, _, {name, arity}) when arity != 1 do
    {:error, "`#{name}/#{arity}` has an `@sec`, but a program takes one argument, its context",
     "write `def #{name}(ctx)`"}
  end

  defp check_program(%{seen: seen}, _, {name, arity} = key) when is_map_key(seen, key) do
    {:error,
     "`@sec` stands before a later clause of `#{name}/#{arity}`, which begins on line #{seen[key]}",
     "put it before the first clause"}
  end

  defp check_program(_, _, _), do: :ok

  defp section_example, do: ~S(write `@sec "tracepoint/sched/sched_switch"`, for example)

  defp check_left_over(definition) do
    case Module.get_attribute(definition.module, :sec) do
      values when values in [nil, []] ->
        definition

      _ ->
        last = definition.seen |> Map.values() |> Enum.max(fn -> definition.line end)
        definition = read_source(definition)
        place = Source.section_after(definition.source, last) || {last, nil}
        message = "this `@sec` has no function after it"
        error(definition, :bad_section, message, "put it right before a `def`", place)
    end
  end

  defp check_license(%{license: nil, sections: sections, errors: []} = definition)
       when sections != %{} do
    message = "the programs of #{inspect(definition.module)} need a license"

    hint =
      ~S(write `use Honey, license: "GPL"`, or whichever they have: many of the ) <>
        "kernel's helpers are for GPL programs only"

    error(definition, :license, message, hint)
  end

  defp check_license(definition), do: definition

  ## Common

  # What stands at the place, if its column is known, is `word`.
  defp error(definition, code, message, hint, place \\ nil, word \\ "@sec") do
    {line, column} = place || {definition.line, nil}

    diagnostic =
      Diagnostic.new(
        code: code,
        message: message,
        hint: hint,
        file: definition.file,
        root: definition.root,
        line: line,
        column: column,
        end_column: column && column + String.length(word)
      )

    %{definition | errors: [diagnostic | definition.errors]}
  end

  defp read_source(%{source: nil} = definition) do
    %{definition | source: Source.read(Path.expand(definition.file, definition.root))}
  end

  defp read_source(definition), do: definition

  defp list(names), do: Enum.map_join(names, ", ", &"`#{&1}:`")

  defp load(module), do: Module.get_attribute(module, @attribute)

  defp save(definition), do: Module.put_attribute(definition.module, @attribute, definition)
end

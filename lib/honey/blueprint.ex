defmodule Honey.Blueprint do
  @moduledoc false
  # What is to be loaded, apart from the loading: the bytes of an ELF, what is known of them beforehand, and what
  # the options ask for. It is plain data, made by whoever asks, so that an owner never calls a module.

  alias Honey.{Argument, Error, Object, Pins}
  alias Honey.Blueprint.Options

  @typedoc """
  `programs` and `maps` are nil where only the ELF knows; `map_types` are then the caller's word on some of
  them. `vars` are the module's, `given` what some of them are to be.
  """
  @type t :: %{
          elf: binary(),
          name: binary(),
          module: module() | nil,
          license: binary() | nil,
          programs: [map()] | nil,
          maps: [map()] | nil,
          map_types: keyword(),
          vars: [map()],
          given: keyword(),
          types: list(),
          sites: [map()],
          files: [binary()],
          attach: keyword(),
          stats: boolean(),
          pin: Pins.wish(),
          origin: origin()
        }

  @typedoc "What an upgrade has to know of the version before, and of what its user asked for."
  @type origin :: %{
          maps: [map()],
          vars: [map()],
          attach: keyword(),
          given: keyword(),
          pin: nil | boolean() | binary(),
          pin_links: boolean(),
          stats: boolean(),
          swap: :overlap | :tail_call,
          hot_swap: boolean(),
          on_change: Honey.Upgrade.on_change(),
          digest: binary() | nil
        }

  # What the loader takes.
  @longest_name 255

  @doc "Whether it is a module that says `use Honey`."
  @spec honey?(term()) :: boolean()
  def honey?(module) do
    is_atom(module) and Code.ensure_loaded?(module) and function_exported?(module, :__honey__, 1)
  end

  @doc "That of a module, as it is loaded now. The options are those of `Honey.start_link/2`."
  @spec of_module(module(), keyword()) :: {:ok, t()} | {:error, Error.t()}
  def of_module(module, options) do
    if honey?(module) and module.__honey__(:elf) do
      {:ok, compiled(module, options)}
    else
      {:error, Error.new([step: :open, reason: :not_honey] ++ no_programs(module))}
    end
  end

  defp no_programs(module) do
    if is_atom(module) and not Code.ensure_loaded?(module) do
      [
        cause: "there is no module #{inspect(module)}",
        hint:
          "write its name as it is defined; after an error that kept it from being compiled, mend that and compile again"
      ]
    else
      [cause: "#{inspect(module)} is not a module that says `use Honey`, with a program in it"]
    end
  end

  defp compiled(module, options) do
    programs = module.__honey__(:programs)
    maps = module.__honey__(:maps)
    attach = Options.attach!(options, Enum.map(programs, & &1.name))

    put_digest(%{
      elf: module.__honey__(:elf),
      name: module |> Module.split() |> List.last(),
      module: module,
      license: module.__honey__(:license),
      programs: programs,
      maps: maps,
      map_types: [],
      vars: module.__honey__(:vars),
      given: Options.vars!(options),
      types: module.__honey__(:types),
      sites: module.__honey__(:sites),
      files: files(module),
      attach: Keyword.merge(followers(maps), attach),
      stats: Options.stats!(options),
      pin: Pins.wish!(options),
      origin: origin(maps, module.__honey__(:vars), options)
    })
  end

  @doc "That of an ELF. The options are those of `Honey.load_file/2`."
  @spec of_elf(binary(), keyword()) :: t()
  def of_elf(elf, options) do
    {map_types, structs} = Options.map_types!(options)

    %{
      elf: elf,
      name: options |> Keyword.get(:name, "object") |> name!(),
      module: nil,
      license: nil,
      programs: nil,
      maps: nil,
      map_types: map_types,
      vars: [],
      given: Options.vars!(options),
      types: structs,
      sites: [],
      files: [],
      attach: Options.attach!(options, nil),
      stats: Options.stats!(options),
      pin: Pins.wish!(options),
      origin: origin([], [], options)
    }
  end

  defp name!(name) when is_atom(name) and name not in [nil, true, false],
    do: name |> to_string() |> name!()

  defp name!(name) do
    if is_binary(name) and byte_size(name) <= @longest_name and String.printable?(name),
      do: name,
      else:
        Argument.wrong!("`name:` wants a name as text, of at most #{@longest_name} bytes", name)
  end

  defp origin(maps, vars, options) do
    %{
      maps: maps,
      vars: vars,
      attach: Keyword.get(options, :attach, []),
      given: Keyword.get(options, :vars, []),
      pin: Keyword.get(options, :pin),
      pin_links: Keyword.get(options, :pin_links, false),
      stats: Options.stats!(options),
      swap: Options.swap!(options),
      hot_swap: Options.hot_swap!(options),
      on_change: Options.on_change!(options),
      digest: nil
    }
  end

  # Of all that the module says: what is compiled to the same need not be replaced.
  defp put_digest(blueprint) do
    facts = Map.drop(blueprint, [:origin, :attach, :given, :pin, :stats])
    put_in(blueprint.origin.digest, facts |> :erlang.term_to_binary() |> :erlang.md5())
  end

  # What a program array begins with runs when another program goes on with it, and is attached
  # only where `attach:` names it.
  defp followers(maps) do
    for %{type: :bpf_prog_array, entries: entries} <- maps,
        {_, name} <- entries,
        uniq: true,
        do: {name, false}
  end

  defp files(module) do
    sites = Enum.map(module.__honey__(:sites), & &1.file)

    case module.__honey__(:unit) do
      %{file: file} -> Enum.uniq([file | sites])
      _ -> Enum.uniq(sites)
    end
  end

  ## The next version

  @doc "The module whose version an upgrade of the object takes: its own, or the one that the options name."
  @spec module_of(Object.t(), keyword()) :: {:ok, module()} | {:error, Error.t()}
  def module_of(old, options) do
    case Keyword.get(options, :module, old.module) do
      module when is_atom(module) and module != nil and old.module != nil ->
        {:ok, module}

      nil ->
        refuse("the object is of an ELF file, and of no module that could have a new version")

      module when is_atom(module) ->
        refuse("the object is of an ELF file: what its maps were defined as is not known")

      other ->
        raise ArgumentError, "`module:` wants a module, got: #{inspect(other)}"
    end
  end

  @doc """
  The version of the module that is loaded now, with what the object's user asked for when the first one was loaded,
  and asks for now.
  """
  @spec next(Object.t(), module(), keyword()) :: {:ok, t()} | {:error, Error.t()}
  def next(old, module, options) do
    with {:ok, programs, vars} <- names(module) do
      attach = Keyword.take(old.origin.attach, programs)
      given = Keyword.take(old.origin.given, vars)

      kept =
        old.origin
        |> Map.take([:hot_swap, :on_change, :pin, :pin_links, :stats, :swap])
        |> Map.to_list()

      of_module(
        module,
        kept ++
          [
            attach: Keyword.merge(attach, Keyword.get(options, :attach, [])),
            vars: Keyword.merge(given, Keyword.get(options, :vars, []))
          ]
      )
    end
  end

  # A module with errors, of a run of `mix compile` that failed, has functions that raise them.
  defp names(module) do
    with {:ok, _} <- of_module(module, []) do
      vars = for %{name: name} <- module.__honey__(:vars), do: name
      {:ok, module.__honey__(:programs) |> Enum.map(& &1.name), vars}
    end
  rescue
    error in Honey.CompileError ->
      refuse(
        "the present #{inspect(module)} was not compiled, because of its errors: " <>
          (error |> Exception.message() |> String.split("\n") |> hd()),
        "the old version runs on"
      )
  end

  defp refuse(cause, hint \\ nil),
    do: {:error, Error.new(step: :upgrade, reason: :not_honey, cause: cause, hint: hint)}
end

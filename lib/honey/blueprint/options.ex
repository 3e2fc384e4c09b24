defmodule Honey.Blueprint.Options do
  @moduledoc false
  # The values of the options that load, start and upgrade take, checked in words; their names are checked by
  # whoever is given them.

  alias Honey.{Argument, Suggestion}
  alias Honey.Blueprint.ForeignType

  @attach_options [:interface, :mode]
  @modes [:auto, :native, :generic]
  @swaps [:overlap, :tail_call]
  @map_type_options [:key, :value]

  @doc "Which programs are attached, and to what; `programs` are their names, nil where only the ELF knows."
  @spec attach!(keyword(), [atom()] | nil) :: keyword()
  def attach!(options, programs) do
    attach = Keyword.get(options, :attach, [])

    unless Keyword.keyword?(attach) do
      raise ArgumentError,
            "`attach:` wants a keyword list like #{example(programs)}, got: #{inspect(attach)}; " <>
              "programs that it does not name are attached"
    end

    for {name, value} <- attach do
      if programs && name not in programs do
        raise ArgumentError,
              "unknown program #{inspect(name)} in `attach:`: #{Argument.listing("program", programs)}" <>
                Suggestion.did_you_mean(name, programs)
      end

      check_attach_value!(name, value)
    end

    attach
  end

  @doc "Whether runs are counted."
  @spec stats!(keyword()) :: boolean()
  def stats!(options) do
    case Keyword.get(options, :stats, false) do
      stats? when is_boolean(stats?) -> stats?
      other -> raise ArgumentError, "`stats:` wants true or false, got: #{inspect(other)}"
    end
  end

  # The slot of a stub is gone with its object, and a pinned link is not.
  @doc "How programs are replaced."
  @spec swap!(keyword()) :: :overlap | :tail_call
  def swap!(options) do
    case Keyword.get(options, :swap, :overlap) do
      swap when swap in @swaps ->
        if swap == :tail_call and Keyword.get(options, :pin_links, false) do
          raise ArgumentError, "`swap: :tail_call` and `pin_links: true` contradict each other"
        end

        swap

      other ->
        raise ArgumentError, "`swap:` wants :overlap or :tail_call, got: #{inspect(other)}"
    end
  end

  @doc "Whether a run of `mix compile` replaces the object."
  @spec hot_swap!(keyword()) :: boolean()
  def hot_swap!(options) do
    case Keyword.get(options, :hot_swap, false) do
      hot_swap? when is_boolean(hot_swap?) -> hot_swap?
      other -> raise ArgumentError, "`hot_swap:` wants true or false, got: #{inspect(other)}"
    end
  end

  @doc "What is done about what has changed; the names are checked by `changing!/2`."
  @spec on_change!(keyword()) :: Honey.Upgrade.on_change()
  def on_change!(options) do
    on_change = Keyword.get(options, :on_change, :error)

    unless policy?(on_change) or
             (Keyword.keyword?(on_change) and Enum.all?(on_change, &policy?(elem(&1, 1)))) do
      raise ArgumentError,
            "`on_change:` wants :error, :reset, a function of a map's name, the old and the new map, " <>
              "or a list with one of these by map or variable, [user_time: :reset], got: #{inspect(on_change)}"
    end

    on_change
  end

  @doc "Where `on_change:` goes by names, they are those of maps and live variables of these versions."
  @spec changing!(Honey.Upgrade.on_change(), [Honey.Blueprint.origin()]) :: :ok
  def changing!(on_change, versions) when is_list(on_change) do
    maps = for %{maps: maps} <- versions, map <- maps, uniq: true, do: map.name
    vars = for %{vars: vars} <- versions, var <- vars, var.live, uniq: true, do: var.name

    for {name, _} <- on_change, name not in maps, name not in vars do
      raise ArgumentError,
            "unknown map or variable #{inspect(name)} in `on_change:`: #{Argument.listing("map", maps)}" <>
              if(vars == [], do: "", else: "; #{Argument.listing("live variable", vars)}") <>
              Suggestion.did_you_mean(name, maps ++ vars)
    end

    :ok
  end

  def changing!(_on_change, _versions), do: :ok

  defp policy?(policy), do: policy in [:error, :reset] or is_function(policy, 3)

  @doc "What variables are to be."
  @spec vars!(keyword()) :: keyword()
  def vars!(options) do
    vars = Keyword.get(options, :vars, [])

    unless Keyword.keyword?(vars) do
      raise ArgumentError, "`vars:` wants a list like [threshold: 5], got: #{inspect(vars)}"
    end

    vars
  end

  defp example([program | _]), do: "[#{program}: false]"
  defp example(_), do: "[name: false]"

  defp check_attach_value!(_name, false), do: :ok

  defp check_attach_value!(name, value) when is_list(value) do
    attach_options!(value, "`attach: [#{name}: ...]`")
    :ok
  end

  defp check_attach_value!(name, value) do
    raise ArgumentError,
          "`attach: [#{name}: ...]` wants false, for a program that is not to be attached, " <>
            "or a list of options, got: #{inspect(value)}"
  end

  @doc "To what one program is attached, and how; `function` is whose options they are."
  @spec attach_options!(keyword(), String.t()) :: keyword()
  def attach_options!(options, function) do
    Argument.options!(options, @attach_options, function)
    Enum.each(options, &check_attach_option!/1)
    options
  end

  # The kernel's names of interfaces have at most 15 bytes.
  defp check_attach_option!({:interface, name}) do
    unless is_binary(name) and byte_size(name) in 1..15 and String.printable?(name) and
             not String.contains?(name, ["/", " "]) do
      raise ArgumentError,
            "`interface:` wants the name of a network interface, such as \"eth0\", got: #{inspect(name)}"
    end
  end

  defp check_attach_option!({:mode, mode}) do
    unless mode in @modes do
      raise ArgumentError,
            "unknown mode #{inspect(mode)}: #{Argument.listing("mode", @modes)}" <>
              Suggestion.did_you_mean(mode, @modes)
    end
  end

  @doc """
  What keys and values of maps are, of an ELF that others made: as `Honey.Codec` takes them, and the structs that are
  among them.
  """
  @spec map_types!(keyword()) :: {keyword(), [map()]}
  def map_types!(options) do
    map_types = Keyword.get(options, :maps, [])

    unless Keyword.keyword?(map_types) do
      raise ArgumentError,
            "`maps:` wants a list like [name: [key: :u32, value: :u64]], got: #{inspect(map_types)}"
    end

    {types, structs} =
      Enum.map_reduce(map_types, [], fn {name, types}, structs ->
        Argument.options!(types, @map_type_options, "`maps: [#{name}: ...]`")
        {types, structs} = Enum.map_reduce(types, structs, &map_type!(name, &1, &2))
        {{name, types}, structs}
      end)

    {types, Enum.uniq_by(structs, & &1.name)}
  end

  defp map_type!(name, {option, type}, structs) do
    case ForeignType.resolve(type) do
      {:ok, type, more} ->
        {{option, type}, more ++ structs}

      :error ->
        raise ArgumentError,
              "unknown type #{inspect(type)} in `maps: [#{name}: [#{option}: ...]]`: #{ForeignType.expected()}"
    end
  end
end

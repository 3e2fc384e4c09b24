defmodule Honey.Sim.Type do
  @moduledoc false
  # Elixir's terms, and the registers that they are in the intermediate representation.
  #
  # A value takes, in this order, a register for its integer or atom, one for its tag, which says of
  # what part of its type it is, one for the bytes of a struct or array, and those of the elements of all data that the type has. One that says
  # nothing is left out: `payload?/1` and `tagged?/1` know. That is what list_registers() does in
  # value.c; both, and export_type.c, have to learn of a new kind of part.

  alias Honey.Codec
  alias Honey.Sim.Integer

  @typedoc "The type of an argument as the compiler takes it: the list of its parts."
  @type argument :: [
          :s64
          | :u64
          | {:atom, atom}
          | {:tuple | :list, [argument]}
          | {:map, [{atom | integer, argument}]}
        ]

  @typedoc "A type as the compiler gives it: the list of its parts, each with its tag."
  @type t :: [{tag :: integer | nil, atom, term}]

  @type atoms :: %{ids: %{atom => integer}, names: %{integer => atom}, types: [map]}

  ## Arguments

  @doc """
  The type that a term has as an argument, when nothing else is said.

  nil is what a lookup gives that finds nothing: a type with nothing but nil would let the compiler
  refuse what only fails for nil.
  """
  @spec of(term) :: {:ok, argument} | :error
  def of(nil), do: {:ok, [:s64, {:atom, nil}]}
  def of(value) when is_boolean(value), do: {:ok, [{:atom, true}, {:atom, false}]}
  def of(value) when is_atom(value), do: {:ok, [{:atom, value}]}
  def of(value) when is_tuple(value), do: part(:tuple, Tuple.to_list(value), &of/1)

  def of(value) when is_list(value) do
    if List.improper?(value), do: :error, else: part(:list, value, &of/1)
  end

  def of(value) when is_map(value) and not is_struct(value), do: map_part(value, &of/1)

  def of(value) when is_integer(value) do
    cond do
      Integer.fits?(value, :s64) -> {:ok, [:s64]}
      Integer.fits?(value, :u64) -> {:ok, [:u64]}
      true -> :error
    end
  end

  def of(_), do: :error

  @doc """
  The type that a user has written: `:u64`, `:boolean`, `{:ok, :u64}`, `%{size: :u64}`, an atom, or
  a list of alternatives.
  """
  @spec parse(term) :: {:ok, argument} | :error
  def parse(type) when type in [:s64, :u64], do: {:ok, [type]}
  def parse(:boolean), do: of(true)
  def parse(atom) when is_atom(atom), do: {:ok, [{:atom, atom}]}
  def parse(tuple) when is_tuple(tuple), do: part(:tuple, Tuple.to_list(tuple), &parse/1)
  def parse(map) when is_map(map) and not is_struct(map), do: map_part(map, &parse/1)

  def parse([_ | _] = types) do
    with false <- List.improper?(types),
         {:ok, alternatives} <- each(types, &parse/1) do
      {:ok, Enum.concat(alternatives)}
    else
      _ -> :error
    end
  end

  def parse(_), do: :error

  defp part(kind, items, function) do
    with {:ok, types} <- each(items, function), do: {:ok, [{kind, types}]}
  end

  defp map_part(map, function) do
    {keys, values} = Enum.unzip(map)

    with true <- Enum.all?(keys, &(is_atom(&1) or Integer.fits?(&1, :s64))),
         {:ok, types} <- each(values, function) do
      {:ok, [{:map, Enum.zip(keys, types)}]}
    else
      _ -> :error
    end
  end

  defp each(items, function) do
    types = Enum.map(items, function)
    if :error in types, do: :error, else: {:ok, for({:ok, type} <- types, do: type)}
  end

  @doc "Whether the term is of the type."
  @spec member?(term, argument) :: boolean
  def member?(value, parts), do: Enum.any?(parts, &in_part?(value, &1))

  defp in_part?(value, type) when type in [:s64, :u64], do: Integer.fits?(value, type)
  defp in_part?(value, {:atom, atom}), do: value == atom

  defp in_part?(value, {:tuple, types}),
    do: is_tuple(value) and members?(Tuple.to_list(value), types)

  defp in_part?(value, {:list, types}), do: is_list(value) and members?(value, types)

  defp in_part?(value, {:map, pairs}) do
    is_map(value) and map_size(value) == length(pairs) and
      Enum.all?(pairs, fn {key, type} ->
        is_map_key(value, key) and member?(Map.fetch!(value, key), type)
      end)
  end

  defp members?(values, types) do
    length(values) == length(types) and
      values |> Enum.zip(types) |> Enum.all?(fn {value, type} -> member?(value, type) end)
  end

  ## Registers

  @doc "The registers that hold a term, which is of the type."
  @spec encode(term, t, atoms) :: [integer]
  def encode(value, parts, atoms) do
    part = Enum.find(parts, &holds?(&1, value, atoms))

    one(payload?(parts), payload(part, value, atoms)) ++
      one(tagged?(parts), elem(part, 0)) ++
      Enum.flat_map(parts, &encode_data(&1, if(&1 == part, do: {:ok, value}, else: :none), atoms))
  end

  @doc "The term that registers hold."
  @spec decode([integer], t, atoms) :: term
  def decode(registers, parts, atoms) do
    {term, []} = take(registers, parts, atoms)
    term
  end

  defp payload?(parts) do
    Enum.any?(parts, fn {_, kind, of} -> kind == :integer or (kind == :atom and of == nil) end)
  end

  defp tagged?(parts), do: length(parts) > 1

  defp one(true, register), do: [register]
  defp one(false, _register), do: []

  defp holds?({_, :integer, _}, value, _atoms), do: is_integer(value)
  defp holds?({_, :atom, nil}, value, _atoms), do: is_atom(value)
  defp holds?({_, :atom, id}, value, atoms), do: atoms.ids[value] == id

  defp holds?({_, kind, of}, value, atoms) do
    case items(kind, of, value) do
      {:ok, items} -> Enum.all?(items, fn {item, type} -> held?(item, type, atoms) end)
      :error -> false
    end
  end

  defp held?(value, parts, atoms), do: Enum.any?(parts, &holds?(&1, value, atoms))

  # The items of data with their types, if the data has as many.
  defp items(:tuple, types, value) when is_tuple(value) and tuple_size(value) == length(types),
    do: {:ok, Enum.zip(Tuple.to_list(value), types)}

  defp items(:list, types, value) when is_list(value) and length(value) == length(types),
    do: {:ok, Enum.zip(value, types)}

  defp items(:map, pairs, value) when is_map(value) and map_size(value) == length(pairs) do
    if Enum.all?(pairs, fn {key, _} -> is_map_key(value, key) end),
      do: {:ok, for({key, type} <- pairs, do: {Map.fetch!(value, key), type})},
      else: :error
  end

  defp items(_, _, _), do: :error

  defp payload({_, :integer, type}, value, _atoms), do: Integer.wrap(value, type)
  defp payload({_, :atom, _}, value, atoms), do: Map.fetch!(atoms.ids, value)
  defp payload(_, _, _), do: 0

  defp encode_data({_, kind, of}, given, atoms) when kind in [:tuple, :list, :map] do
    case given do
      {:ok, value} ->
        {:ok, items} = items(kind, of, value)
        Enum.flat_map(items, fn {item, type} -> encode(item, type, atoms) end)

      :none ->
        List.duplicate(0, of |> types(kind) |> Enum.map(&count/1) |> Enum.sum())
    end
  end

  defp encode_data({_, :memory, _}, :none, _atoms), do: [<<>>]
  defp encode_data(_part, _given, _atoms), do: []

  defp types(pairs, :map), do: Enum.map(pairs, &elem(&1, 1))
  defp types(types, _kind), do: types

  defp count(parts) do
    data =
      for {_, kind, of} <- parts, kind in [:tuple, :list, :map], type <- types(of, kind), do: type

    length(one(payload?(parts), 0)) + length(one(tagged?(parts), 0)) +
      Enum.count(parts, &match?({_, :memory, _}, &1)) +
      (data |> Enum.map(&count/1) |> Enum.sum())
  end

  defp take(registers, parts, atoms) do
    {payload, registers} = if payload?(parts), do: pop(registers), else: {nil, registers}

    {tag, registers} =
      if tagged?(parts), do: pop(registers), else: {elem(hd(parts), 0), registers}

    {terms, registers} =
      Enum.map_reduce(parts, registers, fn part, registers ->
        {term, registers} = take_part(part, payload, registers, atoms, elem(part, 0) == tag)
        {{elem(part, 0), term}, registers}
      end)

    {_, term} = List.keyfind!(terms, tag, 0)
    {term, registers}
  end

  # A part that the value is not of still has its registers, with anything in them.
  defp take_part({_, kind, of}, _payload, registers, _atoms, false)
       when kind in [:tuple, :list, :map] do
    {nil, Enum.drop(registers, of |> types(kind) |> Enum.map(&count/1) |> Enum.sum())}
  end

  defp take_part({_, :memory, _}, _payload, registers, _atoms, false), do: {nil, tl(registers)}
  defp take_part(_part, _payload, registers, _atoms, false), do: {nil, registers}

  defp take_part({_, :memory, type}, _payload, [bytes | registers], atoms, true),
    do: {type |> Codec.compile(atoms.types) |> Codec.decode(bytes), registers}

  defp take_part({_, :integer, _}, payload, registers, _atoms, true), do: {payload, registers}

  defp take_part({_, :atom, id}, payload, registers, atoms, true),
    do: {Map.fetch!(atoms.names, id || payload), registers}

  # What a comprehension gives: its values were not kept.
  defp take_part({_, :unkept, _}, _payload, registers, _atoms, true), do: {:unkept, registers}

  # What goes over a map has no term.
  defp take_part({_, :entries, _}, _payload, registers, _atoms, true), do: {:entries, registers}

  defp take_part({_, kind, of}, _payload, registers, atoms, true) do
    {items, registers} = of |> types(kind) |> Enum.map_reduce(registers, &take(&2, &1, atoms))

    {build(kind, of, items), registers}
  end

  defp build(:tuple, _, items), do: List.to_tuple(items)
  defp build(:list, _, items), do: items

  defp build(:map, pairs, items),
    do: pairs |> Enum.map(&elem(&1, 0)) |> Enum.zip(items) |> Map.new()

  defp pop([register | registers]), do: {register, registers}
end

defmodule Honey.Sim.Answer do
  @moduledoc false
  # What a helper has returned, a simulated one or a function of the user's, as the register has it.

  alias Honey.Codec
  alias Honey.Sim.{Integer, Map}

  require Integer

  @doc "The register's value; raises where the helper cannot return that."
  @spec result!(map, atom, atom | tuple, term) :: integer | binary
  def result!(atoms, name, kind, result)

  def result!(atoms, name, :ok_or_error, result), do: status!(atoms, name, result)
  def result!(_atoms, _name, :ok, :ok), do: 0

  def result!(atoms, name, :size_or_error, {:error, _} = result),
    do: status!(atoms, name, result)

  def result!(_atoms, name, {:size, size}, text) do
    if is_binary(text) and byte_size(text) < size and not String.contains?(text, <<0>>),
      do: text,
      else: bad_result(name, text)
  end

  def result!(atoms, name, :number_or_error, {:error, _} = result),
    do: status!(atoms, name, result)

  def result!(_atoms, name, :number_or_error, value) do
    if is_integer(value) and value in 0..0x7FFFFFFFFFFFFFFF,
      do: value,
      else: bad_result(name, value)
  end

  # What is filled, or changed: a number, a binary, or the bytes of a struct, an array or a tuple.
  def result!(atoms, name, {how, type}, value)
      when how in [:type, :changed] and not Integer.is_type(type) do
    case type |> Codec.compile(atoms.types) |> Codec.encode(value) do
      {:ok, bytes} -> bytes
      {:error, _} -> bad_result(name, value)
    end
  end

  def result!(_atoms, name, kind, value) do
    type =
      case kind do
        {how, type} when how in [:type, :changed] -> type
        :size_or_error -> :u32
        type -> type
      end

    if Integer.fits?(value, type), do: value, else: bad_result(name, value)
  end

  @doc "What the register of a filled result holds when there was none."
  @spec nothing({atom, term}, [map]) :: integer | binary
  def nothing({:size, _}, _types), do: ""
  def nothing({_, type}, _types) when Integer.is_type(type), do: 0
  def nothing({_, type}, types), do: <<0::size(Codec.size(Codec.compile(type, types)))-unit(8)>>

  @doc "0 or a negative errno."
  @spec status!(map, atom, term) :: integer
  def status!(_atoms, _name, :ok), do: 0

  def status!(atoms, name, {:error, reason} = result) do
    case atoms.ids do
      %{^reason => id} when id < 0 -> id
      %{} -> bad_result(name, result)
    end
  end

  def status!(_atoms, name, result), do: bad_result(name, result)

  @doc "A value of the map, as it has it."
  @spec value!(Map.t(), atom, term) :: integer | binary
  def value!(map, name, value) do
    case Map.value_of(map, value) do
      {:ok, value} -> value
      :error -> bad_result(name, value)
    end
  end

  @spec bad_result(atom, term) :: no_return
  defp bad_result(name, value) do
    raise ArgumentError,
          "the function for `#{name}` in helpers: returned #{inspect(value)}, which `#{name}` cannot"
  end
end

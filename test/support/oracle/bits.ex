defmodule Honey.Test.Oracle.Bits do
  @moduledoc "Binaries that are matched and put together, for `Honey.Test.Oracle`."

  alias Honey.Test.Oracle

  @typedoc "What `::` says of a segment; without a size, a binary is all that is there."
  @type spec :: %{
          type: :integer | :binary | :bitstring,
          size: Macro.t() | nil,
          unit: pos_integer,
          signed?: boolean,
          little?: boolean
        }

  @doc "A segment's pattern, or value, and what is said of it."
  @spec segment(Macro.t()) :: {Macro.t(), spec}
  def segment({:"::", _, [value, options]}), do: {value, spec(options(options))}
  def segment(text) when is_binary(text), do: {text, spec([{:binary, [], nil}])}
  def segment(value), do: {value, spec([])}

  defp options({:-, _, [left, right]}), do: options(left) ++ [right]
  defp options(one), do: [one]

  defp spec(options) do
    names = for {name, _, nil} <- options, do: name
    type = Enum.find(names, :integer, &(&1 in [:binary, :bitstring]))

    %{
      type: type,
      size: Enum.find_value(options, &size/1),
      unit: if(type == :binary, do: 8, else: 1),
      signed?: :signed in names,
      little?: :little in names or :native in names
    }
  end

  defp size(number) when is_integer(number), do: number
  defp size({:size, _, [size]}), do: size
  defp size(_), do: nil

  ## Patterns

  @doc "What a segment takes of the bits, and the bits behind it; `:error` where they do not suffice."
  @spec take(spec, Macro.t(), bitstring, map) :: {:ok, term, bitstring} | :error
  def take(spec, pattern, bits, scope) do
    case bits_of(spec, pattern, scope) do
      :all when spec.type == :binary and rem(bit_size(bits), 8) != 0 -> :error
      :all -> {:ok, bits, <<>>}
      count when is_integer(count) and count >= 0 -> split(bits, count, spec)
      _ -> :error
    end
  end

  defp bits_of(%{size: nil, type: :integer}, _pattern, _scope), do: 8
  defp bits_of(%{size: nil}, text, _scope) when is_binary(text), do: bit_size(text)
  defp bits_of(%{size: nil}, _pattern, _scope), do: :all

  defp bits_of(spec, _pattern, scope) do
    size = Oracle.value(spec.size, scope)
    if is_integer(size), do: size * spec.unit
  end

  defp split(bits, count, spec) do
    case bits do
      <<part::bitstring-size(count), rest::bitstring>> -> {:ok, read(part, spec), rest}
      _ -> :error
    end
  end

  defp read(part, %{type: :integer} = spec) do
    size = bit_size(part)

    <<value::size(size)>> = if spec.little?, do: turned(part), else: part

    if spec.signed? and size > 0 and value >= 2 ** (size - 1), do: value - 2 ** size, else: value
  end

  defp read(part, _spec), do: part

  # The bytes from the last to the first; of a part of a byte, its bits are the highest.
  defp turned(part) do
    size = bit_size(part)
    <<value::little-size(size)>> = part
    <<value::size(size)>>
  end

  ## Put together

  @doc "The binary of these values, or `:error` where one is not what its segment takes."
  @spec build([{term, spec}], map) :: {:ok, bitstring} | :error
  def build(values, scope) do
    parts = for {value, spec} <- values, do: written(value, spec, scope)

    if :error in parts,
      do: :error,
      else: {:ok, for(part <- parts, into: <<>>, do: part)}
  end

  defp written(value, %{type: :integer} = spec, scope) when is_integer(value) do
    size = bits_of(spec, nil, scope)
    if spec.little?, do: <<value::little-size(size)>>, else: <<value::size(size)>>
  end

  defp written(value, %{type: type} = spec, scope)
       when type != :integer and is_bitstring(value) do
    case take(%{spec | type: :bitstring}, value, value, scope) do
      {:ok, part, _} -> part
      :error -> :error
    end
  end

  defp written(_, _, _), do: :error
end

defmodule Honey.Test.Oracle.Integers do
  @moduledoc "Operators and other functions of Kernel, for `Honey.Test.Oracle`."

  import Bitwise

  alias Honey.Test.Oracle.State

  # Nothing has more bits.
  @most_shift 128

  @comparisons [:==, :!=, :===, :!==, :<, :<=, :>, :>=]
  @tests [:is_nil, :is_integer, :is_atom, :is_boolean, :is_tuple, :is_list, :is_map] ++
           [:is_binary, :is_struct]
  @operators [:+, :-, :*, :div, :rem, :&&&, :|||, :bxor, :bnot, :<<<, :>>>, :abs]

  @doc "The function's value, which is of the type; what it raises; `:unknown` is none of Kernel's."
  @spec apply(atom, [term], term) :: {:ok, term} | {:raises, atom} | :unknown
  def apply(name, values, type) when name in @operators do
    if Enum.all?(values, &is_integer/1),
      do: integer(name, values, type),
      else: {:raises, if(name == :abs, do: :argument, else: :arithmetic)}
  end

  def apply(name, values, _type) when name in @comparisons,
    do: {:ok, Kernel.apply(Kernel, name, values)}

  def apply(:is_nil, [value], _type), do: {:ok, value == nil}
  def apply(:is_struct, [value], _type), do: {:ok, is_struct(value)}

  def apply(name, values, _type) when name in @tests,
    do: {:ok, Kernel.apply(Kernel, name, values)}

  def apply(:!, [value], _type), do: {:ok, value in [false, nil]}
  def apply(:not, [value], _type) when is_boolean(value), do: {:ok, not value}
  def apply(:not, _, _type), do: {:raises, :argument}
  def apply(:.., [first, last], _type), do: {:ok, Range.new(first, last)}
  def apply(:"..//", [first, last, step], _type), do: {:ok, Range.new(first, last, step)}

  def apply(:in, [value, %Range{} = range], _type),
    do: {:ok, is_integer(value) and value in range}

  def apply(:in, [value, list], _type), do: {:ok, value in list}
  def apply(_, _, _), do: :unknown

  defp integer(name, [_, 0], _type) when name in [:div, :rem], do: {:raises, :arithmetic}
  defp integer(name, values, type), do: name |> exact(values) |> State.result(type)

  defp exact(:<<<, [value, count]), do: shift(value, count)
  defp exact(:>>>, [value, count]), do: shift(value, -count)
  defp exact(:bnot, [value]), do: -value - 1

  defp exact(name, values) when name in [:+, :-, :*, :div, :rem, :abs],
    do: Kernel.apply(Kernel, name, values)

  defp exact(name, values), do: Kernel.apply(Bitwise, name, values)

  defp shift(value, count) when count >= 0, do: value <<< min(count, @most_shift)
  defp shift(value, count), do: value >>> min(-count, @most_shift)
end

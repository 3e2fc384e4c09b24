defmodule Honey.Kfunc.Prototype do
  @moduledoc false
  # The prototype of a function of the running kernel, out of its type information (BTF). That is
  # records of several sizes, one after the other, which refer to each other by their numbers from 1 on.

  import Bitwise

  @vmlinux "/sys/kernel/btf/vmlinux"

  @int 1
  @pointer 2
  @array 3
  @struct 4
  @union 5
  @enum 6
  @function 12
  @function_proto 13
  @variable 14
  @section 15
  @tag 17
  @enum64 19

  # typedef, volatile, const, restrict, type_tag
  @modifiers [8, 9, 10, 11, 18]

  @type kind :: :integer | :void | {:pointer, :integer | :void | :other} | :other
  @type t :: %{parameters: [kind], result: kind}

  @doc "`:error` where the kernel has no such function, or does not say what it has."
  @spec find(String.t(), Path.t()) :: {:ok, t} | :error
  def find(name, path \\ @vmlinux) do
    with {:ok, <<0xEB9F::little-16, 1, _, header::little-32, rest::binary>> = file} <-
           File.read(path),
         <<types_at::little-32, types_size::little-32, strings_at::little-32, size::little-32,
           _::binary>> <- rest,
         types = binary_part(file, header + types_at, types_size),
         strings = binary_part(file, header + strings_at, size),
         {at, _} <- :binary.match(strings, <<0, name::binary, 0>>) do
      prototype(types, at + 1)
    else
      _ -> :error
    end
  end

  defp prototype(types, name) do
    places = types |> places(0, []) |> Enum.reverse()

    case Enum.find_value(places, &function(types, &1, name)) do
      nil -> :error
      id -> {:ok, read(types, List.to_tuple(places), id)}
    end
  end

  # Where each record begins.
  defp places(types, at, places) when at >= byte_size(types), do: places

  defp places(types, at, places) do
    {_, kind, count, _} = record(types, at)
    places(types, at + 12 + behind(kind, count), [at | places])
  end

  defp record(types, at) do
    <<name::little-32, info::little-32, other::little-32>> = binary_part(types, at, 12)
    {name, info >>> 24 &&& 0x1F, info &&& 0xFFFF, other}
  end

  # The bytes that follow a record of so many members.
  defp behind(kind, _) when kind in [@int, @variable, @tag], do: 4
  defp behind(@array, _), do: 12
  defp behind(kind, count) when kind in [@struct, @union, @section, @enum64], do: 12 * count
  defp behind(kind, count) when kind in [@enum, @function_proto], do: 8 * count
  defp behind(_, _), do: 0

  defp function(types, at, name) do
    case record(types, at) do
      {^name, @function, _, proto} -> proto
      _ -> nil
    end
  end

  defp read(types, places, id) do
    at = elem(places, id - 1)
    {_, @function_proto, count, result} = record(types, at)
    parameters = binary_part(types, at + 12, 8 * count)
    ids = for <<_::little-32, id::little-32 <- parameters>>, do: id
    %{parameters: Enum.map(ids, &kind(types, places, &1)), result: kind(types, places, result)}
  end

  defp kind(_types, _places, 0), do: :void

  defp kind(types, places, id) do
    case record(types, elem(places, id - 1)) do
      {_, kind, _, other} when kind in @modifiers -> kind(types, places, other)
      {_, kind, _, _} when kind in [@int, @enum, @enum64] -> :integer
      {_, @pointer, _, other} -> {:pointer, pointee(kind(types, places, other))}
      _ -> :other
    end
  end

  defp pointee(kind) when kind in [:integer, :void], do: kind
  defp pointee(_), do: :other

  @doc "Whether a declaration has these parameters and this result."
  @spec fits?(t, [atom], atom) :: boolean
  def fits?(prototype, parameters, result) do
    Enum.map(parameters, &kind/1) == prototype.parameters and
      if(result == :void, do: :void, else: :integer) == prototype.result
  end

  defp kind(:string), do: {:pointer, :integer}
  defp kind(_), do: :integer

  @doc "In words of C, as far as it is known."
  @spec text(t, atom) :: String.t()
  def text(prototype, name),
    do: "#{c(prototype.result)} #{name}(#{Enum.map_join(prototype.parameters, ", ", &c/1)})"

  defp c(:void), do: "void"
  defp c(:integer), do: "integer"
  defp c({:pointer, :integer}), do: "char *"
  defp c({:pointer, :void}), do: "void *"
  defp c({:pointer, :other}), do: "struct *"
  defp c(:other), do: "struct"
end

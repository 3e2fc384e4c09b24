defmodule Honey.Test.Oracle.Maps do
  @moduledoc """
  The functions of `Honey.KernelMap`, for `Honey.Test.Oracle`: by what guides/kernel_maps.md says that they do on
  one CPU, of the kernel's helpers as `Honey.Test.Random.KernelMap` has them.
  """

  alias Honey.Test.IntegerOracle
  alias Honey.Test.Oracle
  alias Honey.Test.Oracle.{Integers, State}
  alias Honey.Test.Random.{KernelMap, Node, Type}

  @doc """
  Calls it: the value, or what it raises. The last argument's node says what its kind is, if it is an integer.
  """
  @spec call(atom, [term], Macro.t()) :: {:ok, term} | {:raises, atom}
  def call(:get, [map, key], _), do: {:ok, lookup(map, key)}
  def call(:fetch!, [map, key], _), do: raise_nil(lookup(map, key))
  def call(:has_key?, [map, key], _), do: {:ok, lookup(map, key) != nil}
  def call(:put, [map, key, value], _), do: {:ok, store(map, key, value, :bpf_any)}
  def call(:put, [map, key, value, flag], _), do: {:ok, store(map, key, value, flag)}
  def call(:put_new, [map, key, value], _), do: {:ok, store(map, key, value, :bpf_noexist)}
  def call(:delete, [map, key], _), do: {:ok, State.helper(:bpf_map_delete_elem, [map, key])}
  def call(:push, values, _), do: {:ok, State.helper(:bpf_map_push_elem, values ++ [:bpf_any])}
  def call(:pop, [map], _), do: {:ok, State.helper(:bpf_map_pop_elem, [map])}
  def call(:peek, [map], _), do: {:ok, State.helper(:bpf_map_peek_elem, [map])}
  def call(:stream, [map], _), do: {:ok, stream(map)}
  def call(:log2_histogram, [map, n], _), do: count(map, doublings(n))

  def call(:linear_histogram, [_map, _n, %{step: step}], _) when step < 1,
    do: {:raises, :function_clause}

  def call(:linear_histogram, [map, n, range], _), do: count(map, Enum.count(range, &(&1 <= n)))
  def call(:count, [map, key], _), do: count(map, key)

  def call(:get, [map, key, default], _) do
    found = lookup(map, key)
    {:ok, if(found == nil, do: default, else: found)}
  end

  def call(:fetch, [map, key], _) do
    found = lookup(map, key)
    {:ok, if(found == nil, do: :error, else: {:ok, found})}
  end

  def call(:update, [map, key, first, function], _),
    do: update(map, key, first, &{:ok, Oracle.apply_value(function, [&1])})

  def call(:sum, [map, key, n], node), do: update(map, key, n, &sum(&1, value(map), n, node))

  def call(name, [map, key, n], _) when name in [:min, :max],
    do: update(map, key, n, &{:ok, apply(Kernel, name, [&1, n])})

  def call(:avg, [map, key, n], node) do
    kinds = Type.fields(:Stat)
    first = %{KernelMap.record(:Stat, State.module()) | count: 1, total: n}

    update(map, key, first, fn there ->
      with {:ok, count} <- sum(there.count, kinds[:count], 1, 1),
           {:ok, total} <- sum(there.total, kinds[:total], n, node),
           do: {:ok, %{there | count: count, total: total}}
    end)
  end

  defp lookup(map, key), do: State.helper(:bpf_map_lookup_elem, [map, key])

  defp store(map, key, value, flag),
    do: State.helper(:bpf_map_update_elem, [map, key, value, flag])

  defp raise_nil(nil), do: {:raises, :key}
  defp raise_nil(value), do: {:ok, value}

  defp count(map, key), do: update(map, key, 1, &sum(&1, value(map), 1, 1))

  defp update(map, key, first, new) do
    case lookup(map, key) do
      nil -> {:ok, store(map, key, first, :bpf_noexist)}
      there -> with {:ok, value} <- new.(there), do: {:ok, store(map, key, value, :bpf_any)}
    end
  end

  defp sum(there, kind, n, node) do
    kind = IntegerOracle.result_kind(:+, [kind, Node.kind(node)])
    Integers.apply(:+, [there, n], kind)
  end

  defp value(map), do: KernelMap.all()[map] |> elem(2) |> Type.of()

  # How often it can be halved.
  defp doublings(n) when n < 1, do: 0
  defp doublings(n), do: 1 + doublings(div(n, 2))

  defp stream(map) do
    [:begin]
    |> Stream.flat_map(fn :begin -> State.keys(map) end)
    |> Stream.flat_map(fn key ->
      case lookup(map, key) do
        nil -> []
        value -> [{key, value}]
      end
    end)
  end
end

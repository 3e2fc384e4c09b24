defmodule Honey.Standard.KernelMap do
  use Honey.Standard

  import Bitwise
  import Honey.BpfHelpers

  alias Honey.KernelMap

  def get(map, key), do: bpf_map_lookup_elem(map, key)

  def get(map, key, default) do
    case bpf_map_lookup_elem(map, key) do
      nil -> default
      value -> value
    end
  end

  def fetch(map, key) do
    case bpf_map_lookup_elem(map, key) do
      nil -> :error
      value -> {:ok, value}
    end
  end

  def fetch!(map, key) do
    case bpf_map_lookup_elem(map, key) do
      nil -> raise KeyError, key: key, term: map
      value -> value
    end
  end

  def has_key?(map, key), do: bpf_map_lookup_elem(map, key) != nil

  def put(map, key, value), do: bpf_map_update_elem(map, key, value, :bpf_any)
  def put(map, key, value, flag), do: bpf_map_update_elem(map, key, value, flag)
  def put_new(map, key, value), do: bpf_map_update_elem(map, key, value, :bpf_noexist)

  def delete(map, key), do: bpf_map_delete_elem(map, key)

  def push(map, value), do: bpf_map_push_elem(map, value, :bpf_any)
  def pop(map), do: bpf_map_pop_elem(map)
  def peek(map), do: bpf_map_peek_elem(map)
  def peek(map, value), do: bpf_map_peek_elem(map, value) == :ok

  # Of these two the compiler knows more: desugar_kernel_map.c. Here is what they mean on one CPU.
  def update(map, key, initial, function) do
    case bpf_map_lookup_elem(map, key) do
      nil -> bpf_map_update_elem(map, key, initial, :bpf_noexist)
      value -> bpf_map_update_elem(map, key, function.(value), :bpf_any)
    end
  end

  def avg(map, key, n) do
    KernelMap.update(map, key, %{count: 1, total: n}, fn average ->
      %{average | count: average.count + 1, total: average.total + n}
    end)
  end

  def count(map, key), do: KernelMap.update(map, key, 1, fn count -> count + 1 end)
  def sum(map, key, n), do: KernelMap.update(map, key, n, fn sum -> sum + n end)

  def min(map, key, n) do
    KernelMap.update(map, key, n, fn least -> if n < least, do: n, else: least end)
  end

  def max(map, key, n) do
    KernelMap.update(map, key, n, fn most -> if n > most, do: n, else: most end)
  end

  def log2_histogram(map, n), do: KernelMap.count(map, KernelMap.log2_bucket(n))

  def linear_histogram(map, n, range) do
    KernelMap.count(map, KernelMap.linear_bucket(n, range))
  end

  # How many bits the number takes, by halves, without a branch: the verifier would walk both ways of each,
  # and go on, behind the histogram too, with what it says of the number. What is below 0 has bit 63 set.
  def log2_bucket(n) when n < 1, do: 0

  def log2_bucket(n) do
    above = -(n >>> 32) >>> 63 &&& 1
    n32 = n >>> (above <<< 5) &&& 0xFFFFFFFF
    above16 = (0xFFFF - n32) >>> 63 &&& 1
    n16 = n32 >>> (above16 <<< 4) &&& 0xFFFF
    above8 = (0xFF - n16) >>> 63 &&& 1
    n8 = n16 >>> (above8 <<< 3) &&& 0xFF
    above4 = (0xF - n8) >>> 63 &&& 1
    n4 = n8 >>> (above4 <<< 2) &&& 0xF
    above2 = (0x3 - n4) >>> 63 &&& 1
    n2 = n4 >>> (above2 <<< 1) &&& 0x3
    above1 = (0x1 - n2) >>> 63 &&& 1

    1 + (above <<< 5) + (above16 <<< 4) + (above8 <<< 3) + (above4 <<< 2) + (above2 <<< 1) +
      above1
  end

  # How many of the range's numbers are not above n.
  def linear_bucket(n, %{first: first, last: last, step: step}) when step > 0 do
    cond do
      n < first or last < first -> 0
      n >= last -> div(last - first, step) + 1
      true -> div(n - first, step) + 1
    end
  end
end

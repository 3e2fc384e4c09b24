defmodule Honey.Golden.Anonymous do
  use Honey, license: "GPL", kernel: "5.14"

  defmap :numbers, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_map_lookup_elem(:numbers, 0) || 0
    m = Honey.BpfHelpers.bpf_map_lookup_elem(:numbers, 1)

    scale = fn
      0 -> 1
      x when x > n -> x * n
      x -> x
    end

    # What `n` is when the function is made, it stays.
    n = n + 1
    apply_twice(scale, n) + apply_twice(fn x -> x + (m || 3) end, n)
  end

  defp apply_twice(f, x), do: f.(f.(x))
end

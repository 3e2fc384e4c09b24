defmodule Honey.Golden.BadFunctionValue do
  use Honey, license: "GPL", kernel: "5.14"

  defmap :numbers, :bpf_hash, max_entries: 2, key_type: :u32, value_type: :u64

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_ktime_get_ns()
    f = fn x -> x + n end
    a = f.(n, 2)
    b = n.(1)
    c = if n > 5, do: f, else: &(&1 - 1)
    d = if n > 5, do: f
    e = f == &(&1 * 2)
    g = f + 1
    Honey.BpfHelpers.bpf_map_update_elem(:numbers, 1, f, :bpf_any)
    h = {f, 1}
    i = repeat(f, n)
    a + b + c + d + e + g + h + i
  end

  defp repeat(f, n) when n > 0, do: f.(repeat(f, n - 1))
  defp repeat(_, _), do: 0
end

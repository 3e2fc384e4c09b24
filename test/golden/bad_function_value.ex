defmodule Honey.Golden.BadFunctionValue do
  use Honey, license: "GPL", kernel: "5.14"

  defmap :numbers, :bpf_hash, max_entries: 2, key_type: :u32, value_type: :u64

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_ktime_get_ns()
    f = fn x -> x + n end
    a = f.(n, 2)
    b = n.(1)
    c = if n > 5, do: f, else: &(&1 - &2)
    d = c.(1)
    e = f == &(&1 * 2)
    g = f + 1
    Honey.BpfHelpers.bpf_map_update_elem(:numbers, 1, f, :bpf_any)
    h = {f, 1} == {f, 2}
    i = repeat(f, n)
    Enum.each(1..3, n)
    Enum.reduce(1..3, 0, f)
    grow(f, n, 20)
    is_function(f, n)
    case c do
      ^f -> 1
      _ -> 2
    end
    twice = fn g, x -> g.(g, x) end
    twice.(twice, 1)
    a + b + d + e + g + h + i
  end

  defp repeat(f, n) when n > 0, do: f.(repeat(f, n - 1))
  defp repeat(_, _), do: 0

  defp grow(f, x, 0), do: f.(x)
  defp grow(f, x, times), do: grow(fn y -> f.(y) + 1 end, x, times - 1)
end

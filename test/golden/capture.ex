defmodule Honey.Golden.Capture do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_ktime_get_ns()
    apply_twice(&add_one/1, n) + apply_twice(&(&1 * n), 2) + combine(&-/2, n, 5)
  end

  defp apply_twice(f, x), do: f.(f.(x))
  defp combine(f, x, y), do: f.(x, y)
  defp add_one(x), do: x + 1
end

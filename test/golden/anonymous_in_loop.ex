# A variable that holds a function goes where an `fn` does, and from turn to turn.
defmodule Honey.Golden.AnonymousInLoop do
  use Honey, license: "GPL", kernel: "5.17"

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_get_smp_processor_id()
    scale = fn x, sum -> sum + x * n end
    Enum.reduce(1..4, 0, scale) + repeat(&(&1 + n), n, 3)
  end

  defp repeat(_f, x, 0), do: x
  defp repeat(f, x, times), do: repeat(f, f.(x), times - 1)
end

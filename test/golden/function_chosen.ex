defmodule Honey.Golden.FunctionChosen do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_get_smp_processor_id()
    f = if n > 2, do: &half/1, else: fn x -> x + n end
    handlers = %{even: f, odd: &(&1 * 3)}
    g = if rem(n, 2) == 0, do: handlers.even, else: handlers.odd
    f.(10) + g.(7)
  end

  defp half(n), do: div(n, 2)
end

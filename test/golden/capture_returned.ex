defmodule Honey.Golden.CaptureReturned do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_get_smp_processor_id()
    f = if n > 2, do: adder(n), else: adder(n * 5)
    negate().(f.(n))
  end

  defp adder(n), do: &(&1 + n)

  defp negate, do: fn x -> -x end
end

defmodule Honey.Golden.CaptureReturned do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    negate().(Honey.BpfHelpers.bpf_get_smp_processor_id())
  end

  defp negate, do: fn x -> -x end
end

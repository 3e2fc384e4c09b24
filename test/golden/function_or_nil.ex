defmodule Honey.Golden.FunctionOrNil do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_get_smp_processor_id()
    f = if n > 2, do: fn x -> x + n end
    1 + f.(n)
  end
end

defmodule Golden.KernelTooOld do
  use Honey, license: "GPL", kernel: "5.3"
  import Honey.BpfHelpers

  defmap :seen, :bpf_bloom_filter, max_entries: 5, value_type: :s64

  @sec "syscall"
  def program(_ctx) do
    bpf_get_smp_processor_id()
  end
end

defmodule Golden.KernelTooOld do
  use Honey, license: "GPL", kernel: "4.4"
  import Honey.BpfHelpers

  defmap :lru, :bpf_lru_hash, max_entries: 5, key_type: :u64, value_type: :s64

  @sec "syscall"
  def program(_ctx) do
    bpf_get_smp_processor_id()
  end
end

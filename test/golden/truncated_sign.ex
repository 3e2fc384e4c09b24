defmodule Golden.TruncatedSign do
  use Honey, license: "GPL"
  import Honey.BpfHelpers
  alias Honey.KernelMap

  deftype Change, amount: :u64, least: :s64
  defmap :counts, :bpf_hash, max_entries: 4, key_type: :u64, value_type: :u64
  defmap :changes, :bpf_hash, max_entries: 4, key_type: :u32, value_type: Change
  defvar :lowest, :u64, 0, live: true

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    bpf_map_update_elem(:counts, -1, 1, :bpf_any)
    KernelMap.put(:counts, 1, -1 - cpu)
    KernelMap.update(:counts, 2, -1, &(&1 - 1))
    KernelMap.put(:changes, 1, %Change{amount: -3, least: -3})
    Honey.Var.put(:lowest, bnot(cpu))

    # These may be meant.
    KernelMap.put(:counts, 3, cpu - 1)
    KernelMap.put(:counts, 4, 0xFFFF_FFFF_FFFF_FFFF)
  end
end

# Each field by itself.
defmodule Golden.InPlaceStruct do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Stat, count: :u64, total: :s64, cpu: :u16, least: :u32, seen: :bool, comm: {:string, 16}
  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Stat

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()

    KernelMap.update(:h, 1, %Stat{count: 1, comm: bpf_get_current_comm()}, fn x ->
      %{x | count: x.count + 1, total: x.total - cpu, cpu: cpu, least: min(x.least, cpu), seen: true, comm: "more"}
    end)

    KernelMap.avg(:h, 2, cpu)
  end
end

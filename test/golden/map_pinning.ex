defmodule Golden.MapPinning do
  use Honey, license: "GPL"

  # Lives on when its object goes; the next one finds it by its name.
  defmap :total, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64, pinning: :by_name

  defmap :tenants, :bpf_array_of_maps,
    max_entries: 4,
    inner: {:bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64},
    pinning: :by_name

  defmap :now, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64, pinning: :none

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(_ctx) do
    Honey.KernelMap.count(:total, 0)
    Honey.KernelMap.count(:now, 0)
    0
  end
end

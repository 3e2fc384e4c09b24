# Without an import, and with a last value that no program returns.
defmodule Golden.HelperByName do
  use Honey, license: "GPL"

  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    Honey.BpfHelpers.bpf_map_update_elem(:u, 0, Honey.BpfHelpers.bpf_ktime_get_ns(), :bpf_any)
  end
end

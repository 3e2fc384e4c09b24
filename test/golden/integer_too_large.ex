defmodule Golden.IntegerTooLarge do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:h, 1, 18_446_744_073_709_551_616, :bpf_any)
    bpf_map_update_elem(:h, 1, -9_223_372_036_854_775_809, :bpf_any)
  end
end

# The kernel makes nothing of what a tracepoint program returns: any value will do.
defmodule Golden.ReturnImplicit do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    if bpf_get_smp_processor_id() == 0 do
      bpf_map_update_elem(:s, 0, 1, :bpf_any)
    end
  end
end

defmodule Golden.CaseInteger do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    kind =
      case bpf_get_smp_processor_id() do
        0 -> 10
        n when n in [1, 2] -> 20
        n -> n
      end

    bpf_map_update_elem(:s, 0, kind, :bpf_any)
  end
end

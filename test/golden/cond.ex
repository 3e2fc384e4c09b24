defmodule Golden.Cond do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()

    kind =
      cond do
        cpu == 0 -> 1
        cpu < 4 -> 2
        true -> 3
      end

    bpf_map_update_elem(:s, 0, kind, :bpf_any)
  end
end

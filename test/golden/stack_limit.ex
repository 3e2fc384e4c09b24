defmodule Golden.StackLimit do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype(Page, words: {:array, :u64, 60})
  defmap :pages, :bpf_array, max_entries: 4, key_type: :u32, value_type: Page

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    one = bpf_map_lookup_elem(:pages, cpu)
    other = bpf_map_lookup_elem(:pages, cpu + 1)

    if one != nil and other != nil do
      bpf_map_update_elem(:pages, 2, one, :bpf_any)
      bpf_map_update_elem(:pages, 3, other, :bpf_any)
    end
  end
end

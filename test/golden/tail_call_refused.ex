defmodule Golden.TailCallRefused do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  defmap :stages, :bpf_prog_array, max_entries: 4
  defmap :counts, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64

  @sec "xdp"
  def entry(_ctx) do
    Honey.tail_call(:stage, 0)
    Honey.tail_call(:counts, 0)
    Honey.tail_call(:stages, "one")
    Honey.tail_call(bpf_ktime_get_ns(), 0)
    bpf_tail_call(0, :stages, 0)
    bpf_map_lookup_elem(:stages, 0)
    Honey.tail_call(:stages, 0x1_0000_0000)
    2
  end
end

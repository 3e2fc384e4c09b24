defmodule Golden.HelperParse do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  defmap :found, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    with number when is_integer(number) <- bpf_strtol(bpf_get_current_comm(), 10),
         hex when is_integer(hex) <- bpf_strtoul("0x1f", 0) do
      bpf_map_update_elem(:found, 1, number + hex, :bpf_any)
    end
  end
end

# An element of the list may be no integer.
defmodule Golden.ArrayOrNil do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers

  defvar :window, {:array, :u32, 3}, [0, 80, 443], live: true
  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u32

  @sec "syscall"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    Honey.Var.put(:window, if(cpu > 3, do: window(), else: [bpf_map_lookup_elem(:counts, 1), 2, 3]))
    0
  end
end

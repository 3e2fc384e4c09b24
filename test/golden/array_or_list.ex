# What may be an array or a list of as many elements is stored as either; another list would raise.
defmodule Golden.ArrayOrList do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers

  deftype Event, counts: {:array, :u32, 3}

  defvar :window, {:array, :u32, 3}, [0, 80, 443], live: true
  defmap :events, :bpf_array, max_entries: 8, key_type: :u32, value_type: Event

  @sec "syscall"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    counts = if cpu > 3, do: window(), else: [cpu, 2, 3]
    bpf_map_update_elem(:events, 2, %Event{counts: counts}, :bpf_any)
    Honey.Var.put(:window, counts)
    0
  end
end

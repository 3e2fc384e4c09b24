# The entries of a map: each turn is given the places of a key and of its value.
defmodule Golden.MapLoop do
  use Honey, license: "GPL", kernel: "5.13"
  import Honey.BpfHelpers
  alias Honey.KernelMap

  defmap :count, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64
  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    total = Enum.reduce(KernelMap.stream(:count), 0, fn {_, n}, acc -> acc + n end)
    for {pid, n} <- KernelMap.stream(:count), n > total, do: bpf_map_delete_elem(:count, pid)
    index = Enum.find_index(KernelMap.stream(:count), fn {pid, n} -> div(n, pid) == 0 end)
    bpf_map_update_elem(:s, 0, index || -1, :bpf_any)
  end
end

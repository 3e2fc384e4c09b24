# The entries of a map are gone through once: they are no list, and no data to keep.
defmodule Golden.MapLoopRefused do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers
  alias Honey.KernelMap

  defmap :count, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64
  defmap :other, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64

  defmap :queue, :bpf_queue, max_entries: 1024, value_type: :u64

  defmap :hidden, :bpf_hash,
    max_entries: 1024,
    key_type: :u32,
    value_type: :u64,
    flags: [:wronly_prog]

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    entries = KernelMap.stream(:count)
    Enum.count(entries)
    Enum.empty?(entries)
    Enum.at(entries, 0)
    Enum.member?(entries, {1, n})
    Enum.to_list(KernelMap.stream(:count))
    fuel(100, Enum.each(entries, fn {_, _} -> 0 end))
    Enum.each(if(n == 0, do: entries, else: KernelMap.stream(:other)), fn {_, _} -> 0 end)
    bpf_map_update_elem(:count, 1, entries, :bpf_any)
    KernelMap.stream(:counts)
    KernelMap.stream(:queue)
    KernelMap.stream(:hidden)
    KernelMap.stream(if n == 0, do: :count, else: :other)
    for {k, v} <- entries, into: %{}, do: {k, v}
    entries + 1
  end
end

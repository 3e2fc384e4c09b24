defmodule Golden.UserRingRefused do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  defmap :commands, :bpf_user_ringbuf, max_entries: 4096, value_type: :u64
  defmap :counts, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    for {_key, value} <- KernelMap.stream(:commands), do: bpf_printk("%d", [value])
    for value <- KernelMap.drain(:counts), do: bpf_printk("%d", [value])
    KernelMap.push(:commands, 1)
    bpf_map_pop_elem(:commands)
    bpf_user_ringbuf_drain(:commands, fn _ -> 0 end, 0, 0)
    [first | _] = Enum.take(KernelMap.drain(:commands), 1)
    first
  end
end

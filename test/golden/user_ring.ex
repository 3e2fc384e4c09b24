defmodule Golden.UserRing do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  deftype Limit, pid: :u32, name: {:string, 9}, bytes: :u64

  defmap :limits, :bpf_user_ringbuf, max_entries: 4096, value_type: Limit
  defmap :numbers, :bpf_user_ringbuf, max_entries: 4096, value_type: :s32
  defmap :names, :bpf_user_ringbuf, max_entries: 4096, value_type: {:string, 16}
  defmap :bytes, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    for %Limit{name: "eth0"} = limit <- KernelMap.drain(:limits) do
      bpf_map_update_elem(:bytes, limit.pid, limit.bytes, :bpf_any)
    end

    Enum.each(KernelMap.drain(:names), fn name -> bpf_printk("%s", [name]) end)
    Enum.reduce(KernelMap.drain(:numbers), 0, &(&1 + &2))
  end
end

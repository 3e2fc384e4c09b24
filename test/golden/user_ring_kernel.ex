defmodule Golden.UserRingKernel do
  use Honey, license: "GPL"

  defmap :commands, :bpf_user_ringbuf, max_entries: 4096, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx), do: Enum.sum(Honey.KernelMap.drain(:commands))
end

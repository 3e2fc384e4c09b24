# What computes the value changes the map itself.
defmodule Golden.NotInPlaceDisturbed do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    KernelMap.update(:h, pid, 1, fn x ->
      KernelMap.put_new(:h, pid + 1, x)
      x + 1
    end)
  end
end

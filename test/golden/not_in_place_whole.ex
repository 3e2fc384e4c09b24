# All of the struct is new: its parts must not be seen together with old ones.
defmodule Golden.NotInPlaceWhole do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Pair, a: :u64, b: :u64
  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Pair

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    KernelMap.update(:h, pid, %Pair{a: 1}, fn pair -> %Pair{a: pair.b, b: pair.a} end)
  end
end

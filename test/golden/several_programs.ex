# Any number of programs, of any names; a function that both call is there for each type.
defmodule Golden.SeveralPrograms do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def switch?(_ctx), do: put(0, bpf_ktime_get_ns())

  @sec "raw_tracepoint/sched_wakeup"
  def a_name_longer_than_the_kernel_keeps!(_ctx), do: put(1, bpf_get_smp_processor_id())

  @sec "tp/sched/sched_switch"
  def main(ctx), do: put(2, ctx.next_pid)

  def ordinary(list), do: Enum.sum(list)

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end

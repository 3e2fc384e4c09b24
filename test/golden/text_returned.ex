# A string is passed by its place, and returned into the caller's memory.
defmodule Golden.TextReturned do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(_ctx) do
    name = stem(bpf_get_current_comm())
    bpf_printk("%s", [name])
    byte_size(name)
  end

  defp stem("kworker/" <> rest), do: rest
  defp stem(name), do: name
end

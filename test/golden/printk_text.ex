defmodule Golden.PrintkText do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, pid: :u32, kind: {:enum, [:exec, :exit]}
  defmap :events, :bpf_array, max_entries: 1, key_type: :u32, value_type: Event
  defmap :counts, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

  @name "golden"

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = bpf_map_lookup_elem(:events, 0)
    bpf_printk("plain \"text\"")
    bpf_printk("#{@name} #{bpf_get_current_comm()} #{bpf_map_lookup_elem(:counts, 0)}")
    bpf_printk("pid #{event.pid} kind #{event.kind}#{:!}#{nil} #{event.pid > 7}")

    case bpf_printk("#{-1}") do
      {:error, _} -> 1
      written -> written
    end
  end
end

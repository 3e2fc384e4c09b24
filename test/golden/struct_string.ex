defmodule Golden.StructString do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Task, comm: {:string, 16}, label: {:string, 5}

  defmap :tasks, :bpf_array, max_entries: 8, key_type: :u32, value_type: Task
  defmap :names, :bpf_hash, max_entries: 8, key_type: {:string, 16}, value_type: :u32

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    task = bpf_map_lookup_elem(:tasks, 1)
    bpf_map_update_elem(:tasks, 1, %Task{comm: bpf_get_current_comm(), label: "abc"}, :bpf_any)
    bpf_map_update_elem(:tasks, 2, %{task | comm: ctx.next_comm}, :bpf_any)
    bpf_map_update_elem(:names, task.comm, 1, :bpf_any)
    bpf_printk("%s", [task.label])
    if task.comm == "beam.smp" and task.label != bpf_get_current_comm(), do: 1, else: 0
  end
end

# A task's name that is nothing but a field is filled there; of another size, or read elsewhere, it is copied.
defmodule Golden.FilledField do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Task, pid: :u32, name: {:string, 16}
  deftype Longer, pid: :u32, name: {:string, 24}

  defmap :tasks, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Task
  defmap :longer, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Longer

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    put(%Task{pid: 1, name: bpf_get_current_comm()})
    bpf_map_update_elem(:longer, 2, %Longer{pid: 2, name: bpf_get_current_comm()}, :bpf_any)
    name = bpf_get_current_comm()
    put(%Task{pid: byte_size(name), name: name})
  end

  defp put(task), do: bpf_map_update_elem(:tasks, task.pid, task, :bpf_any)
end

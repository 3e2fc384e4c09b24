# Keys and values that are structs, texts and atoms are copied when their turn comes.
defmodule Golden.MapLoopStruct do
  use Honey, license: "GPL", kernel: "5.13"
  import Honey.BpfHelpers

  deftype Task, name: {:string, 16}, state: {:enum, [run: 1, sleep: 2]}
  deftype Key, tid: :u8, place: :u64

  defmap :tasks, :bpf_lru_hash, max_entries: 64, key_type: Key, value_type: Task

  defmap :states, :bpf_percpu_hash,
    max_entries: 64,
    key_type: {:string, 8},
    value_type: {:enum, [:on, :off]}

  defmap :s, :bpf_hash, max_entries: 8, key_type: {:string, 16}, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    for {key, %Task{state: :run} = task} <- Honey.KernelMap.stream(:tasks) do
      bpf_map_update_elem(:s, task.name, key.place, :bpf_any)
    end

    if Enum.any?(Honey.KernelMap.stream(:states), fn {name, state} ->
         name == "a" and state == :on
       end),
       do: 1,
       else: 0
  end
end

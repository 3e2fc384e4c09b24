defmodule Golden.TupleFields do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Place, cpu: :u8, node: :u32
  deftype Task, name: {{:string, 16}, :u8}, state: {{:enum, [:new, :old]}, :u16}, places: {:array, {Place, :u64}, 2}

  defmap :tasks, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Task

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    case bpf_map_lookup_elem(:tasks, 1) do
      %Task{state: {:old, runs}, name: {"init", _}} = task ->
        bpf_map_update_elem(:tasks, 1, %{task | state: {:new, runs + 1}}, :bpf_any)

      %Task{places: [{place, at}, _]} ->
        bpf_map_update_elem(:tasks, 2, %Task{places: [{%{place | cpu: 1}, at}, {%Place{}, 0}]}, :bpf_any)

      nil ->
        name = {bpf_get_current_comm(), 1}
        bpf_map_update_elem(:tasks, 1, %Task{name: name}, :bpf_any)
    end

    0
  end
end

defmodule Golden.TupleKeys do
  use Honey, license: "GPL", kernel: "5.13"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  defmap :calls, :bpf_hash, max_entries: 64, key_type: {:u32, :u64}, value_type: :u64
  defmap :last, :bpf_hash, max_entries: 64, key_type: :u32, value_type: {:u64, :s16, :bool}

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() &&& 0xFFFFFFFF
    count = bpf_map_lookup_elem(:calls, {pid, 7})

    if count != nil do
      bpf_map_update_elem(:calls, {pid, 7}, count + 1, :bpf_any)
    else
      bpf_map_update_elem(:calls, {pid, 7}, 1, :bpf_any)
    end

    case bpf_map_lookup_elem(:last, pid) do
      {at, -1, _} = last -> bpf_map_update_elem(:last, 0, put_elem(last, 0, at + 1), :bpf_any)
      nil -> bpf_map_update_elem(:last, pid, {bpf_ktime_get_ns(), 3, true}, :bpf_any)
      last -> if last == {1, 2, false}, do: :ok, else: bpf_map_delete_elem(:last, pid)
    end

    Enum.reduce(KernelMap.stream(:calls), 0, fn
      {{^pid, _}, count}, sum -> sum + count
      _, sum -> sum
    end)
  end
end

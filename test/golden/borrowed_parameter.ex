# An inlined function reads a struct of words where its caller has it; of other structs it has a copy.
defmodule Golden.BorrowedParameter do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers

  deftype Call, fd: :s32, entered: :u64
  deftype Small, a: :u16, b: :u16

  defmap :calls, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Call
  defmap :smalls, :bpf_hash, max_entries: 64, key_type: Small, value_type: Call

  @sec "syscall"
  def program(_ctx) do
    call = %Call{fd: 3, entered: bpf_ktime_get_ns()}
    later = later(call, call)
    put(later)
    count(%Small{a: 1}, later)
    if later.entered > call.entered, do: 1, else: 0
  end

  # What it gives is not in the place of what it takes.
  defp later(call, %Call{entered: entered}), do: %{call | entered: entered + call.fd, fd: 4}

  defp put(call), do: bpf_map_update_elem(:calls, call.fd, call, :bpf_any)
  defp count(small, call), do: bpf_map_update_elem(:smalls, small, call, :bpf_any)
end

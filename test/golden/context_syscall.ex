# Arguments of a system call are slots of eight bytes.
defmodule Golden.ContextSyscall do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "tracepoint/syscalls/sys_enter_write"
  def program(ctx) do
    bpf_map_update_elem(:s, 0, ctx.fd, :bpf_any)
    bpf_map_update_elem(:s, 1, ctx.count, :bpf_any)
    0
  end
end

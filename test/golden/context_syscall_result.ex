defmodule Golden.ContextSyscallResult do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "tracepoint/syscalls/sys_exit_write"
  def program(ctx) do
    bpf_map_update_elem(:s, 0, ctx.ret, :bpf_any)
    0
  end
end

defmodule Golden.ContextRawSyscall do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "tracepoint/raw_syscalls/sys_enter"
  def program(ctx) do
    bpf_map_update_elem(:s, 0, ctx.id, :bpf_any)
    0
  end
end

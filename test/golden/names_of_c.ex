# What people who write C try: there is something for each.
defmodule Golden.NamesOfC do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :m, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "tracepoint/syscalls/sys_enter_chdir"
  def program(ctx) do
    v = ctx.filename
    bpf_core_read(v)
    Honey.BpfHelpers.bpf_core_read(v, 1)
    bpf_map_update_elem(:m, 1, v, 0)
    bpf_map_update_elem(:m, 1, v)
    bpf_ringbuf_reserve(:m, 16, 0)
    bpf_ringbuf_submit(v)
    bpf_get_prandom_u32_max(5)
    bpf_get_current_comm(v, 16)
    bpf_trace_printk("pid", 3)
    bpf_printk("%d %d", 1, 2)
    bpf_ntohs(v)
    bpf_for(1, 2)
    bpf_get_current_pid()
    sizeof(v)
    memcpy(v, v, 8)
    strcmp("sh", bpf_get_current_comm())
    printf("pid")
    override_return(v)
    return(0)
  end
end

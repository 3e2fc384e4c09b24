defmodule Golden.HelperArgument do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "xdp"
  def filter(ctx) do
    bpf_xdp_adjust_tail(1, ctx)
    bpf_xdp_adjust_tail(ctx, :all)
    bpf_redirect(1, :bpf_any)
    bpf_redirect(1, bpf_get_prandom_u32())
    2
  end

  @sec "syscall"
  def reads(_ctx) do
    size = bpf_get_prandom_u32()
    bpf_probe_read_user(4096, :string)
    bpf_probe_read_user(4096, 8)
    bpf_probe_read_user_str(4096, size)
    bpf_probe_read_user_str(4096, 1)
    bpf_probe_read_user_str("name", 16)
    bpf_strtol(12, 10)
    0
  end
end

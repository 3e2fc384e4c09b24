defmodule Golden.HelperMemoryArgument do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  deftype Pair, a: :u32, b: :u32
  defmap :pairs, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Pair

  @sec "xdp"
  def packets(ctx) do
    size = bpf_get_prandom_u32()
    bpf_xdp_load_bytes(ctx, 0, size)
    bpf_xdp_load_bytes(ctx, 0, 0)
    bpf_xdp_store_bytes(ctx, 0, bpf_get_current_comm())
    bpf_xdp_store_bytes(ctx, 0, "")
    bpf_xdp_store_bytes(ctx, 0, 17)
    bpf_tcp_raw_check_syncookie_ipv4("short", <<0::160>>)
    bpf_csum_diff(<<1, 2>>, "", 0)
    bpf_fib_lookup(ctx, 17, 0)
    bpf_fib_lookup(ctx, %Pair{}, :bpf_any)
    2
  end

  @sec "syscall"
  def reads(_ctx) do
    bpf_probe_read_user(4096, Missing)
    bpf_probe_read_user(4096, {:binary, 0})
    bpf_probe_read_user(4096, {:string, 8})
    bpf_probe_read_user(4096, :bool)
    bpf_strncmp("beam", bpf_get_current_comm())
    0
  end
end

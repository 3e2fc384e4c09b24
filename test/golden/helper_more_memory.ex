# Helpers of newer kernels that read memory and fill it: cookies, branches, symbols, another task's memory.
defmodule Golden.HelperMoreMemory do
  use Honey, license: "GPL", kernel: "6.0"
  import Honey.BpfHelpers

  deftype Head, number: :u32, flags: :u16

  @sec "xdp"
  def cookies(_ctx) do
    ip4 = <<0x45, 0, 40::16, 0::32, 64, 6, 0::16, 10, 0, 0, 1, 10, 0, 0, 2>>
    ip6 = <<6::4, 0::28, 20::16, 6, 64, 1::64, 2::64, 3::64, 4::64>>
    syn = <<4000::16, 80::16, 1000::32, 0::32, 0x50, 2, 1024::16, 0::32>>

    made = sum(bpf_tcp_raw_gen_syncookie_ipv4(ip4, syn), bpf_tcp_raw_gen_syncookie_ipv6(ip6, syn))
    right = bpf_tcp_raw_check_syncookie_ipv6(ip6, syn)
    if made > 5 and right == :ok, do: 2, else: 1
  end

  defp sum({:error, _}, _), do: 0
  defp sum(_, {:error, _}), do: 1
  defp sum(one, other), do: (one >>> 32) + (other >>> 32)

  @sec "syscall"
  def system(_ctx) do
    case bpf_kallsyms_lookup_name("schedule") do
      {:error, _} -> 0
      address -> head(bpf_copy_from_user_task(address, Head))
    end
  end

  defp head({:error, _}), do: 1
  defp head(head), do: head.number + head.flags

  @sec "raw_tracepoint/sched_switch"
  def branches(_ctx) do
    case bpf_get_branch_snapshot(6) do
      {:error, _} -> 0
      branches -> if Enum.at(branches, 0) == Enum.at(branches, 1), do: 1, else: 2
    end
  end
end

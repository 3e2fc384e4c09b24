# The data of arrays, and of fields whose length each event decides, are read as what is at an address.
defmodule Golden.ContextData do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    case bpf_probe_read_kernel_str(ctx.filename, 32) do
      {:error, _} -> 1
      path -> bpf_printk("#{ctx.pid} #{path}")
    end
  end

  @sec "tracepoint/sock/inet_sock_set_state"
  def on_state(ctx) do
    case bpf_probe_read_kernel(ctx.saddr, {:array, :u8, 4}) do
      {:error, _} -> 1
      [127, _, _, d] -> d
      _ -> 0
    end
  end

  # A record whose struct the kernels call otherwise is read at its offsets.
  @sec "tracepoint/tcp/tcp_retransmit_skb"
  def on_retransmit(ctx), do: second(ctx)

  defp second(ctx) do
    case bpf_probe_read_kernel(ctx.daddr_v6, {:array, :u8, 16}) do
      {:error, _} -> 0
      bytes -> Enum.at(bytes, 1)
    end
  end
end

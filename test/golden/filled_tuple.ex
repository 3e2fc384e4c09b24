# What a helper fills may be a tuple, such as an address, or a number of the network's byte order.
defmodule Golden.FilledTuple do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  @sec "tracepoint/sock/inet_sock_set_state"
  def on_state(ctx) do
    with {10, _, _, last} <- bpf_probe_read_kernel(ctx.saddr, :ipv4),
         {a, b} when is_integer(a) and is_integer(b) <- bpf_probe_read_kernel(ctx.skaddr, {:u16, :u32}),
         port when is_integer(port) <- bpf_probe_read_kernel(ctx.skaddr, {:be, :u16}) do
      last + a + b + port
    else
      {:error, _} -> 1
      _ -> 0
    end
  end
end

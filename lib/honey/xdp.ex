defmodule Honey.XDP do
  @moduledoc """
  What an XDP program can answer, as names for the kernel's numbers.

      import Honey.XDP

      @sec "xdp"
      def only_ipv4(ctx) do
        case ctx.packet do
          <<_::binary-12, 0x0800::16, _::binary>> -> xdp_pass()
          _ -> xdp_drop()
        end
      end

  They are macros, so they stand in patterns and guards, too: each is the integer of `enum xdp_action` in the kernel's
  include/uapi/linux/bpf.h. `bpf_redirect/2` and `bpf_redirect_map/3` answer one of them themselves. Kernel 4.8 and later;
  `xdp_redirect/0` 4.14.
  """

  @doc """
  An error: the packet is dropped, and the tracepoint `xdp/xdp_exception` says so. 0.

      if byte_size(ctx.packet) < 14, do: xdp_aborted(), else: xdp_pass()
  """
  @spec xdp_aborted :: 0
  defmacro xdp_aborted, do: 0

  @doc """
  The packet is dropped. 1.

      case ctx.packet do
        <<_::binary-12, 0x86DD::16, _::binary>> -> xdp_drop()
        _ -> xdp_pass()
      end
  """
  @spec xdp_drop :: 1
  defmacro xdp_drop, do: 1

  @doc """
  The packet goes on to the network stack. 2, which a program that raised answers, too.

      if bpf_map_lookup_elem(:blocked, port) == nil, do: xdp_pass(), else: xdp_drop()
  """
  @spec xdp_pass :: 2
  defmacro xdp_pass, do: 2

  @doc """
  The packet is sent back through the interface that it came from. 3.

      case bpf_xdp_store_bytes(ctx, 0, <<source::binary-6, target::binary-6>>) do
        :ok -> xdp_tx()
        _ -> xdp_drop()
      end
  """
  @spec xdp_tx :: 3
  defmacro xdp_tx, do: 3

  @doc """
  The packet goes where a redirect helper has said. 4.

      case bpf_redirect_map(:devices, 0, :xdp_pass) do
        xdp_redirect() -> xdp_redirect()
        other -> other
      end
  """
  @spec xdp_redirect :: 4
  defmacro xdp_redirect, do: 4
end

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

  They are macros, so they stand in patterns and guards, too.
  """

  @doc "An error: the packet is dropped, and the tracepoint `xdp/xdp_exception` says so. 0."
  defmacro xdp_aborted, do: 0

  @doc "The packet is dropped. 1."
  defmacro xdp_drop, do: 1

  @doc "The packet goes on to the network stack. 2, which a program that raised answers, too."
  defmacro xdp_pass, do: 2

  @doc "The packet is sent back through the interface that it came from. 3."
  defmacro xdp_tx, do: 3

  @doc "The packet goes where a redirect helper has said. 4."
  defmacro xdp_redirect, do: 4
end

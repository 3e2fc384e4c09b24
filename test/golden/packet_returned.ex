# A slice in a tuple is two results.
defmodule Golden.PacketReturned do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    case port(ctx.packet) do
      {:ok, port, rest} -> port + byte_size(rest)
      :error -> 2
    end
  end

  defp port(<<port::16, rest::binary>>), do: {:ok, port, rest}
  defp port(_), do: :error
end

# Functions of String, :binary and Kernel are patterns.
defmodule Golden.BinaryFunctions do
  use Honey, license: "GPL", kernel: "6.16"
  import Honey.BpfHelpers

  @sec "xdp"
  def program(ctx) do
    comm = bpf_get_current_comm()

    cond do
      String.starts_with?(comm, ["ssh", "dropbear"]) -> :binary.first(comm)
      String.ends_with?(ctx.packet, "\r\n") -> :binary.last(ctx.packet)
      binary_part(ctx.packet, 12, 2) == <<8, 0>> -> :binary.at(ctx.packet, 14)
      true -> 2
    end
  end
end

# What writes to the memory of processes is for programs that trace them.
defmodule Golden.HelperWriteUser do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def packet(_ctx) do
    bpf_probe_write_user(4096, <<1, 2>>)
    2
  end
end

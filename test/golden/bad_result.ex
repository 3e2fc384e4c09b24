defmodule Golden.BadResult do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def program(_ctx) do
    if bpf_get_smp_processor_id() == 0, do: 1
  end
end

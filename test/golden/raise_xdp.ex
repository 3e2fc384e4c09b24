# Without `on_error:`, the safe answer of the program's kind: here XDP_PASS.
defmodule Golden.RaiseXdp do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def program(_ctx) do
    if bpf_get_smp_processor_id() > 100, do: raise("so many")
    1
  end
end

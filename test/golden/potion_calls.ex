defmodule Golden.PotionCalls do
  use Honey, license: "Dual BSD/GPL"
  import Honey.BpfHelpers

  defmap(:counts, :bpf_hash, max_entries: 10, key_type: :u64, value_type: :u64)

  @sec "xdp"
  def main(ctx) do
    Honey.BpfHelpers.bpf_map_lookup_elem(:counts, 1, 0)
    ethernet = Honey.Ethhdr.init(ctx)
    Honey.Bpf_helpers.bpf_ktime_get_ns()

    if ethernet == 0 do
      Honey.XDP.drop()
    else
      Honey.XDP.pass()
    end
  end
end

defmodule Golden.PotionFlag do
  use Honey, license: "Dual BSD/GPL"
  import Honey.BpfHelpers

  defmap(:counts, :bpf_hash, max_entries: 10, key_type: :u64, value_type: :u64)

  @sec "xdp"
  def main(_ctx) do
    bpf_map_update_elem(:counts, 1, 1, :BPF_NOEXIST)
    2
  end
end

defmodule Golden.PotionMap do
  use Honey, license: "Dual BSD/GPL"

  defmap(:counts, :bpf_array, max_entries: 10, print: true, print_elem: [{"first", 0}])

  @sec "xdp"
  def main(_ctx), do: 2
end

defmodule Golden.PotionSection do
  use Honey, license: "Dual BSD/GPL"

  @sec "xdp_md"
  def main(_ctx), do: 2
end

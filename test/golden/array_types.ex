defmodule Golden.ArrayTypes do
  use Honey, license: "GPL"

  deftype Sample, small: {:array, :u16, 2}, large: {:array, :u32, 2}

  defmap :samples, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Sample

  @sec "xdp"
  def program(_ctx) do
    case Honey.KernelMap.get(:samples, 1) do
      nil -> 1
      sample -> if sample.small == sample.large, do: 2, else: 3
    end
  end
end

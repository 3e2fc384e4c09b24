defmodule Golden.MapInnerStream do
  use Honey, license: "GPL", kernel: "5.13"

  alias Honey.KernelMap

  deftype Port, number: :u16, name: {:string, 6}

  defmap :calls, :bpf_hash_of_maps,
    max_entries: 64,
    key_type: :u32,
    inner: {:bpf_hash, max_entries: 1024, key_type: :u64, value_type: :u64}

  defmap :ports, :bpf_hash_of_maps,
    max_entries: 64,
    key_type: Port,
    inner: {:bpf_array, max_entries: 4, key_type: :u32, value_type: Port}

  @sec "xdp"
  def program(ctx) do
    tenant = {:calls, ctx.ingress_ifindex}
    calls = Enum.reduce(KernelMap.stream(tenant), 0, fn {_, n}, sum -> sum + n end)

    for {index, %Port{number: 80}} <- KernelMap.stream({:ports, %Port{name: "eth0"}}) do
      KernelMap.put({:ports, %Port{name: "eth0"}}, index, %Port{number: 8080})
    end

    if calls > 1_000, do: 1, else: 2
  end
end

defmodule Golden.MapInnerLine do
  use Honey, license: "GPL", kernel: "5.16"

  alias Honey.KernelMap

  deftype Job, kind: {:enum, [:read, :write]}, size: :u64

  defmap :jobs, :bpf_hash_of_maps,
    max_entries: 64,
    key_type: :u32,
    inner: {:bpf_queue, max_entries: 8, value_type: Job},
    entries: %{1 => [%Job{size: 1}, %Job{kind: :write, size: 2}]}

  defmap :free, :bpf_array_of_maps, max_entries: 2, inner: {:bpf_stack, max_entries: 8, value_type: :u32}

  defmap :seen, :bpf_array_of_maps,
    max_entries: 2,
    inner: {:bpf_bloom_filter, max_entries: 100, value_type: :u64}

  @sec "xdp"
  def program(ctx) do
    queue = {:jobs, ctx.ingress_ifindex}

    case KernelMap.pop(queue) do
      nil -> KernelMap.push(queue, %Job{kind: :read, size: KernelMap.pop({:free, 0}) || 0})
      %Job{size: size} -> KernelMap.push({:seen, 1}, size)
    end

    if KernelMap.peek({:seen, 1}, 7), do: KernelMap.peek({:free, 1}) || 1, else: 2
  end
end

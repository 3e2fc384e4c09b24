# Functions of Elixir's side, and some that are not there, for a map of the kernel.
defmodule Golden.MapsOfElixir do
  use Honey, license: "GPL"
  alias Honey.KernelMap

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    GenServer.cast(Monitor, {:count, 1})
    GenServer.call(Monitor, :count)
    Honey.Map.put(:counts, 1, 1)
    Honey.Map.update(:counts, 1, 1, &(&1 + 1))
    Honey.Map.to_list(:counts)
    Honey.Map.info(:counts)
    KernelMap.increment(:counts, 1)
    KernelMap.add(:counts, 1, 5)
    KernelMap.keys(:counts)
    KernelMap.average_of(:counts)
    KernelMap.get(:counts)
    0
  end
end

# A loop that is a function of its own, and what a lock is held for, cannot go on with another program.
defmodule Golden.TailCallInside do
  use Honey, license: "GPL", kernel: "5.17"
  alias Honey.KernelMap

  deftype Account, lock: :spin_lock, balance: :s64

  defmap :stages, :bpf_prog_array, max_entries: 4
  defmap :accounts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Account
  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "xdp"
  def long(ctx) do
    Enum.each(0..1000, fn i -> if i == ctx.rx_queue_index, do: Honey.tail_call(:stages, 1) end)
    Enum.each(0..1000, fn i -> if i == ctx.rx_queue_index, do: follow() end)
    2
  end

  @sec "xdp"
  def entries(_ctx) do
    Enum.each(KernelMap.stream(:counts), fn {key, _} -> Honey.tail_call(:stages, key) end)
    2
  end

  @sec "xdp"
  def locked(_ctx) do
    Honey.with_lock(:accounts, 1, fn account ->
      Honey.tail_call(:stages, 1)
      account
    end)

    KernelMap.get(:counts, 1) || 2
  end

  defp follow, do: Honey.tail_call(:stages, 2)
end

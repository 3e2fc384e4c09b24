# What is no map with locks, and what no value of it can become.
defmodule Golden.LockRefused do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  deftype Account, lock: :spin_lock, balance: :s64

  defmap :accounts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Account
  defmap :numbers, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :queue, :bpf_queue, max_entries: 8, value_type: :u64

  @sec "xdp"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    Honey.with_lock(:numbers, 1, fn count -> count + 1 end)
    Honey.with_lock(:acounts, 1, fn account -> account end)
    Honey.with_lock(:queue, 1, fn account -> account end)
    Honey.with_lock(if(n == 0, do: :accounts, else: :numbers), 1, fn account -> account end)
    Honey.with_lock(:accounts, 1, fn account -> account.balance + 1 end)
    Honey.with_lock(:accounts, 1, fn account -> %{account | lock: 0} end)
    Honey.with_lock(:accounts, :one, fn account -> account end)
    Honey.with_lock(:accounts, 1, fn account -> %{account | balance: Enum.sum(0..n)} end)

    Honey.with_lock(:accounts, 1, fn account ->
      %{account | balance: Enum.count(Honey.KernelMap.stream(:numbers))}
    end)

    2
  end
end

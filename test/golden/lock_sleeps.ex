# Programs that may sleep can hold a lock on newer kernels alone.
defmodule Golden.LockSleeps do
  use Honey, license: "GPL", kernel: "5.14"

  deftype Account, lock: :spin_lock, balance: :s64
  defmap :accounts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Account

  @sec "syscall"
  def program(_ctx) do
    Honey.with_lock(:accounts, 1, fn account -> %{account | balance: account.balance + 1} end)
    0
  end
end

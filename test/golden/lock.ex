# A value is changed while its lock is held; what is raised then gives it back.
defmodule Golden.Lock do
  use Honey, license: "GPL"

  deftype Account,
    lock: :spin_lock,
    balance: :s64,
    limit: :u32,
    kind: {:enum, [:open, :closed], :u8}

  defmap :accounts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Account
  defmap :total, :bpf_array, max_entries: 1, key_type: :u32, value_type: Account

  @sec "xdp"
  def program(_ctx) do
    case Honey.with_lock(:accounts, 7, &book/1) do
      nil ->
        1

      %Account{balance: balance} ->
        Honey.with_lock(:total, 0, fn total -> %{total | balance: total.balance + balance} end)
        2
    end
  end

  defp book(%Account{kind: :closed}), do: raise("closed")
  defp book(account), do: %{account | balance: account.balance + div(100, account.limit)}
end

# A lock is part of a struct that is the whole value of a hash or of an array.
defmodule Golden.LockTypes do
  use Honey, license: "GPL"

  deftype Account, balance: :s64, lock: :spin_lock
  deftype Pair, left: Account, right: :u32
  deftype Many, accounts: {:array, Account, 2}
  deftype Twice, one: :spin_lock, other: :spin_lock, count: :u32
  deftype Nothing, lock: :spin_lock

  defmap :key, :bpf_hash, max_entries: 8, key_type: Account, value_type: :u32
  defmap :number, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :spin_lock
  defmap :list, :bpf_hash, max_entries: 8, key_type: :u32, value_type: {:array, Account, 2}
  defmap :per_cpu, :bpf_percpu_hash, max_entries: 8, key_type: :u32, value_type: Account
  defmap :lru, :bpf_lru_hash, max_entries: 8, key_type: :u32, value_type: Account

  defmap :fixed, :bpf_hash,
    max_entries: 8,
    key_type: :u32,
    value_type: Account,
    flags: [:rdonly_prog]

  @sec "xdp"
  def program(_ctx), do: 2
end

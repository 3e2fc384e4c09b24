# While a lock is held, the kernel allows no call.
defmodule Golden.LockCalls do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  deftype Account, lock: :spin_lock, balance: :s64

  defmap :accounts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Account
  defmap :numbers, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "xdp"
  def program(_ctx) do
    Honey.with_lock(:accounts, 1, fn account ->
      now = bpf_ktime_get_ns()
      bpf_map_update_elem(:numbers, 1, now, :bpf_any)
      bpf_printk("%d", [now])
      if bpf_map_lookup_elem(:numbers, 2), do: bpf_map_delete_elem(:numbers, 2)
      Honey.with_lock(:accounts, 2, fn other -> other end)
      %{account | balance: now}
    end)

    Honey.with_lock(:accounts, 3, &older/1)
    2
  end

  defp older(account), do: %{account | balance: account.balance + bpf_ktime_get_ns()}
end

# The kernel takes no map with locks in programs that can interrupt whatever runs.
defmodule Golden.LockProgram do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Account, lock: :spin_lock, balance: :s64
  defmap :accounts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Account

  @sec "tracepoint/sched/sched_switch"
  def switch(ctx), do: book(ctx.next_pid)

  @sec "raw_tracepoint/sched_switch"
  def raw(_ctx) do
    case bpf_map_lookup_elem(:accounts, 1) do
      nil -> 0
      account -> account.balance
    end
  end

  defp book(pid) do
    Honey.with_lock(:accounts, pid, fn account -> %{account | balance: account.balance + 1} end)
  end
end

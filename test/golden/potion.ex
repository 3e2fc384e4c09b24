defmodule Golden.Potion do
  use Honey, license: "Dual BSD/GPL"

  defmap(:counts, :bpf_hash, max_entries: 64, key_type: :u64, value_type: :u64)

  @sec "tracepoint/syscalls/sys_enter_kill"
  def main(ctx) do
    pid = ctx.pid
    count = Honey.BpfHelpers.bpf_map_lookup_elem(:counts, pid) || 0
    Honey.BpfHelpers.bpf_map_update_elem(:counts, pid, count + 1, :bpf_any)
    Honey.BpfHelpers.bpf_printk(["pid %d was sent %d signals", pid, count + 1])
    fuel(3, halved(count))
  end

  defp halved(n) when n < 2, do: n
  defp halved(n), do: halved(div(n, 2)) + 1
end

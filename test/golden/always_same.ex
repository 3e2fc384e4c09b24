defmodule Golden.AlwaysSame do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @debug false
  @limit 5

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    cpu = bpf_get_smp_processor_id()
    pid = bpf_get_current_pid_tgid() >>> 32
    status = bpf_map_update_elem(:counts, pid, 1, :bpf_any)

    a = if cpu < 0, do: 1, else: 2
    b = if pid >= 0 and rem(cpu, 8) == 9, do: 1, else: 2
    c = if status == 0, do: 1, else: 2
    d = if status != :error, do: 1, else: 2
    e = if bpf_ktime_get_ns() == nil, do: 1, else: 2
    f = if cpu, do: 1, else: 2
    g = if bpf_map_delete_elem(:counts, pid), do: 1, else: 2
    h = pid <<< 64

    # These are meant.
    i = if @debug == true or cpu > @limit, do: 1, else: 2
    j = if @limit > 3, do: 1, else: 2
    k = if cpu > 10 and cpu > 5, do: 1, else: 2
    l = if ctx.prev_pid >= 0, do: 1, else: 2
    m = if cpu in 0..9, do: 1, else: 2
    count = bpf_map_lookup_elem(:counts, pid)
    n = if count, do: count, else: level(3)
    a + b + c + d + e + f + g + h + i + j + k + l + m + n
  end

  defp level(n) when n > 2, do: n
  defp level(_), do: 0
end

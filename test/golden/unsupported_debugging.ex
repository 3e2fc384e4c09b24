defmodule Golden.UnsupportedDebugging do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    IO.puts("n")
    Base.encode16(n)
    bpf_map_update_elem(:counts, 1, n, 0)
    n ** 2
  end
end

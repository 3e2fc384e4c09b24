# What `for` gives can be collected into a map, when its keys are known.
defmodule Golden.LoopInto do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    m = for {key, x} <- [low: n, high: n + 10], into: %{}, do: {key, x * 2}
    [a, b] = for i <- 1..2, into: [], do: i * n
    bpf_map_update_elem(:s, 0, m.high - m.low + a * b, :bpf_any)
  end
end

# Fuel is a number that stands in the source.
defmodule Golden.FuelLiteral do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    fuel(n, Enum.each(0..n, fn _ -> :ok end))
    fuel(5, n + 1)
  end
end

# Calls that nest are copies of the function, one less than the fuel in each other.
defmodule Golden.FuelNested do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:s, 0, fuel(4, factorial(bpf_get_smp_processor_id())), :bpf_any)
  end

  defp factorial(0), do: 1
  defp factorial(n), do: n * factorial(n - 1)
end

# Fuel says how often it may call itself, which kernels before 5.17 need.
defmodule Golden.TailRecursionFuel do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:s, 0, fuel(40, gcd(bpf_get_smp_processor_id(), 12)), :bpf_any)
  end

  defp gcd(a, 0), do: a
  defp gcd(a, b), do: gcd(b, rem(a, b))
end

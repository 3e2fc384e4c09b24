defmodule Golden.FuelTooMuch do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: fuel(65, depth(bpf_get_smp_processor_id()))

  defp depth(0), do: 0
  defp depth(n), do: depth(n - 1) + 1
end

defmodule Golden.Recursion do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    even(bpf_get_smp_processor_id())
    0
  end

  defp even(0), do: true
  defp even(n), do: odd(n - 1)
  defp odd(0), do: false
  defp odd(n), do: even(n - 1)
end

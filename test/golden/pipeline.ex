defmodule Golden.Pipeline do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    :s |> bpf_map_lookup_elem(0) |> double() |> Kernel.+(1)
  end

  defp double(n), do: n * 2
end

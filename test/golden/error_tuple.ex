defmodule Golden.ErrorTuple do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case checked(bpf_map_lookup_elem(:s, 0)) do
      {:error, :negative} -> 1
      {:error, :large} -> 2
      n -> n
    end
  end

  defp checked(n) when n < 0, do: {:error, :negative}
  defp checked(n) when n > 1000, do: {:error, :large}
  defp checked(n), do: n
end

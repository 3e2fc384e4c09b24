defmodule Golden.NilComparedGuard do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)
    of_case(found) + narrowed(found) + of_function(found)
  end

  # nil is not less than 10, and comes to the last clause.
  defp of_case(found) do
    case found do
      n when n > 3 -> 1
      n when n < 10 -> 2
      _ -> 3
    end
  end

  defp narrowed(found) do
    case found do
      n when is_integer(n) and n > 3 -> 1
      nil -> 2
      n when n >= 2 -> 3
      _ -> 4
    end
  end

  defp of_function(n) when 8 <= n, do: 1
  defp of_function(_), do: 2
end

# Sizes that the run tells, in strings and in what maps hold: the array's end is checked.
defmodule Golden.BinaryWithin do
  use Honey, license: "GPL", kernel: "5.12"
  import Honey.BpfHelpers

  defmap :options, :bpf_hash, max_entries: 16, key_type: :u32, value_type: {:binary, 20}

  @sec "tracepoint/sched/sched_switch"
  def program(_ctx) do
    case bpf_map_lookup_elem(:options, 0) do
      <<n, _::binary-size(n), x::little-16, rest::binary>> -> bits(rest) + x
      _ -> name(bpf_get_current_comm(), 3)
    end
  end

  defp bits(<<n::3, x::size(n), _::bitstring>>), do: x
  defp bits(_), do: 0

  defp name(comm, n) do
    case comm do
      <<_::binary-size(n), "/", rest::binary>> -> byte_size(rest)
      <<high::4, _::bitstring>> -> high
      "" -> 0
    end
  end
end

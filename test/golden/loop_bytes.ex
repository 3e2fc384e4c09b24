# A generator takes binaries apart in pieces of a size that is known.
defmodule Golden.LoopBytes do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "xdp"
  def packet(ctx) do
    with <<_::binary-12, pairs::binary-16, _::binary>> <- ctx.packet do
      for <<kind::8, value::24 <- pairs>>, kind < 8, do: put(kind, value)
    end

    2
  end

  @sec "raw_tracepoint/sched_switch"
  def text(_ctx) do
    hash = for <<byte <- bpf_get_current_comm()>>, reduce: 5381, do: (acc -> acc * 33 + byte)
    put(0, hash)
  end

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end

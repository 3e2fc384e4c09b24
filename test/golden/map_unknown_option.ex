defmodule Golden.MapUnknownOption do
  use Honey, license: "GPL"

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64, colour: :red

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: 0
end

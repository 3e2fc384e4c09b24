# `and` takes true and false only, and raises on others.
defmodule Golden.BadBoolean do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :b, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u8

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:b, 0)
    flag = if found > 1, do: :maybe, else: found == 1

    if flag and found == 1 do
      1
    else
      0
    end
  end
end

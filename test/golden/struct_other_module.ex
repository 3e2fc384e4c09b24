defmodule Golden.StructOtherModule.Types do
  use Honey

  deftype Key, pid: :u32
end

defmodule Golden.StructOtherModule do
  use Honey, license: "GPL"
  import Honey.BpfHelpers
  alias Golden.StructOtherModule.Types

  defmap :counts, :bpf_hash, max_entries: 8, key_type: Types.Key, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: bpf_map_lookup_elem(:counts, %Types.Key{pid: 1}) || 0
end

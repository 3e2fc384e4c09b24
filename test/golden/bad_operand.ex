defmodule Golden.BadOperand do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    status = bpf_map_update_elem(:h, 1, 2, :bpf_any)
    kind = if status == :ok, do: :good, else: 4
    x = kind + 1
    y = :good * x
    if x, do: not y
  end
end

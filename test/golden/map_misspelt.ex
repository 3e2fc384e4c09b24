defmodule Golden.MapMisspelt do
  use Honey, license: "GPL"

  deftype Process, pid: :u32

  defmap :a, :hash, key: :u32, value: :u64
  defmap :b, :bpf_hash, key_typ: :u32, value_type: :u64, max_entry: 8
  defmap :c, :bpf_hash, key_type: :u32, value_type: %Process{}, max_entries: 8
  defmap :d, :bpf_hash, key_type: :uint32, value_type: Proces, max_entries: 8

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: 0
end

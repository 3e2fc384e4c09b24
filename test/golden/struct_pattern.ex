defmodule Golden.StructPattern do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Inner, x: :u8
  deftype Event, pid: :u32, kind: {:enum, [:exec, :exit]}, inner: Inner

  defmap :events, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_map_lookup_elem(:events, 1) do
      %Event{kind: :exit, inner: %Inner{x: 3}, pid: pid} -> pid
      %{pid: pid} when pid > 7 -> pid
      %Event{} = event -> event.inner.x
      nil -> 0
    end
  end
end

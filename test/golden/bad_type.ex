defmodule Golden.BadType do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype A, x: :u31
  deftype B, x: :int
  deftype C, x: :u8, next: C
  deftype D, x: {:array, :u32, 0}
  deftype E, x: {:array, :u64, 2000}
  deftype F, x: {:string, 10_000}
  deftype G, x: {:enum, []}
  deftype H, x: {:enum, [:a, :a]}
  deftype I, x: {:enum, [a: 300], :u8}
  deftype J, x: {:enum, [nil, 1]}
  deftype K, x: {:enum, [:a], :bool}
  deftype L, x: String, y: Missing
  deftype N, x: {:binary, 0}
  deftype M, x: {:array, :u64, 600}, y: {:array, :u64, 600}
  defmap :m, :bpf_array, max_entries: 1, key_type: :bool, value_type: M
  defmap :n, :bpf_hash, max_entries: 1, key_type: Nothing, value_type: {:string, 0}

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: bpf_get_smp_processor_id()
end

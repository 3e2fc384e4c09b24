defmodule Golden.BadTupleMap do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype A, x: :u8

  defmap :m, :bpf_array, max_entries: 1, key_type: {:u32}, value_type: {%A{}, 1}
  defmap :n, :bpf_hash, max_entries: 1, key_type: {{:array, :u64, 65}, :u8}, value_type: :u8
  defmap :o, :bpf_hash,
    max_entries: 8,
    key_type: {:u8, :u8},
    value_type: {:ipv4, :u8},
    entries: %{{1, 256} => {{1, 2, 3, 4}, 5}, {1, 2} => {{1, 2, 3, 256}, 5}, {1, 3} => {:a, 1}, 3 => {}}

  defmap :p, :bpf_lpm_trie,
    max_entries: 8,
    key_type: {:lpm, :ipv4},
    value_type: {:be, :u16},
    flags: [:no_prealloc],
    entries: %{{{1, 2, 3, 4}, 33} => 1, {{1, 2, 3, 4}, 32} => 65_536, {{1, 2, 3, 5}, 32} => :http}

  defmap :q, :bpf_lpm_trie, max_entries: 1, key_type: {:u32, :ipv4}, value_type: :u32, flags: [:no_prealloc]
  defvar :port, {:be, :u16}, :http

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: bpf_get_smp_processor_id()
end

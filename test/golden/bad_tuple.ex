defmodule Golden.BadTuple do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :m, :bpf_hash, max_entries: 1, key_type: {:u32, {:be, :u16}}, value_type: {{:enum, [:a, :b]}, {:string, 4}}
  defmap :n, :bpf_hash, max_entries: 1, key_type: :ipv4, value_type: :ipv6
  defmap :o, :bpf_lpm_trie, max_entries: 1, key_type: {:lpm, :ipv4}, value_type: {:be, :u32}, flags: [:no_prealloc]
  defvar :limit, {:be, :u32}, 1, live: true

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    bpf_map_delete_elem(:m, {1, 2, 3})
    bpf_map_delete_elem(:m, 1)
    bpf_map_delete_elem(:m, {1, "a"})
    bpf_map_delete_elem(:m, {1, 70_000})
    pair = {1, nil}
    bpf_map_delete_elem(:m, pair)
    triple = {1, 2, 3}
    bpf_map_delete_elem(:m, triple)
    bpf_map_update_elem(:m, {1, 2}, {:c, "abc"}, :bpf_any)
    bpf_map_update_elem(:m, {1, 2}, {:a, "abcde"}, :bpf_any)
    value = {:a, "abcde"}
    bpf_map_update_elem(:m, {1, 2}, value, :bpf_any)
    bpf_map_update_elem(:n, <<1, 2, 3, 4>>, {1, 2, 3, 4}, :bpf_any)
    bpf_map_update_elem(:o, {10, 0, 0, 0}, 1, :bpf_any)
    Honey.Var.update(:limit, &(&1 + 1))
    name = bpf_map_lookup_elem(:m, {1, 1})
    bpf_map_update_elem(:m, {1, 1}, {:a, name}, :bpf_any)
    maybe = bpf_map_lookup_elem(:n, {1, 2, 3, 4})
    bpf_map_update_elem(:n, {1, 2, 3, 4}, maybe, :bpf_any)
    case bpf_map_lookup_elem(:m, {1, 7}) do
      {:c, _} -> 1
      {_, _, _} -> 2
      _ -> 0
    end
  end
end

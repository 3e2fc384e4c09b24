defmodule Golden.Macro do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  defmacrop increment(key) do
    quote do
      n = bpf_map_lookup_elem(:s, unquote(key))
      bpf_map_update_elem(:s, unquote(key), n + 1, :bpf_any)
    end
  end

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = 7
    increment(0)
    increment(1)
    n
  end
end

defmodule Golden.UpdateResult do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_map_update_elem(:h, 1, 2, :bpf_noexist) do
      :ok -> 0
      {:error, :eexist} -> 1
      {:error, reason} when reason == :e2big -> 2
      {:error, _} -> 3
    end
  end
end

defmodule Golden.UpdateResultReturned do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    result =
      case bpf_map_delete_elem(:h, 1) do
        :ok -> :ok
        {:error, :enoent} -> :ok
        error -> error
      end

    if result == :ok, do: 0, else: 1
  end
end

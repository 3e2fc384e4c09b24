# What the generated C calls its own, such as where a function's results go, is no name of a variable.
defmodule Golden.NamesOfOurs do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :values, :bpf_hash, max_entries: 8, key_type: :u64, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def main(_ctx) do
    case read(1, bpf_ktime_get_ns()) do
      {:error, _} -> 0
      {:ok, value} -> bpf_map_update_elem(:values, 0, value, :bpf_any)
    end
  end

  defp read(more, result) do
    case bpf_probe_read_kernel(result, :u64) do
      {:error, _} = kept -> kept
      filled -> {:ok, filled + more}
    end
  end
end

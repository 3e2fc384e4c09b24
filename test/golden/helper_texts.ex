defmodule Golden.HelperTexts do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :names, :bpf_hash, max_entries: 64, key_type: {:string, 16}, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    address = bpf_get_current_task()
    count(bpf_probe_read_user_str(address, 16))
    count(bpf_probe_read_kernel_str(address, 8))
    count(bpf_probe_read_str(address, 12))
  end

  defp count({:error, _}), do: :ok
  defp count("sh"), do: :ok
  defp count(name), do: bpf_map_update_elem(:names, name, byte_size(name), :bpf_any)
end

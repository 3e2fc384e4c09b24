defmodule Golden.TaskStorageLicense do
  use Honey, license: "Apache-2.0", kernel: "5.10"
  import Honey.BpfHelpers

  defmap :starts, :bpf_hash, max_entries: 10, key_type: :u64, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    bpf_get_current_task_btf()
    0
  end
end

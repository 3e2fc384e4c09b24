defmodule Golden.HelperReads do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers

  defmap :found, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    task = bpf_get_current_task()

    case bpf_probe_read_kernel(task + 24, :s32) do
      {:error, :efault} -> :ok
      {:error, _} -> :error
      number -> bpf_map_update_elem(:found, 1, number, :bpf_any)
    end

    with user when is_integer(user) <- bpf_probe_read_user(task, :u8),
         either when is_integer(either) <- bpf_probe_read(task, :u64) do
      bpf_map_update_elem(:found, user, either, :bpf_any)
    end
  end

  @sec "syscall"
  def sleeps(_ctx) do
    case bpf_copy_from_user(4096, :u16) do
      {:error, _} -> 0
      port -> port
    end
  end
end

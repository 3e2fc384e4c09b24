defmodule IoLatency.Files do
  @moduledoc """
  How long system calls take that read, write and sync, where no block device is seen.

  It is used as `IoLatency` is. The kernel counts at the system calls, so that those on pipes and sockets are among
  them, and what the page cache answers is, too.
  """

  use Honey, license: "GPL", kernel: "5.11"

  import Honey.BpfHelpers

  alias Honey.KernelMap
  alias IoLatency.Latencies

  # When the thread entered the call that it is in.
  defmap :entered, :bpf_task_storage, value_type: :u64

  ## In the kernel

  # Two programs for each call. They are functions like others, so Elixir can write them.
  for {operation, calls} <- [
        read: [:read, :pread64, :readv, :preadv, :preadv2],
        write: [:write, :pwrite64, :writev, :pwritev, :pwritev2],
        sync: [:fsync, :fdatasync]
      ],
      call <- calls do
    @sec "tracepoint/syscalls/sys_enter_#{call}"
    def unquote(:"on_enter_#{call}")(_ctx), do: enter()

    @sec "tracepoint/syscalls/sys_exit_#{call}"
    def unquote(:"on_exit_#{call}")(_ctx), do: leave(unquote(operation))
  end

  defp enter do
    KernelMap.put(:entered, bpf_get_current_task_btf(), bpf_ktime_get_ns())
    0
  end

  defp leave(operation) do
    now = bpf_ktime_get_ns()
    task = bpf_get_current_task_btf()
    entered = KernelMap.get(:entered, task, 0)

    if entered > 0 do
      KernelMap.put(:entered, task, 0)
      Latencies.add(0, operation, now - entered)
    else
      0
    end
  end
end

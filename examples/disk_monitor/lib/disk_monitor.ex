defmodule DiskMonitor do
  @moduledoc """
  What every process reads and writes through file descriptors, and how long that takes.

      {:ok, monitor} = Honey.start_link(DiskMonitor)
      DiskMonitor.usage(monitor, 4711)
      #=> %DiskMonitor.Usage{reads: 812, writes: 20, read_bytes: 3_325_952, written_bytes: 4_096, ...}
      DiskMonitor.latencies(monitor)     #=> [{1024..2047, 611}, {2048..4095, 120}, ...]
      Honey.stop(monitor)

  Seen are read, write, pread64, pwrite64, fsync and fdatasync, of pipes and sockets too: the kernel
  counts at the system calls, as the process makes them. Failed calls have no bytes, but take time.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  alias Honey.KernelMap

  deftype Usage,
    reads: :u64,
    writes: :u64,
    syncs: :u64,
    read_bytes: :u64,
    written_bytes: :u64,
    nanoseconds: :u64

  defmap :usage, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: Usage

  # When a thread entered the call that it is in.
  defmap :entered, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64

  # Calls by the powers of two of their nanoseconds.
  defmap :latencies, :bpf_percpu_array, max_entries: 64, key_type: :u32, value_type: :u64

  ## In the kernel

  @sec "tracepoint/syscalls/sys_enter_read"
  def on_enter_read(_ctx), do: enter()

  @sec "tracepoint/syscalls/sys_enter_pread64"
  def on_enter_pread(_ctx), do: enter()

  @sec "tracepoint/syscalls/sys_enter_write"
  def on_enter_write(_ctx), do: enter()

  @sec "tracepoint/syscalls/sys_enter_pwrite64"
  def on_enter_pwrite(_ctx), do: enter()

  @sec "tracepoint/syscalls/sys_enter_fsync"
  def on_enter_fsync(_ctx), do: enter()

  @sec "tracepoint/syscalls/sys_enter_fdatasync"
  def on_enter_fdatasync(_ctx), do: enter()

  @sec "tracepoint/syscalls/sys_exit_read"
  def on_exit_read(ctx), do: leave(:read, ctx.ret)

  @sec "tracepoint/syscalls/sys_exit_pread64"
  def on_exit_pread(ctx), do: leave(:read, ctx.ret)

  @sec "tracepoint/syscalls/sys_exit_write"
  def on_exit_write(ctx), do: leave(:write, ctx.ret)

  @sec "tracepoint/syscalls/sys_exit_pwrite64"
  def on_exit_pwrite(ctx), do: leave(:write, ctx.ret)

  @sec "tracepoint/syscalls/sys_exit_fsync"
  def on_exit_fsync(ctx), do: leave(:sync, ctx.ret)

  @sec "tracepoint/syscalls/sys_exit_fdatasync"
  def on_exit_fdatasync(ctx), do: leave(:sync, ctx.ret)

  defp enter do
    KernelMap.put(:entered, thread(), bpf_ktime_get_ns())
    0
  end

  defp leave(kind, result) do
    thread = thread()

    case KernelMap.get(:entered, thread) do
      nil ->
        0

      entered ->
        ns = bpf_ktime_get_ns() - entered
        KernelMap.delete(:entered, thread)
        KernelMap.log2_histogram(:latencies, ns)
        add(kind, max(result, 0), ns)
        0
    end
  end

  defp add(:read, bytes, ns) do
    KernelMap.update(
      :usage,
      process(),
      %Usage{reads: 1, read_bytes: bytes, nanoseconds: ns},
      &%{
        &1
        | reads: &1.reads + 1,
          read_bytes: &1.read_bytes + bytes,
          nanoseconds: &1.nanoseconds + ns
      }
    )
  end

  defp add(:write, bytes, ns) do
    KernelMap.update(
      :usage,
      process(),
      %Usage{writes: 1, written_bytes: bytes, nanoseconds: ns},
      &%{
        &1
        | writes: &1.writes + 1,
          written_bytes: &1.written_bytes + bytes,
          nanoseconds: &1.nanoseconds + ns
      }
    )
  end

  defp add(:sync, _bytes, ns) do
    KernelMap.update(
      :usage,
      process(),
      %Usage{syncs: 1, nanoseconds: ns},
      &%{&1 | syncs: &1.syncs + 1, nanoseconds: &1.nanoseconds + ns}
    )
  end

  defp process, do: bpf_get_current_pid_tgid() >>> 32
  defp thread, do: bpf_get_current_pid_tgid() &&& 0xFFFFFFFF

  ## In Elixir

  @doc "What a process has done since the start; nil for one that has done nothing."
  @spec usage(Honey.object(), pos_integer) :: %Usage{} | nil
  def usage(monitor, pid), do: Honey.Map.get(monitor, :usage, pid)

  @doc "How many calls took how many nanoseconds, in steps of powers of two; without empty ones."
  @spec latencies(Honey.object()) :: [{Range.t(), pos_integer}]
  def latencies(monitor) do
    for {bucket, counts} <- Honey.Map.to_list!(monitor, :latencies),
        count = Enum.sum(counts),
        count > 0,
        do: {range(bucket), count}
  end

  defp range(0), do: 0..0
  defp range(bucket), do: (1 <<< (bucket - 1))..((1 <<< bucket) - 1)

  @doc "Watches for so many milliseconds, and prints the processes with the most time in such calls."
  @spec main(pos_integer, pos_integer) :: :ok
  def main(milliseconds \\ 5_000, rows \\ 10) do
    monitor = start!()
    Process.sleep(milliseconds)
    usages = monitor |> Honey.Map.to_list!(:usage) |> Enum.sort_by(&(-elem(&1, 1).nanoseconds))

    for {pid, usage} <- Enum.take(usages, rows) do
      IO.puts(
        "#{pid}: #{usage.reads} reads of #{usage.read_bytes} bytes, #{usage.writes} writes of " <>
          "#{usage.written_bytes} bytes, #{usage.syncs} syncs, #{div(usage.nanoseconds, 1000)} us"
      )
    end

    for {ns, count} <- latencies(monitor), do: IO.puts("#{inspect(ns)} ns: #{count}")
    Honey.stop(monitor)
  end

  # The error says what is missing.
  defp start! do
    case Honey.start_link(DiskMonitor) do
      {:ok, started} -> started
      {:error, error} -> raise error
    end
  end
end

defmodule MemoryMonitor do
  @moduledoc """
  What every process maps and unmaps, how far its heap reaches, and who asks for a lot at once.

      {:ok, monitor} = Honey.start_link(MemoryMonitor)
      MemoryMonitor.usage(monitor, 4711)
      #=> %MemoryMonitor.Usage{mapped: 8_392_704, unmapped: 4_096, maps: 3, unmaps: 1, ...}
      Honey.stop(monitor)

  Sizes are bytes, as the process asked for them. A mapping of at least `large/0` bytes is an event,
  `MemoryMonitor.Large`.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  alias Honey.{Events, KernelMap}

  deftype Usage,
    mapped: :u64,
    unmapped: :u64,
    maps: :u64,
    unmaps: :u64,
    heap_end: :u64,
    heap_moves: :u64

  deftype Large, pid: :u32, bytes: :u64, name: {:string, 16}

  defmap :usage, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: Usage
  defmap :large_mappings, :bpf_ringbuf, max_entries: 65_536, types: [Large]

  defvar :large, :u64, 64 * 1024 * 1024

  ## In the kernel

  @sec "tracepoint/syscalls/sys_enter_mmap"
  def on_mmap(ctx) do
    pid = process()
    bytes = ctx.len

    KernelMap.update(:usage, pid, %Usage{mapped: bytes, maps: 1}, fn usage ->
      %{usage | mapped: usage.mapped + bytes, maps: usage.maps + 1}
    end)

    if bytes >= large() do
      Events.emit(:large_mappings, %Large{pid: pid, bytes: bytes, name: bpf_get_current_comm()})
    end

    0
  end

  @sec "tracepoint/syscalls/sys_enter_munmap"
  def on_munmap(ctx) do
    bytes = ctx.len

    KernelMap.update(:usage, process(), %Usage{unmapped: bytes, unmaps: 1}, fn usage ->
      %{usage | unmapped: usage.unmapped + bytes, unmaps: usage.unmaps + 1}
    end)

    0
  end

  # brk(0) only asks where the heap ends.
  @sec "tracepoint/syscalls/sys_enter_brk"
  def on_brk(ctx) do
    heap_end = ctx.brk

    if heap_end != 0 do
      KernelMap.update(:usage, process(), %Usage{heap_end: heap_end, heap_moves: 1}, fn usage ->
        %{usage | heap_end: heap_end, heap_moves: usage.heap_moves + 1}
      end)
    end

    0
  end

  defp process, do: bpf_get_current_pid_tgid() >>> 32

  ## In Elixir

  @doc "What a process has done since the start; nil for one that has done nothing."
  @spec usage(Honey.object(), pos_integer) :: %Usage{} | nil
  def usage(monitor, pid), do: Honey.Map.get(monitor, :usage, pid)

  @doc "Watches for so many milliseconds; prints large mappings, then the processes that mapped most."
  @spec main(pos_integer, pos_integer) :: :ok
  def main(milliseconds \\ 5_000, rows \\ 10) do
    monitor = start!()
    {:ok, ref} = Events.subscribe(monitor, :large_mappings, active: true)
    Process.send_after(self(), :done, milliseconds)
    print_events(ref)

    for {pid, usage} <- monitor |> Honey.Map.to_list!(:usage) |> most(rows) do
      IO.puts("#{pid}: #{usage.mapped} bytes in #{usage.maps}, #{usage.unmapped} given back")
    end

    Honey.stop(monitor)
  end

  defp most(pairs, rows), do: pairs |> Enum.sort_by(&(-elem(&1, 1).mapped)) |> Enum.take(rows)

  defp print_events(ref) do
    receive do
      {:honey_events, ^ref, events} ->
        for event <- events, do: IO.puts("#{event.name} (#{event.pid}) maps #{event.bytes} bytes")
        print_events(ref)

      {:honey_lost, ^ref, count} ->
        IO.puts("(#{count} more)")
        print_events(ref)

      :done ->
        :ok
    end
  end

  # The error says what is missing.
  defp start! do
    case Honey.start_link(MemoryMonitor) do
      {:ok, started} -> started
      {:error, error} -> raise error
    end
  end
end

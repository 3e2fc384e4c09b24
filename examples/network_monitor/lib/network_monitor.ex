defmodule NetworkMonitor do
  @moduledoc """
  What every process sends and receives through each of its sockets, how long it waits, and when it connects.

      {:ok, monitor} = Honey.start_link(NetworkMonitor)
      NetworkMonitor.traffic(monitor)
      #=> [{%NetworkMonitor.Socket{pid: 4711, fd: 7}, %NetworkMonitor.Traffic{sent: 812, ...}}, ...]
      Honey.stop(monitor)

  Seen are connect, accept4, sendto and recvfrom. Each connect to an IPv4 address that ends is an event,
  `NetworkMonitor.Connect`, with its result; a socket whose sum of bytes passes `alert_bytes/0` gives one
  `NetworkMonitor.Alert`.
  """

  use Honey, license: "GPL"

  import Honey.BpfHelpers

  alias Honey.{Endian, Events, KernelMap}

  deftype Socket, pid: :u32, fd: :s32

  deftype Traffic,
    sent: :u64,
    received: :u64,
    sends: :u64,
    receives: :u64,
    nanoseconds: :u64

  # The call that a thread is in.
  deftype Call, fd: :s32, port: :u16, address: :u32, entered: :u64

  deftype Connect,
    pid: :u32,
    address: :u32,
    port: :u16,
    result: :s32,
    nanoseconds: :u64,
    name: {:string, 16}

  deftype Alert, pid: :u32, fd: :s32, bytes: :u64

  defmap :traffic, :bpf_hash, max_entries: 10_240, key_type: Socket, value_type: Traffic
  defmap :calls, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: Call
  defmap :accepted, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64
  defmap :events, :bpf_ringbuf, max_entries: 262_144, types: [Connect, Alert]

  defvar :alert_bytes, :u64, 10 * 1024 * 1024

  @af_inet 2

  ## In the kernel

  @sec "tracepoint/syscalls/sys_enter_connect"
  def on_enter_connect(%{fd: fd, uservaddr: address}) do
    with @af_inet <- bpf_probe_read_user(address, :u16),
         port when is_integer(port) <- bpf_probe_read_user(address + 2, :u16),
         ip when is_integer(ip) <- bpf_probe_read_user(address + 4, :u32) do
      enter(%Call{
        fd: fd,
        port: Endian.ntohs(port),
        address: Endian.ntohl(ip),
        entered: bpf_ktime_get_ns()
      })
    else
      _ -> 0
    end
  end

  @sec "tracepoint/syscalls/sys_exit_connect"
  def on_exit_connect(%{ret: result}) do
    case leave() do
      nil ->
        0

      {call, ns} ->
        Events.emit(:events, %Connect{
          pid: process(),
          address: call.address,
          port: call.port,
          result: result,
          nanoseconds: ns,
          name: bpf_get_current_comm()
        })

        0
    end
  end

  @sec "tracepoint/syscalls/sys_exit_accept4"
  def on_exit_accept(ctx) do
    if ctx.ret >= 0, do: KernelMap.count(:accepted, process())
    0
  end

  @sec "tracepoint/syscalls/sys_enter_sendto"
  def on_enter_sendto(ctx), do: enter(%Call{fd: ctx.fd, entered: bpf_ktime_get_ns()})

  @sec "tracepoint/syscalls/sys_enter_recvfrom"
  def on_enter_recvfrom(ctx), do: enter(%Call{fd: ctx.fd, entered: bpf_ktime_get_ns()})

  @sec "tracepoint/syscalls/sys_exit_sendto"
  def on_exit_sendto(%{ret: bytes}) do
    case leave() do
      {call, ns} when bytes > 0 -> add_sent(call.fd, ns, bytes)
      _ -> 0
    end
  end

  @sec "tracepoint/syscalls/sys_exit_recvfrom"
  def on_exit_recvfrom(%{ret: bytes}) do
    case leave() do
      {call, ns} when bytes > 0 -> add_received(call.fd, ns, bytes)
      _ -> 0
    end
  end

  defp enter(call) do
    KernelMap.put(:calls, thread(), call)
    0
  end

  # The call that this thread was in, and how long; nil for one that nobody saw begin.
  defp leave do
    thread = thread()

    case KernelMap.get(:calls, thread) do
      nil ->
        nil

      call ->
        KernelMap.delete(:calls, thread)
        {call, bpf_ktime_get_ns() - call.entered}
    end
  end

  defp add_sent(fd, ns, bytes) do
    socket = %Socket{pid: process(), fd: fd}

    KernelMap.update(
      :traffic,
      socket,
      %Traffic{sent: bytes, sends: 1, nanoseconds: ns},
      &%{&1 | sent: &1.sent + bytes, sends: &1.sends + 1, nanoseconds: &1.nanoseconds + ns}
    )

    alert(socket, bytes)
  end

  defp add_received(fd, ns, bytes) do
    socket = %Socket{pid: process(), fd: fd}

    KernelMap.update(
      :traffic,
      socket,
      %Traffic{received: bytes, receives: 1, nanoseconds: ns},
      &%{
        &1
        | received: &1.received + bytes,
          receives: &1.receives + 1,
          nanoseconds: &1.nanoseconds + ns
      }
    )

    alert(socket, bytes)
  end

  # The call that takes the sum past the limit tells of it.
  defp alert(socket, bytes) do
    traffic = KernelMap.get(:traffic, socket, %Traffic{})
    sum = traffic.sent + traffic.received
    past = sum - alert_bytes()

    if past >= 0 and past < bytes do
      Events.emit(:events, %Alert{pid: socket.pid, fd: socket.fd, bytes: sum})
    end

    0
  end

  defp process, do: bpf_get_current_pid_tgid() >>> 32
  defp thread, do: bpf_get_current_pid_tgid() &&& 0xFFFFFFFF

  ## In Elixir

  @doc "What each process has sent and received through each of its sockets, the busiest first."
  @spec traffic(Honey.object()) :: [{%Socket{}, %Traffic{}}]
  def traffic(monitor) do
    monitor
    |> Honey.Map.to_list!(:traffic)
    |> Enum.sort_by(fn {_, traffic} -> -(traffic.sent + traffic.received) end)
  end

  @doc "Watches for so many milliseconds; prints events as they come, then the busiest sockets."
  @spec main(pos_integer, pos_integer) :: :ok
  def main(milliseconds \\ 10_000, rows \\ 10) do
    monitor = start!()
    {:ok, ref} = Events.subscribe(monitor, :events, active: true)
    Process.send_after(self(), :done, milliseconds)
    print_events(ref)

    for {socket, traffic} <- monitor |> traffic() |> Enum.take(rows) do
      IO.puts(
        "#{socket.pid} on #{socket.fd}: #{traffic.sent} bytes sent, #{traffic.received} received"
      )
    end

    Honey.stop(monitor)
  end

  defp print_events(ref) do
    receive do
      {:honey_events, ^ref, events} ->
        Enum.each(events, &IO.puts(text(&1)))
        print_events(ref)

      {:honey_lost, ^ref, count} ->
        IO.puts("(#{count} more)")
        print_events(ref)

      :done ->
        :ok
    end
  end

  defp text(%Connect{} = connect) do
    <<a, b, c, d>> = <<connect.address::32>>

    "#{connect.name} (#{connect.pid}) to #{a}.#{b}.#{c}.#{d}:#{connect.port}: " <>
      "#{connect.result} after #{div(connect.nanoseconds, 1000)} us"
  end

  defp text(%Alert{} = alert), do: "#{alert.pid} on #{alert.fd}: more than #{alert.bytes} bytes"

  # The error says what is missing.
  defp start! do
    case Honey.start_link(NetworkMonitor) do
      {:ok, started} -> started
      {:error, error} -> raise error
    end
  end
end

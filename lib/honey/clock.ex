defmodule Honey.Clock do
  @moduledoc """
  Which date and time a number of nanoseconds is that a program has from the kernel's clock.

      deftype Opened, at: :u64, pid: :u32
      Honey.Events.emit(:events, %Opened{at: bpf_ktime_get_ns(), pid: pid})

  and where the events come:

      Honey.Clock.to_datetime(opened.at)         #=> ~U[2026-12-01 02:51:07.193402Z]
      Honey.Clock.now() - opened.at              #=> 61_250, the nanoseconds since then

  | in programs | `clock` | the kernel's clock |
  | --- | --- | --- |
  | `bpf_ktime_get_ns()`, `bpf_ktime_get_coarse_ns()` | `:monotonic` | CLOCK_MONOTONIC, which stands still while the machine is suspended |
  | `bpf_ktime_get_boot_ns()` | `:boot` | CLOCK_BOOTTIME, which does not |

  `System.monotonic_time/0` is neither: it has an offset, and Erlang corrects its speed.

  ## How exact it is

    * `:monotonic`: Erlang reads this very clock (`:os_monotonic_time_source` of `:erlang.system_info/1`). The clock of the wall
      is read between two readings of it, three times, and the closest count: that is exact to a microsecond
    * `:boot`: Erlang has no such clock. /proc/uptime tells, in steps of 10 ms, for how long the machine was suspended. Where it
      never was, the time is as exact as that of `:monotonic`, else to 10 ms
    * `bpf_ktime_get_coarse_ns()` is itself as old as the kernel's last tick, up to 10 ms

  The clock of the wall may be set. A time goes by that clock as it is now: an event that happened before it was set back by
  an hour has the time that the clock as it is now would have shown. So the same number may be another time later; how long something took is
  the difference of the numbers, not of the times. As NTP makes both clocks run faster or slower together, nothing else
  changes what a number means, but for one: a number of `:monotonic` from before the machine was suspended is a time
  that is too late, by as long as that was. Where machines are suspended, programs take `bpf_ktime_get_boot_ns()`.

  In a time namespace with clocks of its own, programs have those of the machine, and so has this module.

  The clocks are described in clock_gettime(2), the helpers in the kernel's include/uapi/linux/bpf.h. Lines of
  `bpf_printk` have the time of tracefs' own clock (`Honey.Trace`), which is not one of these.
  """

  @typedoc "One of the kernel's clocks."
  @type clock :: :monotonic | :boot

  @typedoc "A time of such a clock, as programs have it."
  @type nanoseconds :: integer

  @uptime "/proc/uptime"
  @namespace "/proc/self/timens_offsets"
  # What /proc/uptime counts in.
  @step 10_000_000

  defguardp is_clock(clock) when clock in [:monotonic, :boot]

  @doc """
  The time that a program has when it asks for it now.

      before = Honey.Clock.now()
      {:ok, _} = Honey.test_run(object, :remember_time)
      Honey.Var.get!(object, :time) in before..Honey.Clock.now()   #=> true
  """
  @spec now(clock) :: nanoseconds
  def now(clock \\ :monotonic)
  def now(:monotonic), do: monotonic() - of_namespace()
  def now(:boot), do: now(:monotonic) + suspended()

  @doc """
  The date and time of a number of nanoseconds, in UTC, as `DateTime.utc_now/0` gives it.

      Honey.Clock.to_datetime(Honey.Clock.now())            #=> ~U[2026-12-01 02:51:07.193402Z]
      Honey.Clock.to_datetime(event.boot_time, :boot)       #=> ~U[2026-12-01 02:51:07.193402Z]
  """
  @spec to_datetime(nanoseconds, clock) :: DateTime.t()
  def to_datetime(ns, clock \\ :monotonic) when is_integer(ns) and is_clock(clock),
    do: ns |> to_os_time(:nanosecond, clock) |> DateTime.from_unix!(:nanosecond)

  @doc """
  The time of a number of nanoseconds as `System.os_time/1` has it: since 1970 in UTC, in some unit.

      Honey.Clock.to_os_time(event.at, :millisecond)   #=> 1_796_093_467_193
  """
  @spec to_os_time(nanoseconds, System.time_unit() | :native, clock) :: integer
  def to_os_time(ns, unit \\ :native, clock \\ :monotonic)
      when is_integer(ns) and is_clock(clock),
      do: System.convert_time_unit(ns + offset(clock), :nanosecond, unit)

  @doc """
  What makes a number of nanoseconds a time since 1970, in nanoseconds too, when it is added. It takes some microseconds, and is
  asked for once where there are many to convert.

      offset = Honey.Clock.offset()
      for event <- events, do: {event.pid, DateTime.from_unix!(event.at + offset, :nanosecond)}
  """
  @spec offset(clock) :: integer
  def offset(clock \\ :monotonic)

  def offset(:monotonic) do
    {_width, offset} = Enum.min(for _ <- 1..3, do: compare())
    offset + of_namespace()
  end

  def offset(:boot), do: offset(:monotonic) - suspended()

  defp compare do
    before = monotonic()
    wall = System.os_time(:nanosecond)
    later = monotonic()
    {later - before, wall - div(before + later, 2)}
  end

  defp monotonic do
    source = :erlang.system_info(:os_monotonic_time_source)
    System.convert_time_unit(source[:time], :native, :nanosecond)
  end

  # For how long the machine was suspended since it started.
  defp suspended do
    before = now(:monotonic)
    uptime = uptime() - of_namespace("boottime")
    later = now(:monotonic)
    at_least = uptime - later
    at_most = uptime + @step - before
    if at_least <= 0 and at_most >= 0, do: 0, else: div(at_least + at_most, 2)
  end

  # "16633.31 9439.09"
  defp uptime do
    [seconds, hundredths | _] = @uptime |> File.read!() |> String.split([".", " "])
    String.to_integer(seconds) * 1_000_000_000 + String.to_integer(hundredths) * @step
  end

  # By how much the clocks of this process's time namespace are before the machine's: it is set before there is a process
  # in it. Kernels before 5.6 have none.
  defp of_namespace(clock \\ "monotonic") do
    with nil <- :persistent_term.get({__MODULE__, clock}, nil) do
      offset = read_namespace(clock)
      :persistent_term.put({__MODULE__, clock}, offset)
      offset
    end
  end

  # "monotonic           0         0"
  defp read_namespace(clock) do
    with {:ok, text} <- File.read(@namespace),
         [_, seconds, ns] <- Regex.run(~r/^#{clock}\s+(-?\d+)\s+(\d+)$/m, text) do
      String.to_integer(seconds) * 1_000_000_000 + String.to_integer(ns)
    else
      _ -> 0
    end
  end
end

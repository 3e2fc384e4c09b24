defmodule CpuMonitor do
  @moduledoc """
  How long every process has run on the CPUs, in user mode and in the kernel.

      {:ok, monitor} = Honey.start_link(CpuMonitor)
      Process.sleep(1_000)
      CpuMonitor.times(monitor, 4711)     #=> %{user: 731_204_113, kernel: 12_008_914}
      Honey.stop(monitor)

  Times are nanoseconds since the monitor was started. The functions with `@sec` run in the kernel,
  the others read what those have counted; README.md explains the method.

  The maps `:user_time` and `:kernel_time`, which have process ids (tgid) for keys, may be read
  directly as well: `Honey.Map.get(monitor, :user_time, 4711)`. They lag behind by at most one tick
  of the kernel's timer, which `times/2` and `sample/1` make up for.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  # What has been charged so far. No program deletes from these, so an addition can be done in place.
  defmap :user_time, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64
  defmap :kernel_time, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64

  # By thread: 1 if it left its CPU in the middle of a system call.
  defmap :in_syscall, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u32

  # By CPU: the thread that it runs, and the slice of time that is not charged yet: the slice's
  # start in nanoseconds, times four, plus the flags below.
  defmap :running, :bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: :u32
  defmap :slice, :bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: :u64

  @in_syscall 1
  @after_syscall 2

  # When a thread was last made ready to run on a CPU, by the CPU's number.
  defmap :woken, :bpf_array, max_entries: 1024, key_type: :u32, value_type: :u64

  # The shortest time seen from the end of one system call to the start of the next, and what it
  # cannot be more than.
  defmap :crossing, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
  @longest_crossing 2_000

  # The bits of a thread's state that say it leaves its CPU for good.
  @dead_or_zombie 0x30

  ## In the kernel

  @sec "tracepoint/sched/sched_switch"
  def on_sched_switch(ctx) do
    now = bpf_ktime_get_ns()
    prev = ctx.prev_pid
    next = ctx.next_pid
    slice = slice_at(now)

    start =
      if prev > 0 do
        charge(slice, bpf_get_current_pid_tgid() >>> 32, now - (slice >>> 2))
        remember(prev, slice &&& @in_syscall, ctx.prev_state)
        now
      else
        end_of_idling(slice >>> 2, now)
      end

    mode = bpf_map_lookup_elem(:in_syscall, next) || 0
    bpf_map_update_elem(:slice, 0, start <<< 2 ||| mode, :bpf_any)
    bpf_map_update_elem(:running, 0, next, :bpf_any)
    0
  end

  @sec "tracepoint/sched/sched_wakeup"
  def on_sched_wakeup(ctx) do
    now = bpf_ktime_get_ns()
    bpf_map_update_elem(:woken, ctx.target_cpu, now, :bpf_any)
    0
  end

  @sec "tracepoint/timer/hrtimer_expire_entry"
  def on_timer(_ctx) do
    pid_tgid = bpf_get_current_pid_tgid()
    tid = pid_tgid &&& 0xFFFFFFFF

    if tid > 0 do
      now = bpf_ktime_get_ns()
      slice = slice_at(now)
      charge(slice, pid_tgid >>> 32, now - (slice >>> 2))
      bpf_map_update_elem(:slice, 0, now <<< 2 ||| (slice &&& @in_syscall), :bpf_any)
      bpf_map_update_elem(:running, 0, tid, :bpf_any)
    end

    0
  end

  @sec "tracepoint/raw_syscalls/sys_enter"
  def on_sys_enter(_ctx) do
    now = bpf_ktime_get_ns()
    slice = slice_at(now)
    gap = now - (slice >>> 2)
    crossing = crossing(slice, gap)
    add(:user_time, bpf_get_current_pid_tgid() >>> 32, gap - crossing)
    bpf_map_update_elem(:slice, 0, (now - crossing) <<< 2 ||| @in_syscall, :bpf_any)
    0
  end

  # What follows the clock's reading counts as user time, so all that can be done before is.
  @sec "tracepoint/raw_syscalls/sys_exit"
  def on_sys_exit(_ctx) do
    tgid = bpf_get_current_pid_tgid() >>> 32
    total = bpf_map_lookup_elem(:kernel_time, tgid)
    now = bpf_ktime_get_ns()
    ns = now - (slice_at(now) >>> 2)

    if total != nil do
      bpf_map_update_elem(:kernel_time, tgid, total + ns, :bpf_any)
    else
      bpf_map_update_elem(:kernel_time, tgid, ns, :bpf_any)
    end

    bpf_map_update_elem(:slice, 0, now <<< 2 ||| @after_syscall, :bpf_any)
    0
  end

  # The slice that this CPU is in; before the first event, one that begins now.
  defp slice_at(now) do
    slice = bpf_map_lookup_elem(:slice, 0) || 0
    if slice != 0, do: slice, else: now <<< 2
  end

  defp charge(slice, tgid, ns) do
    if (slice &&& @in_syscall) != 0 do
      add(:kernel_time, tgid, ns)
    else
      add(:user_time, tgid, ns)
    end
  end

  defp add(totals, key, ns) do
    total = bpf_map_lookup_elem(totals, key)

    if total != nil do
      bpf_map_update_elem(totals, key, total + ns, :bpf_any)
    else
      bpf_map_update_elem(totals, key, ns, :bpf_any)
    end
  end

  # Most threads leave the CPU as they did before, so there is seldom something to write.
  defp remember(tid, mode, state) do
    if (state &&& @dead_or_zombie) != 0 do
      bpf_map_delete_elem(:in_syscall, tid)
    else
      known = bpf_map_lookup_elem(:in_syscall, tid) || 0
      if known != mode, do: bpf_map_update_elem(:in_syscall, tid, mode, :bpf_any)
    end
  end

  # The kernel's own count begins with the wakeup that ends the idling, not with the switch.
  defp end_of_idling(since, now) do
    woken = bpf_map_lookup_elem(:woken, bpf_get_smp_processor_id()) || 0
    if woken > since, do: woken, else: now
  end

  # How much of the time before a system call was the way out of the kernel and back in, an eighth
  # more than the shortest ever seen being usual.
  defp crossing(slice, gap) do
    known = bpf_map_lookup_elem(:crossing, 0) || 0
    shortest = if known > 0, do: known, else: @longest_crossing
    usual = shortest + (shortest >>> 3)

    if gap < shortest and (slice &&& @after_syscall) != 0 do
      bpf_map_update_elem(:crossing, 0, gap, :bpf_any)
    end

    if gap < usual, do: gap, else: usual
  end

  ## In Elixir

  @typedoc "Nanoseconds of CPU time."
  @type times :: %{user: non_neg_integer, kernel: non_neg_integer}

  @doc """
  The time that a process has run since the monitor was started, up to now.
  """
  @spec times(Honey.object(), pos_integer) :: times
  def times(monitor, pid) do
    user = Honey.Map.get(monitor, :user_time, pid) || 0
    kernel = Honey.Map.get(monitor, :kernel_time, pid) || 0

    for {^pid, mode, ns} <- running(monitor), reduce: %{user: user, kernel: kernel} do
      times -> Map.update!(times, mode, &(&1 + ns))
    end
  end

  @doc """
  The times of all processes that have run since the monitor was started, by process id.

  Ended ones are among them until `forget/2`.
  """
  @spec sample(Honey.object()) :: %{pos_integer => times}
  def sample(monitor) do
    charged =
      for {map, mode} <- [user_time: :user, kernel_time: :kernel],
          {pid, ns} <- Honey.Map.to_list!(monitor, map),
          do: {pid, mode, ns}

    for {pid, mode, ns} <- charged ++ running(monitor), reduce: %{} do
      sample ->
        Map.update(sample, pid, Map.put(%{user: 0, kernel: 0}, mode, ns), fn times ->
          Map.update!(times, mode, &(&1 + ns))
        end)
    end
  end

  @doc """
  Removes ended processes from the maps, which would be full one day.

  A process must have ended some time ago: its last thread may otherwise still be on its way off
  the CPU.
  """
  @spec forget(Honey.object(), [pos_integer]) :: :ok
  def forget(monitor, pids) do
    for pid <- pids, map <- [:user_time, :kernel_time, :in_syscall] do
      Honey.Map.delete(monitor, map, pid)
    end

    :ok
  end

  # The slices that are not charged yet, as {process id, mode, nanoseconds}. What was charged since
  # the totals were read is missing from this reading, and in the next.
  defp running(monitor) do
    threads = Honey.Map.get(monitor, :running, 0)
    slices = Honey.Map.get(monitor, :slice, 0)
    now = Honey.Clock.now()

    for {tid, slice} <- Enum.zip(threads, slices),
        tid > 0,
        pid = process_of(tid),
        do: {pid, mode(slice), max(now - (slice >>> 2), 0)}
  end

  defp mode(slice), do: if((slice &&& @in_syscall) != 0, do: :kernel, else: :user)

  # The process of a thread that is running, else nil: where a switch went unseen, `running` names a
  # thread that sleeps.
  defp process_of(tid) do
    with {:ok, status} <- File.read("/proc/#{tid}/status"),
         [_, pid] <- Regex.run(~r/^State:\tR.*^Tgid:\t(\d+)$/ms, status) do
      String.to_integer(pid)
    else
      _ -> nil
    end
  end
end

defmodule RunQueueLatency do
  @moduledoc """
  How long threads that could run wait for a CPU.

      {:ok, latency} = Honey.start_link(RunQueueLatency)
      Process.sleep(1_000)
      RunQueueLatency.waits(latency)     #=> [{0..0, 812}, {1..1, 401}, {2..3, 97}, ...]
      Honey.stop(latency)

  A wait begins when a thread is put into the queue of a CPU: woken, new, or taken off its CPU before it was done. It
  ends when the thread is switched to. `vars: [comm: "beam.smp"]` counts the waits of threads of that name alone.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  alias Honey.KernelMap

  # The threads to look at, by name; "" are all.
  defvar :comm, {:string, 16}, ""

  # When the threads that are in a queue got there.
  defmap :queued, :bpf_hash, max_entries: 32_768, key_type: :u32, value_type: :u64

  # Waits by the powers of two of their microseconds.
  defmap :waits, :bpf_percpu_array, max_entries: 65, key_type: :u32, value_type: :u64

  # What a thread that leaves its CPU waits for, if not for the CPU. A thread that was preempted has none of
  # these bits, but one above them; one that gave way by sched_yield has no bit at all.
  @blocked 0xFF

  ## In the kernel

  @sec "tracepoint/sched/sched_wakeup"
  def on_wakeup(ctx), do: queue(ctx.pid)

  @sec "tracepoint/sched/sched_wakeup_new"
  def on_wakeup_new(ctx), do: queue(ctx.pid)

  @sec "tracepoint/sched/sched_switch"
  def on_switch(ctx) do
    if (ctx.prev_state &&& @blocked) == 0,
      do: queue(ctx.prev_pid),
      else: KernelMap.delete(:queued, ctx.prev_pid)

    with {:ok, since} <- KernelMap.fetch(:queued, ctx.next_pid) do
      KernelMap.delete(:queued, ctx.next_pid)

      if comm() == "" or ctx.next_comm == comm(),
        do: KernelMap.log2_histogram(:waits, div(bpf_ktime_get_ns() - since, 1_000))
    end

    0
  end

  # Number 0 is the idle thread of every CPU. It is never in a queue.
  defp queue(0), do: 0

  defp queue(thread) do
    KernelMap.put(:queued, thread, bpf_ktime_get_ns())
    0
  end

  ## In Elixir

  @doc "How many waits took how many microseconds, from the shortest to the longest."
  @spec waits(Honey.object()) :: Honey.Histogram.t()
  def waits(latency) do
    latency |> Honey.Map.to_list!(:waits) |> Honey.Histogram.log2()
  end
end

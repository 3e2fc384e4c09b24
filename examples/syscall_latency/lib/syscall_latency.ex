defmodule SyscallLatency do
  @moduledoc """
  How long the system calls of the machine take, or of a process, or of the processes of a name.

      {:ok, latency} = Honey.start_link(SyscallLatency, vars: [pid: 4711])
      Process.sleep(1_000)
      SyscallLatency.calls(latency)
      #=> [%{id: 232, count: 90, mean: 10_911_203, longest: 81_007_340, share: 0.97}, ...]
      Honey.stop(latency)

  Times are nanoseconds, from the beginning of a call to its end, so that they have in them what it waits for. Calls
  count when they have ended, if they have begun under the program's eyes.
  """

  use Honey, license: "GPL", kernel: "5.12"

  import Honey.BpfHelpers

  alias Honey.KernelMap

  # Whose calls count; 0 and "" are everybody's. `histogram` is the number of the call that gets one. All of these are
  # fixed when the programs are loaded, and what they rule out is not there in the kernel.
  defvar :pid, :u32, 0
  defvar :comm, {:string, 16}, ""
  defvar :histogram, :s64, -1

  # The call that a thread is in; it began at 0 when it is in none.
  deftype Call, id: :s64, began: :u64
  defmap :entered, :bpf_task_storage, value_type: Call

  # By the numbers of the calls.
  deftype Time, count: :u64, total: :u64
  defmap :times, :bpf_percpu_hash, max_entries: 1024, key_type: :s64, value_type: Time
  defmap :longest, :bpf_percpu_hash, max_entries: 1024, key_type: :s64, value_type: :u64

  # Of one call, by the powers of two of its nanoseconds.
  defmap :latencies, :bpf_percpu_array, max_entries: 65, key_type: :u32, value_type: :u64

  ## In the kernel

  @sec "tracepoint/raw_syscalls/sys_enter"
  def on_enter(ctx) do
    if wanted?() do
      call = %Call{id: ctx.id, began: bpf_ktime_get_ns()}
      KernelMap.put(:entered, bpf_get_current_task_btf(), call)
    end

    0
  end

  # The number is that of the beginning: of a call that gives the thread other registers, it is lost at the end.
  @sec "tracepoint/raw_syscalls/sys_exit"
  def on_exit(_ctx) do
    now = bpf_ktime_get_ns()
    task = bpf_get_current_task_btf()

    case KernelMap.get(:entered, task) do
      %Call{id: id, began: began} when began > 0 ->
        KernelMap.put(:entered, task, %Call{})
        count(id, now - began)

      _ ->
        0
    end
  end

  defp wanted? do
    (pid() == 0 or pid() == bpf_get_current_pid_tgid() >>> 32) and
      (comm() == "" or comm() == bpf_get_current_comm())
  end

  # The longest one first, and read last: who reads both meanwhile finds no call in the sums that is longer.
  defp count(id, ns) do
    KernelMap.max(:longest, id, ns)
    KernelMap.avg(:times, id, ns)
    if id == histogram(), do: KernelMap.log2_histogram(:latencies, ns)
    0
  end

  ## In Elixir

  @typedoc "A system call by its number; times are nanoseconds, `share` is of the time of all calls."
  @type call :: %{
          id: integer,
          count: pos_integer,
          mean: non_neg_integer,
          longest: non_neg_integer,
          share: float
        }

  @doc "The system calls that were made, those with the most time first."
  @spec calls(Honey.object()) :: [call]
  def calls(latency) do
    times =
      for {id, times} <- Honey.Map.to_list!(latency, :times),
          do: {id, Enum.sum(Enum.map(times, & &1.count)), Enum.sum(Enum.map(times, & &1.total))}

    longest =
      Map.new(Honey.Map.to_list!(latency, :longest), fn {id, ns} -> {id, Enum.max(ns)} end)

    all = Enum.sum(for {_, _, total} <- times, do: total)

    for {id, count, total} <- Enum.sort_by(times, &elem(&1, 2), :desc),
        count > 0,
        do: %{
          id: id,
          count: count,
          mean: div(total, count),
          longest: Map.get(longest, id, 0),
          share: total / max(all, 1)
        }
  end

  @doc "How many calls, of the one that has a histogram, took how many nanoseconds."
  @spec latencies(Honey.object()) :: Honey.Histogram.t()
  def latencies(latency) do
    latency |> Honey.Map.to_list!(:latencies) |> Honey.Histogram.log2()
  end
end

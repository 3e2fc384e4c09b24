defmodule ForceKill do
  @moduledoc """
  Who kills by force: each process that sends SIGKILL, how often, and to whom last.

      {:ok, watch} = Honey.start_link(ForceKill)
      ForceKill.killers(watch)
      #=> [%{pid: 4711, name: "systemd-oomd", count: 3, target: 815}]
      Honey.stop(watch)
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  alias Honey.KernelMap

  deftype Killer, count: :u64, target: :s32, name: {:string, 16}

  defmap :killers, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Killer

  @sigkill 9

  ## In the kernel

  @sec "tracepoint/syscalls/sys_enter_kill"
  def on_kill(ctx) do
    if ctx.sig == @sigkill do
      target = ctx.pid

      KernelMap.update(
        :killers,
        bpf_get_current_pid_tgid() >>> 32,
        %Killer{count: 1, target: target, name: bpf_get_current_comm()},
        &%{&1 | count: &1.count + 1, target: target}
      )
    end

    0
  end

  ## In Elixir

  @doc "The processes that sent SIGKILL since the start, the busiest first."
  @spec killers(Honey.object()) :: [map]
  def killers(watch) do
    watch
    |> Honey.Map.to_list!(:killers)
    |> Enum.map(fn {pid, killer} -> killer |> Map.from_struct() |> Map.put(:pid, pid) end)
    |> Enum.sort_by(&(-&1.count))
  end

  @doc "Watches for so many milliseconds, and prints who killed."
  @spec main(pos_integer) :: :ok
  def main(milliseconds \\ 10_000) do
    watch = start!()
    Process.sleep(milliseconds)
    killers = killers(watch)
    Honey.stop(watch)

    for killer <- killers do
      IO.puts("#{killer.name} (#{killer.pid}): #{killer.count}, last #{killer.target}")
    end

    :ok
  end

  # The error says what is missing.
  defp start! do
    case Honey.start_link(ForceKill) do
      {:ok, started} -> started
      {:error, error} -> raise error
    end
  end
end

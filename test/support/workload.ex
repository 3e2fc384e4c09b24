defmodule Honey.Test.Workload do
  @moduledoc """
  Processes that use the CPU in a known way, and what /proc says about them.

  The kinds are `:cpu`, `:syscalls` (long ones), `:short_syscalls`, `:both` (computes and calls the
  kernel in turns), `:blocking` (computes and sleeps in turns), `:threads` and `:idle`.
  """

  @enforce_keys [:pid, :port]
  defstruct [:pid, :port]

  @type t :: %__MODULE__{pid: pos_integer, port: port}
  @type kind ::
          :cpu | :syscalls | :short_syscalls | :both | :blocking | :threads | :idle

  @source Path.join(__DIR__, "workload/workload.c")

  @doc "Builds the program in a directory, and returns its path."
  @spec build!(Path.t()) :: Path.t()
  def build!(directory) do
    program = Path.join(directory, "honey-workload")
    arguments = ["-O1", "-Wall", "-pthread", "-o", program, @source]

    case System.cmd("cc", arguments, stderr_to_stdout: true) do
      {_, 0} -> program
      {output, _} -> raise "cc does not compile #{@source}: #{output}"
    end
  end

  @spec start!(Path.t(), kind) :: t
  def start!(program, kind) do
    port = Port.open({:spawn_executable, program}, [:binary, args: [to_string(kind)]])
    {:os_pid, pid} = Port.info(port, :os_pid)
    %__MODULE__{pid: pid, port: port}
  end

  @doc "Kills the process and waits until it is gone."
  @spec stop(t) :: :ok
  def stop(%__MODULE__{} = workload) do
    System.cmd("kill", ["-KILL", to_string(workload.pid)], stderr_to_stdout: true)
    true = Honey.Test.Kernel.eventually(fn -> not File.exists?("/proc/#{workload.pid}") end)
    :ok
  end

  @doc "User and kernel time of a process in milliseconds, as /proc/PID/stat has them."
  @spec times(pos_integer) :: %{user: non_neg_integer, kernel: non_neg_integer}
  def times(pid) do
    stat = File.read!("/proc/#{pid}/stat")
    [_, fields] = Regex.run(~r/\A.*\) (.*)/s, stat)

    [user, kernel] =
      fields |> String.split() |> Enum.slice(11, 2) |> Enum.map(&String.to_integer/1)

    tick = tick_ms()
    %{user: user * tick, kernel: kernel * tick}
  end

  @doc "How many milliseconds the host of this machine has had its CPUs, as /proc/stat has them; 0 for one without a host."
  @spec stolen() :: non_neg_integer
  def stolen do
    ["cpu" | times] = "/proc/stat" |> File.read!() |> String.split("\n") |> hd() |> String.split()
    String.to_integer(Enum.at(times, 7)) * tick_ms()
  end

  @doc "The ids of a process's threads."
  @spec threads(pos_integer) :: [pos_integer]
  def threads(pid), do: Enum.map(File.ls!("/proc/#{pid}/task"), &String.to_integer/1)

  # Asked for once: whoever calls wants to know what is the case at a moment.
  defp tick_ms do
    with nil <- :persistent_term.get(__MODULE__, nil) do
      {hertz, 0} = System.cmd("getconf", ["CLK_TCK"])
      tick = div(1000, hertz |> String.trim() |> String.to_integer())
      :persistent_term.put(__MODULE__, tick)
      tick
    end
  end
end

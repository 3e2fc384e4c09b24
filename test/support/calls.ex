defmodule Honey.Test.Calls do
  @moduledoc """
  System calls that are known to the last one: a process with a thread on each CPU makes them until it is told
  to end, and then says how many there were.

  A program counts them by the tracepoint `syscalls/sys_enter_getpriority`, whose `who` is `number/0`.
  """

  @source Path.join(__DIR__, "workload/calls.c")

  @doc "Builds the program in a directory, and returns its path."
  @spec build!(Path.t()) :: Path.t()
  def build!(directory) do
    program = Path.join(directory, "honey-calls")

    case System.cmd("cc", ["-O1", "-Wall", "-pthread", "-o", program, @source],
           stderr_to_stdout: true
         ) do
      {_, 0} -> program
      {output, _} -> raise "cc does not compile #{@source}: #{output}"
    end
  end

  @doc "The number of a process that cannot be, which only this VM's calls ask for."
  @spec number() :: pos_integer
  def number, do: 1_900_000_000 + String.to_integer(System.pid())

  @spec start!(Path.t()) :: port
  def start!(program),
    do: Port.open({:spawn_executable, program}, [:binary, :line, args: [to_string(number())]])

  @doc "Ends the calls: how many there were."
  @spec stop(port) :: pos_integer
  def stop(port) do
    Port.command(port, "\n")

    receive do
      {^port, {:data, {:eol, line}}} -> String.to_integer(line)
    after
      60_000 -> raise "the calls do not end"
    end
  end
end

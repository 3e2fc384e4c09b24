defmodule SignalLog.Names do
  @moduledoc "What the numbers of a signal mean, on x86 and ARM."

  # From 1 on.
  @signals ~w(SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2
              SIGPIPE SIGALRM SIGTERM SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG
              SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS)
           |> Enum.with_index(1)

  @names Map.new(@signals, fn {name, number} -> {number, name} end)
  @numbers Map.new(@signals)

  @doc """
  A signal's name; real-time signals have numbers only.

      iex> Enum.map([15, 34], &SignalLog.Names.signal/1)
      ["SIGTERM", "signal 34"]
  """
  @spec signal(pos_integer) :: String.t()
  def signal(number), do: Map.get(@names, number, "signal #{number}")

  @doc """
  The number of what a user calls a signal.

      iex> Enum.map(["SIGTERM", "term", "15", "64", "65", "5th"], &SignalLog.Names.number/1)
      [15, 15, 15, 64, nil, nil]
  """
  @spec number(String.t()) :: pos_integer | nil
  def number(text) do
    case Integer.parse(text) do
      {number, ""} when number in 1..64 -> number
      _ -> @numbers[String.upcase(text)] || @numbers["SIG" <> String.upcase(text)]
    end
  end

  # SIGILL, SIGTRAP, SIGBUS, SIGFPE and SIGSEGV.
  @faults [4, 5, 7, 8, 11]
  @sigchld 17
  @si_kernel 128

  @doc """
  How a signal came to be, by its code: a call, or a reason that the kernel has.

      iex> SignalLog.Names.how(15, 0)
      "kill"

      iex> SignalLog.Names.how(11, 1)
      "fault"

      iex> SignalLog.Names.how(17, 1)
      "exited"
  """
  @spec how(pos_integer, integer) :: String.t()
  def how(_signal, 0), do: "kill"
  def how(_signal, -1), do: "queue"
  def how(_signal, -2), do: "timer"
  def how(_signal, -6), do: "tgkill"
  def how(_signal, code) when code < 0, do: "code #{code}"
  def how(_signal, @si_kernel), do: "kernel"
  def how(@sigchld, 1), do: "exited"
  def how(@sigchld, 2), do: "killed"
  def how(@sigchld, 3), do: "dumped"
  def how(@sigchld, 4), do: "trapped"
  def how(@sigchld, 5), do: "stopped"
  def how(@sigchld, 6), do: "resumed"
  def how(signal, _code) when signal in @faults, do: "fault"
  def how(_signal, _code), do: "kernel"

  @doc """
  What became of a signal.

      iex> Enum.map(0..4, &SignalLog.Names.result/1)
      ["delivered", "ignored", "pending", "overflow", "no info"]
  """
  @spec result(non_neg_integer) :: String.t()
  def result(0), do: "delivered"
  def result(1), do: "ignored"
  # One of its kind is waiting already, and real-time signals alone can wait twice.
  def result(2), do: "pending"
  # The queue is full: the signal is lost, or only what it carries.
  def result(3), do: "overflow"
  def result(4), do: "no info"
  def result(other), do: "result #{other}"
end

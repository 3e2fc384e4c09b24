defmodule CommandLog.Signal do
  @moduledoc "The names of Linux's signals, on x86 and ARM."

  # From 1 on.
  @names ~w(SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE
            SIGALRM SIGTERM SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU
            SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS)
         |> Enum.with_index(1)
         |> Map.new(fn {name, number} -> {number, name} end)

  @doc """
  The name of a number; real-time signals have numbers only.

      iex> Enum.map([1, 15, 31, 34], &CommandLog.Signal.name/1)
      ["SIGHUP", "SIGTERM", "SIGSYS", "signal 34"]
  """
  @spec name(pos_integer) :: String.t()
  def name(number), do: Map.get(@names, number, "signal #{number}")
end

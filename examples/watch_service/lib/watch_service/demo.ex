defmodule WatchService.Demo do
  @moduledoc """
  Starts programs, kills processes of the service meanwhile, and compares.

  The programs are `true` under a name that nobody else has, so that how many were started is known.
  """

  alias WatchService.Consumer

  @doc """
  Three rounds of so many starts. In the middle of the second, the consumer is killed; of the third, the owner of
  the programs.

  For each round, `{what was killed, how many were started, how many of them were counted, the account at
  its end}`.
  """
  @spec run(pos_integer) :: [{atom, pos_integer, non_neg_integer, map}]
  def run(starts) do
    with_command(fn command ->
      for {what, name} <- [nobody: nil, consumer: Consumer, owner: WatchService.programs()] do
        before = counted(command)
        first = div(starts, 2)
        start(command, first)
        kill(name)
        start(command, starts - first)
        account = settled(100)
        {what, starts, counted(command) - before, account}
      end
    end)
  end

  defp kill(nil), do: :ok
  defp kill(name), do: name |> Process.whereis() |> Process.exit(:kill)

  @doc "Calls a function with the path of a program whose name is its own; it is gone afterwards."
  @spec with_command((Path.t() -> result)) :: result when result: term
  def with_command(function) do
    # The kernel's names have 15 characters.
    path = Path.join(System.tmp_dir!(), "demo-#{System.pid()}")
    File.rm(path)
    File.ln_s!(System.find_executable("true"), path)

    try do
      function.(path)
    after
      File.rm(path)
    end
  end

  @doc "Starts a program so many times, one after the other."
  @spec start(Path.t(), non_neg_integer) :: :ok
  def start(command, count) do
    for _ <- 1..count//1, do: {"", 0} = System.cmd(command, [])
    :ok
  end

  @doc "How often a program's starts were counted, of all users."
  @spec counted(Path.t()) :: non_neg_integer
  def counted(command) do
    name = Path.basename(command)
    Enum.sum(for {{_, ^name}, count} <- WatchService.starts(), do: count)
  end

  # Others start programs all the time, so that something may be under way whenever one looks.
  defp settled(tries) do
    case WatchService.account() do
      {:ok, %{missing: missing} = account} when missing == 0 or tries == 0 -> account
      {:error, error} when tries == 0 -> raise error
      _ -> Process.sleep(20) && settled(tries - 1)
    end
  end
end

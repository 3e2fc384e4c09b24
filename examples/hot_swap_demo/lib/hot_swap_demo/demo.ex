defmodule HotSwapDemo.Demo do
  @moduledoc "Replaces a version under load, and compares the calls that were made with those that were counted."

  alias HotSwapDemo.{One, Refused, Two}

  @typedoc "What was done, what came of it, and the sums up to then."
  @type step :: %{
          what: String.t(),
          answer: {:ok, Honey.Upgrade.t() | nil} | {:error, Exception.t()},
          calls: non_neg_integer,
          counted: non_neg_integer
        }

  @doc """
  All steps, with so many milliseconds of load before and after each upgrade.

  `swap` is how programs of tracepoints are replaced, `:overlap` or `:tail_call`. At last, the calls by the thread.
  """
  @spec run(:overlap | :tail_call, pos_integer) ::
          {:ok, [step], [{String.t(), pos_integer}]} | {:error, Honey.Error.t()}
  def run(swap, milliseconds) do
    with {:ok, pid} <- HotSwapDemo.start_link(One, swap: swap) do
      steps = [
        {"version one", fn -> {:ok, nil} end},
        {"version two", fn -> Honey.upgrade(pid, module: Two) end},
        {"back and forth, ten times", fn -> back_and_forth(pid, 10) end},
        {"one that does not compile", fn -> compile(Refused.broken()) end},
        {"one with another map", fn -> Honey.upgrade(pid, module: Refused.Changed) end},
        {"one that does not load", fn -> Honey.upgrade(pid, module: Refused.Unloadable) end}
      ]

      {steps, _calls} =
        Enum.map_reduce(steps, 0, fn {what, function}, before ->
          {calls, answer} = under_load(milliseconds, function)
          calls = before + calls
          {%{what: what, answer: answer, calls: calls, counted: HotSwapDemo.calls(pid)}, calls}
        end)

      threads = HotSwapDemo.threads(pid)
      Honey.stop(pid)
      {:ok, steps, threads}
    end
  end

  @doc """
  Calls a function while two processes call fdatasync all the time; so many milliseconds before and after.

  Gives how many calls there were, and what the function gave.
  """
  @spec under_load(non_neg_integer, (... -> result)) :: {pos_integer, result} when result: term
  def under_load(milliseconds, function) do
    workers = for _ <- 1..2, do: Task.async(&work/0)
    Process.sleep(milliseconds)
    result = function.()
    Process.sleep(milliseconds)
    for worker <- workers, do: send(worker.pid, :enough)
    {Enum.sum(Task.await_many(workers, :infinity)), result}
  end

  # The call fails, as there is nothing to write: that costs no disk anything.
  defp work do
    {:ok, file} = :file.open("/dev/null", [:raw, :write])
    work(file, 0)
  end

  defp work(file, calls) do
    receive do
      :enough ->
        :ok = :file.close(file)
        calls
    after
      0 ->
        {:error, :einval} = :file.datasync(file)
        work(file, calls + 1)
    end
  end

  defp back_and_forth(pid, times) do
    for(_ <- 1..times, version <- [One, Two], do: Honey.upgrade(pid, module: version))
    |> List.last()
  end

  defp compile(source) do
    {:ok, Code.compile_string(source, "lib/broken.ex")}
  rescue
    error in Honey.CompileError -> {:error, error}
  end
end

Code.require_file("../../test/support/big_source.ex", __DIR__)

defmodule Honey.Bench.Scale do
  @moduledoc """
  Whether what a compilation takes grows with the source, and no faster.
  """

  alias Honey.Bench.{Kernel, Subject, Text}
  alias Honey.Test.BigSource

  @sizes [250, 500, 1000]
  @rounds 5
  @passes [:read, :desugar, :infer, :lower, :place, :emit]

  @spec report([Subject.t()]) :: iodata
  def report(_subjects) do
    heading =
      ["statements"] ++
        Enum.map(@passes, &to_string/1) ++ ["all passes", "clang", "insns", "stack"]

    [
      "SCALE: processor microseconds for each statement, the least of #{@rounds} rounds\n",
      "#{Kernel.describe()}\n\n",
      for(shape <- BigSource.shapes(), do: [Text.table("#{shape}", heading, rows(shape)), "\n"])
    ]
  end

  # Deeper than 200 a chain of `cond` is refused.
  defp rows(:cond), do: for(n <- [45, 90, 180], do: row(:cond, n))
  defp rows(shape), do: for(n <- @sizes, do: row(shape, n))

  defp row(shape, n) do
    unit = BigSource.unit(BigSource.source(Honey.Bench.Big, shape, n))
    rounds = for _ <- 1..@rounds, do: BigSource.times(unit)
    least = fn pass -> rounds |> Enum.map(& &1[pass]) |> Enum.min() end

    all =
      rounds |> Enum.map(fn times -> times |> Keyword.values() |> Enum.sum() end) |> Enum.min()

    {total, {:ok, result}} = compile(unit)
    functions = result.functions

    [to_string(n)] ++
      Enum.map(@passes, &each(least.(&1), n)) ++
      [each(all, n), each(total * 1000 - all, n)] ++
      [
        functions |> Enum.map(& &1.instructions) |> Enum.sum() |> to_string(),
        functions |> Enum.map(& &1.deepest) |> Enum.max() |> to_string()
      ]
  end

  defp compile(unit) do
    :timer.tc(fn -> Honey.Nif.compile(unit, Honey.Compiler.environment(".")) end)
  end

  defp each(nanoseconds, n), do: Text.decimal(nanoseconds / 1000 / n, 1)
end

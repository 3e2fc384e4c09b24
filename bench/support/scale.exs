Code.require_file("../../test/support/big_source.ex", __DIR__)

defmodule Honey.Bench.Scale do
  @moduledoc """
  Whether what a compilation takes grows with the source, and no faster.
  """

  alias Honey.Bench.{Kernel, Subject, Text}
  alias Honey.Test.BigSource

  @rounds 3
  @passes [:read, :desugar, :infer, :fuse, :lower, :split, :place, :emit]

  @spec report([Subject.t()]) :: iodata
  def report(_subjects) do
    heading =
      ["statements"] ++
        Enum.map(@passes, &to_string/1) ++ ["all passes", "clang", "insns", "stack"]

    [
      "SCALE: processor microseconds for each statement, the least of #{@rounds} rounds; clang's, and\n",
      "instructions for each; `grows` is the last row by the first, 1.00x what is wanted\n",
      "#{Kernel.describe()}\n\n",
      for(shape <- BigSource.shapes(), do: [Text.table("#{shape}", heading, table(shape)), "\n"])
    ]
  end

  defp table(shape) do
    rows = for n <- sizes(shape), do: [n | row(shape, n)]

    Enum.map(rows, &cells/1) ++ [["grows" | ratios(tl(hd(rows)), tl(List.last(rows)))]]
  end

  # Scratch memory has room for 4,000 values at a time, but clang takes its time for them. A loop's
  # turns are walked three times, and the verifier cannot follow more of them.
  defp sizes(:live), do: [500, 1000, 2000]
  defp sizes(:mixed), do: [625, 1250, 2500]
  defp sizes(shape) when shape in [:functions, :loop], do: [250, 500, 1000]
  defp sizes(_shape), do: [1250, 2500, 5000]

  defp row(shape, n) do
    unit = BigSource.unit(BigSource.source(Honey.Bench.Big, shape, n))
    rounds = for _ <- 1..@rounds, do: BigSource.times(unit)
    least = fn pass -> rounds |> Enum.map(& &1[pass]) |> Enum.min() end

    all =
      rounds |> Enum.map(fn times -> times |> Keyword.values() |> Enum.sum() end) |> Enum.min()

    {total, {:ok, result}} = compile(unit)
    functions = result.functions

    Enum.map(@passes, &(least.(&1) / 1000 / n)) ++
      [
        all / 1000 / n,
        (total - all / 1000) / n,
        (functions |> Enum.map(& &1.instructions) |> Enum.sum()) / n,
        functions |> Enum.map(& &1.deepest) |> Enum.max()
      ]
  end

  defp compile(unit) do
    :timer.tc(fn -> Honey.Nif.compile(unit, Honey.Compiler.environment(".")) end)
  end

  defp cells([n | numbers]) do
    {stack, each} = List.pop_at(numbers, -1)
    [to_string(n)] ++ Enum.map(each, &Text.decimal(&1, 1)) ++ [to_string(stack)]
  end

  defp ratios(first, last) do
    Enum.zip_with(first, last, fn first, last -> Text.ratio(last, first) end)
  end
end

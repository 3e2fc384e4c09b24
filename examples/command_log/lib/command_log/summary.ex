defmodule CommandLog.Summary do
  @moduledoc """
  What was run how often, and for how long, by the names of commands.

  It is a map that grows by each event; only commands count that were seen from their start to their end.
  """

  alias CommandLog.Exit

  @type t :: %{String.t() => %{count: pos_integer, total: pos_integer, max: pos_integer}}

  @doc """
  The summary with another event.

      iex> for ns <- [4, 8], reduce: %{} do
      ...>   summary -> CommandLog.Summary.add(summary, %CommandLog.Exit{comm: "ls", ns: ns})
      ...> end
      %{"ls" => %{count: 2, total: 12, max: 8}}
  """
  @spec add(t, struct) :: t
  def add(summary, %Exit{ns: ns, comm: comm}) when ns > 0 do
    Map.update(summary, comm, %{count: 1, total: ns, max: ns}, fn row ->
      %{count: row.count + 1, total: row.total + ns, max: max(row.max, ns)}
    end)
  end

  def add(summary, _event), do: summary

  @doc "A table of at most so many commands, those that took most first."
  @spec table(t, pos_integer) :: String.t()
  def table(summary, most) do
    {shown, rest} =
      summary |> Enum.sort_by(fn {name, row} -> {-row.total, name} end) |> Enum.split(most)

    more = if rest == [], do: [], else: [row("(#{length(rest)} more)", sum(rest))]

    rows = [
      ["COMMAND", "COUNT", "TOTAL", "MEAN", "MAX"]
      | Enum.map(shown, fn {name, row} -> row(name, row) end) ++ more
    ]

    Enum.map_join(rows, &line/1)
  end

  defp sum(rows) do
    rows = Enum.map(rows, &elem(&1, 1))

    %{
      count: rows |> Enum.map(& &1.count) |> Enum.sum(),
      total: rows |> Enum.map(& &1.total) |> Enum.sum(),
      max: rows |> Enum.map(& &1.max) |> Enum.max()
    }
  end

  defp row(name, row) do
    times = Enum.map([row.total, div(row.total, row.count), row.max], &CommandLog.time/1)
    [CommandLog.printable(name), to_string(row.count) | times]
  end

  defp line([name, count | times]) do
    String.pad_trailing(name, 17) <>
      String.pad_leading(count, 7) <> Enum.map_join(times, &String.pad_leading(&1, 12)) <> "\n"
  end
end

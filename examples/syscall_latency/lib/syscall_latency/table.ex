defmodule SyscallLatency.Table do
  @moduledoc "The table of system calls, those with the most time first."

  @doc """
  The calls as text, at most so many, in 80 columns.

      iex> call = %{id: 0, count: 31, mean: 4_471, longest: 2_349_118, share: 0.25}
      iex> SyscallLatency.Table.format([call], %{0 => "read"}, 5)
      "system call                    count        mean µs         max µs   % of time\\n" <>
        "read                              31            4.5         2349.1        25.0\\n"
  """
  @spec format([SyscallLatency.call()], %{integer => String.t()}, pos_integer) :: String.t()
  def format(calls, names, most) do
    {shown, hidden} = Enum.split(calls, most)
    heading = line("system call", "count", "mean µs", "max µs", "% of time")
    Enum.join([heading | Enum.map(shown, &row(name(names, &1.id), &1))] ++ rest(hidden))
  end

  @doc """
  What a system call is called.

      iex> Enum.map([0, 999], &SyscallLatency.Table.name(%{0 => "read"}, &1))
      ["read", "number 999"]
  """
  @spec name(%{integer => String.t()}, integer) :: String.t()
  def name(names, id), do: Map.get(names, id, "number #{id}")

  defp rest([]), do: []

  defp rest(calls) do
    count = Enum.sum(Enum.map(calls, & &1.count))

    [
      row("(#{length(calls)} more)", %{
        count: count,
        mean: div(Enum.sum(Enum.map(calls, &(&1.mean * &1.count))), count),
        longest: calls |> Enum.map(& &1.longest) |> Enum.max(),
        share: Enum.sum(Enum.map(calls, & &1.share))
      })
    ]
  end

  defp row(name, call) do
    line(name, "#{call.count}", us(call.mean), us(call.longest), decimal(call.share * 100))
  end

  defp line(name, count, mean, longest, share) do
    String.pad_trailing(name, 24) <>
      String.pad_leading(count, 12) <>
      String.pad_leading(mean, 15) <>
      String.pad_leading(longest, 15) <> String.pad_leading(share, 12) <> "\n"
  end

  defp us(ns), do: decimal(ns / 1_000)
  defp decimal(number), do: :erlang.float_to_binary(number / 1, decimals: 1)
end

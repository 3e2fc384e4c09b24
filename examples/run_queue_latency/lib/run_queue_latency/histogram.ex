defmodule RunQueueLatency.Histogram do
  @moduledoc "Counts by powers of two, as `Honey.KernelMap.log2_histogram/2` makes them, and how they look."

  @typedoc "Numbers and how many of them there were, without a gap."
  @type t :: [{Range.t(), non_neg_integer}]

  @doc """
  Of the counts by bucket, from the first to the last that is not empty.

      iex> RunQueueLatency.Histogram.new(%{0 => 0, 2 => 7, 4 => 1, 5 => 0})
      [{2..3, 7}, {4..7, 0}, {8..15, 1}]
  """
  @spec new(%{(0..64) => non_neg_integer}) :: t
  def new(counts) do
    case for {bucket, count} <- counts, count > 0, do: bucket do
      [] -> []
      used -> for b <- Enum.min(used)..Enum.max(used), do: {range(b), Map.get(counts, b, 0)}
    end
  end

  # A bucket is how many bits the number has.
  defp range(0), do: 0..0
  defp range(bucket), do: Integer.pow(2, bucket - 1)..(Integer.pow(2, bucket) - 1)

  @doc """
  A line for each range, with a bar, in 80 columns.

             us       count
           2..3           7  #######################################################
           4..7           0
          8..15           1  ########
  """
  @spec text(t, String.t()) :: String.t()
  def text(histogram, unit) do
    rows = for {range, count} <- histogram, do: {label(range), count}
    indent = Enum.max([10 | Enum.map(rows, fn {label, _} -> String.length(label) end)])
    most = Enum.max([1 | Enum.map(rows, fn {_, count} -> count end)])
    lines = for {label, count} <- rows, do: {label, count, bar(count, (65 - indent) / most)}

    Enum.map_join([{unit, "count", ""} | lines], fn {label, count, bar} ->
      line = "#{String.pad_leading(label, indent)} #{String.pad_leading("#{count}", 11)}  #{bar}"
      String.trim_trailing(line) <> "\n"
    end)
  end

  @doc ~S(A range in words: "1", "2..3".)
  @spec label(Range.t()) :: String.t()
  def label(n..n//_), do: "#{n}"
  def label(first..last//_), do: "#{first}..#{last}"

  # What there is, is seen.
  defp bar(0, _), do: ""
  defp bar(count, scale), do: String.duplicate("#", max(1, round(count * scale)))
end

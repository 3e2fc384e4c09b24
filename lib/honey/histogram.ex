defmodule Honey.Histogram do
  @moduledoc ~S"""
  Histograms that programs count, for people: which numbers a bucket stands for, where the median lies, and lines of
  text with bars.

  A program counts with `Honey.KernelMap.log2_histogram/2` or `Honey.KernelMap.linear_histogram/3`, and Elixir reads
  the map:

      object
      |> Honey.Map.to_list!(:sizes)
      |> Honey.Histogram.log2()
      |> Honey.Histogram.text(unit: "bytes")
      |> IO.write()

         bytes  count
          2..3     27  ####
          4..7    420  ###########################################################
         8..15     88  ############

  Where a map has a histogram for each of several things, the bucket is a part of its key, and Elixir takes the keys
  apart:

      entries = Honey.Map.to_list!(object, :sizes)

      for {pid, counts} <- Enum.group_by(entries, fn {{pid, _bucket}, _} -> pid end, fn {{_, bucket}, n} -> {bucket, n} end),
          do: {pid, Honey.Histogram.log2(counts)}

  These are functions of ordinary Elixir; there is no call of the kernel in them.
  """

  alias Honey.Argument

  @typedoc """
  The numbers of a bucket: from the first to the last of a range, or all that are less than `n`, or all from `n` on.
  """
  @type bucket :: Range.t() | {:below, n :: integer} | {:from, n :: integer}

  @typedoc "Buckets in their order, without a gap, each with how many numbers it has. Both the first and the last have some."
  @type t :: [{bucket, count :: non_neg_integer}]

  @typedoc """
  What the map has: the numbers of the buckets, which are its keys, and how often they were counted. Of a map per CPU
  this is a list, whose sum counts. A bucket may be there more than once; its counts add up.
  """
  @type counts :: Enumerable.t()

  @counts "Honey.Histogram wants pairs of a bucket and its count, or its counts on each CPU"

  @doc """
  The histogram of what `Honey.KernelMap.log2_histogram/2` counts, or of `Honey.KernelMap.log2_bucket/1`.

      iex> Honey.Histogram.log2([{0, 2}, {1, 0}, {2, 7}, {4, 1}])
      [{{:below, 1}, 2}, {1..1, 0}, {2..3, 7}, {4..7, 0}, {8..15, 1}]

      iex> Honey.Histogram.log2([{2, [3, 4]}])
      [{2..3, 7}]

  Raises `ArgumentError` for a bucket that is none of 0 to 64.
  """
  @spec log2(counts) :: t
  def log2(counts), do: new(counts, 64, &log2_range/1)

  defp log2_range(0), do: {:below, 1}
  defp log2_range(bucket), do: Integer.pow(2, bucket - 1)..(Integer.pow(2, bucket) - 1)

  @doc """
  The histogram of what `Honey.KernelMap.linear_histogram/3` counts, or of `Honey.KernelMap.linear_bucket/2`; the range
  is the one that the program has.

      iex> Honey.Histogram.linear([{0, 1}, {1, 5}, {3, 2}, {11, 4}], 0..100//10) |> Enum.take(4)
      [{{:below, 0}, 1}, {0..9, 5}, {10..19, 0}, {20..29, 2}]

      iex> Honey.Histogram.linear([{10, 1}, {11, 4}], 0..100//10)
      [{90..99, 1}, {{:from, 100}, 4}]

  Raises `ArgumentError` for a bucket that the range does not have, and for a range that goes down.
  """
  @spec linear(counts, Range.t()) :: t
  def linear(counts, %Range{first: first, step: step} = range) when step > 0 do
    case Range.size(range) do
      0 -> Argument.wrong!("a range of Honey.Histogram.linear/2 has at least one number", range)
      size -> new(counts, size, &linear_range(&1, first, step, size))
    end
  end

  def linear(_counts, other) do
    Argument.wrong!("Honey.Histogram.linear/2 wants a range that goes up", other)
  end

  defp linear_range(0, first, _, _), do: {:below, first}
  defp linear_range(size, first, step, size), do: {:from, first + (size - 1) * step}

  defp linear_range(bucket, first, step, _),
    do: (first + (bucket - 1) * step)..(first + bucket * step - 1)

  defp new(counts, last, range) do
    counts = sums(counts, last)

    case for {bucket, count} <- counts, count > 0, do: bucket do
      [] -> []
      used -> for b <- Enum.min(used)..Enum.max(used), do: {range.(b), Map.get(counts, b, 0)}
    end
  end

  defp sums(counts, last) do
    counts
    |> Argument.pairs!(@counts)
    |> Enum.reduce(%{}, fn {bucket, count} = pair, sums ->
      bucket?(bucket, last) ||
        Argument.wrong!("this histogram has buckets from 0 to #{last}", pair)

      count = Argument.count!(count, @counts, pair)
      Map.update(sums, bucket, count, &(&1 + count))
    end)
  end

  defp bucket?(bucket, last), do: is_integer(bucket) and bucket in 0..last

  @doc """
  The bucket that a quantile lies in: of 0.5 the median's, of 0.99 that of the number which 99 of 100 do not exceed.
  `nil` of an empty histogram.

      iex> histogram = Honey.Histogram.log2([{2, 90}, {5, 9}, {10, 1}])
      iex> for q <- [0.5, 0.9, 0.99, 1.0], do: Honey.Histogram.quantile(histogram, q)
      [2..3, 2..3, 16..31, 512..1023]

  The kernel counted buckets, not numbers; where in its bucket the number was, nobody knows.
  """
  @spec quantile(t, q :: float | 0 | 1) :: bucket | nil
  def quantile(histogram, q) when is_list(histogram) and is_number(q) and q >= 0 and q <= 1 do
    # The number that it is: the first one is in the first bucket that has any.
    rank = max(1, ceil(q * total(histogram)))

    Enum.reduce_while(histogram, 0, fn {bucket, count}, before ->
      if before + count >= rank, do: {:halt, {:found, bucket}}, else: {:cont, before + count}
    end)
    |> case do
      {:found, bucket} -> bucket
      _ -> nil
    end
  end

  def quantile(histogram, q) when is_list(histogram) do
    Argument.wrong!("a quantile is a number from 0 to 1", q)
  end

  @doc """
  How many numbers were counted.

      iex> Honey.Histogram.total([{2..3, 7}, {4..7, 0}, {8..15, 1}])
      8
  """
  @spec total(t) :: non_neg_integer
  def total(histogram), do: histogram |> Enum.map(fn {_, count} -> count end) |> Enum.sum()

  @doc ~S"""
  A line for each bucket, with a bar, as long as the terminal is wide; the first line says what the columns are.

      IO.write(Honey.Histogram.text([{2..3, 7}, {4..7, 0}, {8..15, 1}], unit: "ns", width: 40))

         ns  count
       2..3      7  #########################
       4..7      0
      8..15      1  ###

  What was counted at all has a bar. Options:

  | option | |
  | --- | --- |
  | `unit:` | what the numbers are, as a heading: `"ns"`, `"bytes"`; `""` |
  | `width:` | how many columns a line has at most; 80 |
  """
  @spec text(t, unit: String.t(), width: pos_integer) :: String.t()
  def text(histogram, options \\ []) when is_list(histogram) do
    Argument.options!(options, [:unit, :width], "Honey.Histogram.text/2")
    rows = for {bucket, count} <- histogram, do: {label(bucket), "#{count}", count}
    heading = {unit!(options[:unit] || ""), "count", 0}
    [labels, counts] = for column <- [0, 1], do: columns([heading | rows], column)
    room = max(1, width!(options[:width] || 80) - labels - counts - 5)
    most = Enum.max([1 | for({_, _, count} <- rows, do: count)])

    Enum.map_join([heading | rows], fn {label, text, count} ->
      line = " #{String.pad_leading(label, labels)}  #{String.pad_leading(text, counts)}  "
      String.trim_trailing(line <> bar(count, room, most)) <> "\n"
    end)
  end

  defp columns(rows, column), do: rows |> Enum.map(&String.length(elem(&1, column))) |> Enum.max()

  defp bar(0, _, _), do: ""
  defp bar(count, room, most), do: String.duplicate("#", max(1, div(count * room, most)))

  defp unit!(unit) when is_binary(unit), do: unit
  defp unit!(other), do: Argument.wrong!("`unit:` of Honey.Histogram.text/2 is a string", other)

  defp width!(width) when is_integer(width) and width > 0, do: width

  defp width!(other) do
    Argument.wrong!("`width:` of Honey.Histogram.text/2 is a number of columns", other)
  end

  @doc """
  A bucket in words.

      iex> Enum.map([{:below, 1}, 1..1, 2..3, {:from, 100}], &Honey.Histogram.label/1)
      ["< 1", "1", "2..3", ">= 100"]
  """
  @spec label(bucket) :: String.t()
  def label({:below, n}), do: "< #{n}"
  def label({:from, n}), do: ">= #{n}"
  def label(n..n//_), do: "#{n}"
  def label(first..last//_), do: "#{first}..#{last}"
end

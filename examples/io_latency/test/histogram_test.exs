defmodule IoLatency.HistogramTest do
  use ExUnit.Case, async: true

  alias IoLatency.Histogram

  doctest Histogram

  test "a histogram has 80 columns at most, also for the longest times" do
    text = Histogram.text(Histogram.new(%{0 => 99_999_999_999, 40 => 99_999_999_999}), "µs")
    assert text |> String.split("\n") |> Enum.map(&String.length/1) |> Enum.max() <= 80
  end

  test "a histogram has a line for each range, and a bar for what is rare" do
    assert Histogram.text([{2..3, 7_000}, {4..7, 0}, {8..15, 1}], "µs") == """
                         µs       count
                       2..3        7000  #################################################
                       4..7           0
                      8..15           1  #
           """
  end
end

defmodule SyscallLatency.TableTest do
  use ExUnit.Case, async: true

  alias SyscallLatency.{Histogram, Table}

  doctest Histogram
  doctest Table

  test "sums up what is below the last row, in 80 columns" do
    call = %{id: 1, count: 2, mean: 1_000, longest: 1_500, share: 0.5}
    rest = [%{call | id: 2, share: 0.3}, %{call | id: 3, count: 6, longest: 9_000, share: 0.2}]

    assert Table.format([call | rest], %{1 => "write"}, 1) == """
           system call                    count        mean µs         max µs   % of time
           write                              2            1.0            1.5        50.0
           (2 more)                           8            1.0            9.0        50.0
           """
  end

  test "a histogram has 80 columns at most, also for the longest calls" do
    text = Histogram.text(Histogram.new(%{0 => 99_999_999_999, 40 => 99_999_999_999}), "ns")
    assert text |> String.split("\n") |> Enum.map(&String.length/1) |> Enum.max() <= 80
  end

  test "a histogram has a line for each range, and a bar for what is rare" do
    assert Histogram.text([{2..3, 7_000}, {4..7, 0}, {8..15, 1}], "ns") == """
                   ns       count
                 2..3        7000  #######################################################
                 4..7           0
                8..15           1  #
           """
  end
end

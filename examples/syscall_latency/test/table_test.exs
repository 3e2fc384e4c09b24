defmodule SyscallLatency.TableTest do
  use ExUnit.Case, async: true

  alias SyscallLatency.Table

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
end

defmodule CpuMonitor.TableTest do
  use ExUnit.Case, async: true

  alias CpuMonitor.{CLI, ProcessInfo, Table}

  doctest CLI
  doctest ProcessInfo

  @second 1_000_000_000
  @no_such_pid 4_194_304

  defp own_pid, do: String.to_integer(System.pid())

  test "shows what was used since the last sample, by process" do
    {[], [], table} = Table.update(%Table{}, %{own_pid() => %{user: 5, kernel: 7}}, 0)
    sample = %{own_pid() => %{user: 5 + div(@second, 2), kernel: 7 + div(@second, 4)}}
    {[row], [], _table} = Table.update(table, sample, @second)

    assert row.pid == own_pid()
    assert row.user == div(@second, 2)
    assert row.kernel == div(@second, 4)
    assert_in_delta row.percent, 75.0, 0.001
  end

  test "sorts by time used and leaves out what was idle" do
    sample = %{2 => %{user: 1, kernel: 1}, 3 => %{user: 9, kernel: 0}, 4 => %{user: 0, kernel: 0}}
    {_, _, table} = Table.update(%Table{}, %{}, 0)
    {rows, _, _} = Table.update(table, sample, @second)
    assert Enum.map(rows, & &1.pid) == [3, 2]
  end

  test "forgets a process one sample after it was first missed" do
    gone = %{@no_such_pid => %{user: 1, kernel: 1}}
    {_, [], table} = Table.update(%Table{}, gone, 0)
    {_, [@no_such_pid], table} = Table.update(table, gone, 1)
    assert table.sample == %{}
    {_, [], _} = Table.update(table, %{}, 2)
  end

  test "counts all time of the kernel's own threads as kernel time" do
    if match?(%ProcessInfo{kernel_thread?: true}, ProcessInfo.read(2)) do
      {_, _, table} = Table.update(%Table{}, %{}, 0)
      {[row], _, _} = Table.update(table, %{2 => %{user: 30, kernel: 1}}, @second)
      assert %{user: 0, kernel: 31, name: "kthreadd"} = row
    end
  end

  test "lays out rows in 80 columns, and sums up those beyond the limit" do
    row = %{pid: 12, name: "beam.smp", user: 1_500_000, kernel: 250_000, percent: 12.34}
    text = [row, row, row] |> Table.format(1) |> IO.iodata_to_binary()

    assert text == """
                pid  name                                   user ms   kernel ms       %
                 12  beam.smp                                   1.5         0.3    12.3
                     (2 more)                                   3.0         0.5    24.7
           """
  end
end

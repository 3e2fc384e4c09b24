defmodule CpuMonitor.Table do
  @moduledoc """
  The table of what each process used from one sample to the next.

  It remembers the last sample, and the names of processes, so that one that has ended in between
  is still shown under its name.
  """

  alias CpuMonitor.ProcessInfo

  defstruct sample: %{}, at: nil, infos: %{}, ended: MapSet.new()

  @type t :: %__MODULE__{
          sample: %{pos_integer => CpuMonitor.times()},
          at: integer | nil,
          infos: %{pos_integer => ProcessInfo.t()},
          ended: MapSet.t(pos_integer)
        }

  @typedoc "One process; times are in nanoseconds, `percent` is of one CPU."
  @type row :: %{
          pid: pos_integer,
          name: String.t(),
          user: non_neg_integer,
          kernel: non_neg_integer,
          percent: float
        }

  @name_width 34
  @unknown %ProcessInfo{name: "(ended)", kernel_thread?: false}

  @doc """
  Takes a new sample into the table: the rows since the last one, the busiest first, and the
  processes that had ended before the last sample already, which the monitor may forget.

  `at` is the sample's time in nanoseconds. There are no rows yet with the first sample.
  """
  @spec update(t, %{pos_integer => CpuMonitor.times()}, integer) :: {[row], [pos_integer], t}
  def update(%__MODULE__{} = table, sample, at) do
    {infos, ended} = identify(sample, table.infos)
    forgettable = MapSet.intersection(ended, table.ended)
    rows = if table.at, do: rows(table, sample, infos, at - table.at), else: []

    table = %__MODULE__{
      sample: Map.drop(sample, MapSet.to_list(forgettable)),
      at: at,
      infos: Map.drop(infos, MapSet.to_list(forgettable)),
      ended: MapSet.difference(ended, forgettable)
    }

    {rows, MapSet.to_list(forgettable), table}
  end

  defp identify(sample, known) do
    Enum.reduce(Map.keys(sample), {%{}, MapSet.new()}, fn pid, {infos, ended} ->
      case ProcessInfo.read(pid) do
        nil -> {Map.put(infos, pid, Map.get(known, pid, @unknown)), MapSet.put(ended, pid)}
        info -> {Map.put(infos, pid, info), ended}
      end
    end)
  end

  defp rows(table, sample, infos, elapsed) do
    rows =
      for {pid, times} <- sample,
          last = Map.get(table.sample, pid, %{user: 0, kernel: 0}),
          user = max(times.user - last.user, 0),
          kernel = max(times.kernel - last.kernel, 0),
          user + kernel > 0,
          do: row(pid, Map.fetch!(infos, pid), user, kernel, elapsed)

    Enum.sort_by(rows, &{-(&1.user + &1.kernel), &1.pid})
  end

  # A thread of the kernel makes no system calls, so all of its time was taken for user time.
  defp row(pid, %ProcessInfo{kernel_thread?: true} = info, user, kernel, elapsed),
    do: row(pid, %{info | kernel_thread?: false}, 0, user + kernel, elapsed)

  defp row(pid, info, user, kernel, elapsed) do
    percent = 100 * (user + kernel) / max(elapsed, 1)
    %{pid: pid, name: info.name, user: user, kernel: kernel, percent: percent}
  end

  @doc """
  The rows as text, 80 columns wide at most.
  """
  @spec format([row], non_neg_integer) :: iodata
  def format(rows, limit) do
    {shown, hidden} = Enum.split(rows, limit)
    heading = line("pid", "name", "user ms", "kernel ms", "%")
    [heading, Enum.map(shown, &format_row/1), rest(hidden)]
  end

  defp format_row(row) do
    percent = :erlang.float_to_binary(row.percent, decimals: 1)
    line(to_string(row.pid), printable(row.name), ms(row.user), ms(row.kernel), percent)
  end

  defp rest([]), do: []

  defp rest(rows) do
    user = Enum.sum(Enum.map(rows, & &1.user))
    kernel = Enum.sum(Enum.map(rows, & &1.kernel))
    percent = Enum.sum(Enum.map(rows, & &1.percent))

    line(
      "",
      "(#{length(rows)} more)",
      ms(user),
      ms(kernel),
      :erlang.float_to_binary(percent / 1, decimals: 1)
    )
  end

  defp line(pid, name, user, kernel, percent) do
    [
      String.pad_leading(pid, 8),
      "  ",
      name |> String.slice(0, @name_width) |> String.pad_trailing(@name_width),
      String.pad_leading(user, 12),
      String.pad_leading(kernel, 12),
      String.pad_leading(percent, 8),
      "\n"
    ]
  end

  defp ms(ns), do: :erlang.float_to_binary(ns / 1_000_000, decimals: 1)

  defp printable(name), do: if(String.printable?(name), do: name, else: inspect(name))
end

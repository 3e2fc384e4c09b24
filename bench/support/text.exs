defmodule Honey.Bench.Text do
  @moduledoc """
  Tables and numbers.
  """

  @doc "A heading, a remark, and rows of cells of which the first is aligned to the left."
  @spec table(String.t(), [String.t()], [[String.t()]]) :: iodata
  def table(title, heading, rows) do
    widths =
      [heading | rows]
      |> Enum.zip_with(& &1)
      |> Enum.map(fn column -> column |> Enum.map(&String.length/1) |> Enum.max() end)

    [title, "\n\n", Enum.map([heading | rows], &line(&1, widths))]
  end

  defp line([first | rest], [width | widths]) do
    cells = Enum.zip_with(rest, widths, &String.pad_leading/2)
    ["  ", Enum.intersperse([String.pad_trailing(first, width) | cells], "  "), "\n"]
  end

  @doc "The middle one."
  @spec median([number]) :: number
  def median(numbers) do
    sorted = Enum.sort(numbers)
    middle = div(length(sorted), 2)

    if rem(length(sorted), 2) == 1,
      do: Enum.at(sorted, middle),
      else: (Enum.at(sorted, middle - 1) + Enum.at(sorted, middle)) / 2
  end

  @spec decimal(number, non_neg_integer) :: String.t()
  def decimal(number, digits), do: :erlang.float_to_binary(number / 1, decimals: digits)

  @spec ratio(number, number) :: String.t()
  def ratio(_number, to) when to == 0, do: "-"
  def ratio(number, to), do: decimal(number / to, 2) <> "x"
end

defmodule Honey.Text do
  @moduledoc false
  # Text for a terminal: what the tasks print.

  @doc """
  The words of a text as lines that are no longer than the width, unless a word is.

      iex> Honey.Text.wrap("what the kernel has refused", 12)
      ["what the", "kernel has", "refused"]
  """
  @spec wrap(String.t(), pos_integer) :: [String.t()]
  def wrap(text, width) do
    text
    |> String.split()
    |> Enum.reduce([], fn
      word, [] ->
        [word]

      word, [line | lines] ->
        longer = line <> " " <> word
        if String.length(longer) <= width, do: [longer | lines], else: [word, line | lines]
    end)
    |> Enum.reverse()
  end
end

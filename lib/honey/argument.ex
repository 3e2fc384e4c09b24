defmodule Honey.Argument do
  @moduledoc false
  # Checks of what public functions are given, in words: what was found, what was expected.

  alias Honey.Suggestion

  @doc "A keyword list with none but these keys."
  @spec options!(term, [atom], String.t()) :: keyword
  def options!(options, known, function) do
    unless Keyword.keyword?(options) do
      wrong!("#{function} wants its options as a keyword list", options)
    end

    for {key, _} <- options, key not in known do
      raise ArgumentError,
            "unknown option #{inspect(key)} of #{function}: #{listing("option", known)}" <>
              Suggestion.did_you_mean(key, known)
    end

    options
  end

  @doc "What there is to choose from, as part of a message."
  @spec listing(String.t(), [term]) :: String.t()
  def listing(what, []), do: "it takes no #{what}s"
  def listing(what, [known]), do: "the #{what} is #{inspect(known)}"
  def listing(what, known), do: "the #{what}s are #{Enum.map_join(known, ", ", &inspect/1)}"

  @doc "A map, a keyword list or another enumerable of pairs, as a list; `expected` is what it is to be."
  @spec pairs!(term, String.t()) :: [{term, term}]
  def pairs!(pairs, expected) do
    list = list!(pairs, expected)
    if Enum.all?(list, &match?({_, _}, &1)), do: list, else: wrong!(expected, pairs)
  end

  @doc "An enumerable, as a list."
  @spec list!(term, String.t()) :: list
  def list!(list, expected) when is_list(list) do
    if List.improper?(list), do: wrong!(expected, list), else: list
  end

  def list!(other, expected), do: other |> enumerable!(expected) |> Enum.to_list()

  @doc "An enumerable. Of functions, those of two arguments are."
  @spec enumerable!(term, String.t()) :: Enumerable.t()
  def enumerable!(term, expected) do
    if Enumerable.impl_for(term) == nil or (is_function(term) and not is_function(term, 2)) or
         (is_list(term) and List.improper?(term)),
       do: wrong!(expected, term),
       else: term
  end

  @doc """
  How often something was counted: a number, or those of each CPU, which are added up. `found` is what has it.

      iex> Honey.Argument.count!([3, 4], "a count", {2, [3, 4]})
      7
  """
  @spec count!(term, String.t(), term) :: non_neg_integer
  def count!(count, _expected, _found) when is_integer(count) and count >= 0, do: count

  def count!(counts, expected, found) do
    if is_list(counts) and counts != [] and not List.improper?(counts) and
         Enum.all?(counts, &(is_integer(&1) and &1 >= 0)),
       do: Enum.sum(counts),
       else: wrong!(expected, found)
  end

  @doc "Raises: `expected, got: ...`."
  @spec wrong!(String.t(), term) :: no_return
  def wrong!(expected, found), do: raise(ArgumentError, "#{expected}, got: #{inspect(found)}")

  @doc "What there is, in order, as part of a message."
  @spec names([atom]) :: String.t()
  def names([]), do: "none"
  def names(names), do: names |> Enum.uniq() |> Enum.sort() |> Enum.map_join(", ", &inspect/1)
end

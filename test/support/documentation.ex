defmodule Honey.Test.Documentation do
  @moduledoc """
  What the documentation of the public modules says, as it was compiled.
  """

  @typedoc """
  A module with its description, and what is documented in it: functions, macros and types, with how many
  of their arguments have defaults. A text is nil where there is none, and `:hidden` where it says `false`.
  """
  @type public ::
          {module, String.t() | nil,
           [{{atom, atom, arity}, String.t() | nil | :hidden, defaults :: non_neg_integer}]}

  @doc "The public modules: not those that say `@moduledoc false`, nor implementations of protocols."
  @spec public() :: [public]
  def public do
    for module <- Enum.sort(Application.spec(:honey, :modules)),
        not String.starts_with?(inspect(module), "Honey.Test."),
        {:docs_v1, _, _, _, description, _, entries} = Code.fetch_docs(module),
        description != :hidden,
        Code.ensure_loaded?(module) and not function_exported?(module, :__impl__, 1) do
      {module, text(description),
       for({key, _, _, doc, meta} <- entries, do: {key, text(doc), Map.get(meta, :defaults, 0)})}
    end
  end

  defp text(%{"en" => text}), do: text
  defp text(:none), do: nil
  defp text(:hidden), do: :hidden

  @doc """
  Whether a text has an example: a block that is fenced, or indented and no part of a list.
  """
  @spec example?(String.t()) :: boolean
  def example?(text) do
    text
    |> String.split(~r/\n\s*\n/)
    |> Enum.reduce_while(:text, fn block, before ->
      cond do
        block =~ ~r/^\s*```/ -> {:halt, :example}
        block =~ ~r/\A\s*[*-] / -> {:cont, :list}
        block =~ ~r/\A    \S/ and before != :list -> {:halt, :example}
        block =~ ~r/\A  +\S/ and before == :list -> {:cont, :list}
        true -> {:cont, :text}
      end
    end)
    |> Kernel.==(:example)
  end
end

defmodule Honey.Test.GuideBlocks.Form do
  @moduledoc """
  The expressions of a block's top level, each with its lines and its kind: `:declaration` of a module,
  `:kernel` code, or other `:elixir`.

  What is left out (`...` as a body) is `:ok`. A block that is part of a keyword list is that list.
  """

  @type t :: %{
          ast: Macro.t(),
          lines: [{pos_integer, String.t()}],
          kind: :declaration | :kernel | :elixir
        }

  @declarations ~w(use import alias require defmap deftype defvar defkfunc def defp defmacro defmacrop
                   defmodule defstruct @)a

  # Of the functions that both programs and Elixir could call, those that are for programs.
  @kernel [
    {[:Honey, :Events], :emit},
    {[:Honey, :Timer], :start},
    {[:Honey, :Timer], :cancel},
    {[:Honey], :with_lock},
    {[:Honey], :tail_call}
  ]

  @doc "The forms of lines of which the first has this number."
  @spec all([String.t()], pos_integer) :: [t]
  def all(lines, line) do
    lines = lines |> Enum.map(&elided/1) |> listed()
    text = Enum.join(lines, "\n")
    options = [line: line, columns: true, emit_warnings: false]

    marked =
      Code.string_to_quoted!(text, [literal_encoder: &{:ok, {:__block__, &2, [&1]}}] ++ options)

    firsts = marked |> statements() |> Enum.map(&first_line/1)
    lines = for {text, n} <- Enum.with_index(lines, line), do: {n, text}

    text |> Code.string_to_quoted!(options) |> statements() |> split(firsts, lines) |> put_kinds()
  end

  @doc "The forms of a module's body, which has these lines, the last being its `end`."
  @spec inner(Macro.t(), [{pos_integer, String.t()}]) :: [t]
  def inner(body, lines) do
    lines =
      lines |> Enum.reverse() |> Enum.drop_while(&(String.trim(elem(&1, 1)) != "end")) |> tl()

    asts = statements(body)

    for form <- split(asts, Enum.map(asts, &first_line/1), Enum.reverse(lines)),
        do: Map.put(form, :kind, :declaration)
  end

  defp elided(text), do: String.replace(text, ~r/(do|->|^) +\.\.\.( |$)/, "\\1 :ok\\2")

  defp listed([first | rest] = lines) do
    case Code.string_to_quoted(Enum.join(lines, "\n"), emit_warnings: false) do
      {:ok, _} -> lines
      {:error, _} -> ["[" <> first | rest] ++ ["]"]
    end
  end

  # With literals in blocks of their own, several statements are the block without a place.
  defp statements({:__block__, [], statements}), do: statements
  defp statements(statement), do: [statement]

  # Each has the lines up to the next.
  defp split(asts, firsts, lines) do
    {last, _} = List.last(lines)
    lasts = Enum.map(Enum.drop(firsts, 1), &(&1 - 1)) ++ [last]

    for {ast, first, last} <- Enum.zip([asts, firsts, lasts]) do
      %{ast: ast, lines: Enum.filter(lines, fn {line, _} -> line in first..last end)}
    end
  end

  defp first_line(ast) do
    {_, lines} =
      Macro.prewalk(ast, [], fn
        {_, meta, _} = node, lines when is_list(meta) -> {node, [meta[:line] | lines]}
        node, lines -> {node, lines}
      end)

    lines |> Enum.reject(&is_nil/1) |> Enum.min()
  end

  # What could be either is what stands before it.
  defp put_kinds(forms) do
    {forms, _} =
      Enum.map_reduce(forms, :elixir, fn form, before ->
        kind = kind(form.ast, before)
        {Map.put(form, :kind, kind), if(kind == :declaration, do: before, else: kind)}
      end)

    forms
  end

  defp kind({name, _, arguments}, _) when name in @declarations and is_list(arguments),
    do: :declaration

  defp kind(ast, before) do
    cond do
      kernel?(ast) -> :kernel
      any?(ast, &match?({{:., _, [{:__aliases__, _, _}, _]}, _, _}, &1)) -> :elixir
      true -> before
    end
  end

  @doc "Is there what only a program can do?"
  @spec kernel?(Macro.t()) :: boolean
  def kernel?(ast), do: any?(ast, &of_kernel?/1)

  defp of_kernel?({:ctx, _, context}) when is_atom(context), do: true
  defp of_kernel?({:fuel, _, [_, _]}), do: true

  defp of_kernel?({name, _, arguments}) when is_atom(name) and is_list(arguments),
    do: Atom.to_string(name) =~ ~r/^(bpf|xdp)_/

  defp of_kernel?({{:., _, [{:__aliases__, _, path}, name]}, _, _}),
    do: List.last(path) in [:KernelMap, :BpfHelpers] or {path, name} in @kernel

  defp of_kernel?(_), do: false

  @doc "Is this so of any node of the forms?"
  @spec any?(Macro.t() | [t], (Macro.t() -> boolean)) :: boolean
  def any?([%{ast: _} | _] = forms, condition), do: any?(asts(forms), condition)

  def any?(ast, condition) do
    {_, found} =
      Macro.prewalk(ast, false, fn node, found -> {node, found or condition.(node)} end)

    found
  end

  @doc "The text of a form."
  @spec text(t) :: String.t()
  def text(form), do: Enum.map_join(form.lines, "\n", &elem(&1, 1))

  @doc "The syntax of forms."
  @spec asts([t]) :: [Macro.t()]
  def asts(forms), do: Enum.map(forms, & &1.ast)

  @doc "The variables in forms."
  @spec variables([t]) :: [atom]
  def variables(forms) do
    {_, names} = forms |> asts() |> Macro.prewalk([], &note_variable/2)
    names |> Enum.uniq() |> Enum.sort()
  end

  defp note_variable({name, _, context} = node, names) when is_atom(name) and is_atom(context) do
    if Atom.to_string(name) =~ ~r/^[a-z]/, do: {node, [name | names]}, else: {node, names}
  end

  defp note_variable(node, names), do: {node, names}

  @doc "The variables that the `=` of the top level bind."
  @spec bound([t]) :: [atom]
  def bound(forms), do: variables(for %{ast: {:=, _, [left, _]}} <- forms, do: %{ast: left})
end

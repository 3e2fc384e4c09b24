defmodule Honey.Unit.Branches do
  @moduledoc false
  # Branches that no run takes, because their condition is a literal, such as a module attribute's value:
  #
  #     @debug false
  #     if @debug, do: IO.inspect(state)
  #
  # They are dropped before anything asks what they call, so that they may be of what is no kernel code.
  #
  # The forms are Elixir's expanded ones, of which `if`, `unless`, `&&`, `||` and `!` are a `case`. What a
  # branch is taken for is what Elixir takes it for; one that is not certain stays, with all behind it.

  defguardp is_literal(term) when is_atom(term) or is_number(term) or is_binary(term)
  defguardp is_plain(term) when is_atom(term) or is_integer(term)

  @doc "The body of a function without them."
  @spec drop(Macro.t()) :: Macro.t()
  def drop(body), do: Macro.postwalk(body, &dropped/1)

  defp dropped({:case, meta, [subject, [do: clauses]]} = whole) do
    with {:ok, literal} <- literal(subject),
         # No clause matches, which is for the compiler to say.
         [_ | _] = clauses <- taken(clauses, literal) do
      {:case, meta, [literal, [do: clauses]]}
    else
      _ -> whole
    end
  end

  defp dropped({:cond, meta, [[do: clauses]]}), do: {:cond, meta, [[do: holding(clauses)]]}

  defp dropped({{:., _, [:erlang, operator]}, _, [left, right]} = whole)
       when operator in [:andalso, :orelse] do
    case literal(left) do
      {:ok, value} when is_boolean(value) ->
        if value == (operator == :andalso), do: right, else: value

      _ ->
        whole
    end
  end

  defp dropped({{:., _, [:erlang, operator]}, _, operands} = whole)
       when operator in [:not, :==, :"/=", :"=:=", :"=/="] do
    case Enum.map(operands, &literal/1) do
      [{:ok, value}] when is_boolean(value) ->
        not value

      [{:ok, a}, {:ok, b}] when is_plain(a) and is_plain(b) ->
        a === b == operator in [:==, :"=:="]

      _ ->
        whole
    end
  end

  defp dropped(other), do: other

  # What an expression certainly is: a literal, or a `case` of which one clause is left, that gives one.
  defp literal(term) when is_literal(term), do: {:ok, term}

  defp literal({:case, _, [subject, [do: [{:->, _, [[head], body]}]]]})
       when is_literal(subject) do
    cond do
      match(head, subject) != true -> :error
      named(body) != nil and named(body) == bound(head) -> {:ok, subject}
      true -> literal(body)
    end
  end

  defp literal(_other), do: :error

  defp bound({:when, _, [head, _guard]}), do: named(head)
  defp bound(head), do: named(head)

  # The clauses that may match: all of the list that are not certain to fail, up to one that is certain to match.
  defp taken([], _subject), do: []

  defp taken([{:->, _, [[head], _body]} = clause | clauses], subject) do
    case match(head, subject) do
      true -> [clause]
      false -> taken(clauses, subject)
      nil -> [clause | clauses]
    end
  end

  defp taken(clauses, _subject), do: clauses

  # Whether the head matches; nil when that is not certain.
  defp match({:_, _, context}, _subject) when is_atom(context), do: true
  defp match({name, _, context}, _) when is_atom(name) and is_atom(context), do: true
  defp match(head, subject) when is_literal(head), do: head === subject

  defp match({:when, _, [{name, _, context} = variable, guard]}, subject)
       when is_atom(name) and is_atom(context) do
    if falsy?(guard, variable), do: subject in [false, nil]
  end

  defp match(_head, _subject), do: nil

  # x =:= false orelse x =:= nil
  defp falsy?({{:., _, [:erlang, :orelse]}, _, [left, right]}, variable),
    do: same?(left, variable, false) and same?(right, variable, nil)

  defp falsy?(_guard, _variable), do: false

  defp same?({{:., _, [:erlang, :"=:="]}, _, [left, literal]}, variable, literal),
    do: named(left) == named(variable)

  defp same?(_test, _variable, _literal), do: false

  defp named({name, meta, context}) when is_atom(name) and is_atom(context),
    do: {name, meta[:version], context}

  defp named(_other), do: nil

  # A clause that does not hold stays, without its body: where a `cond` fails, the BEAM tells the line of its last one.
  defp holding([]), do: []

  defp holding([{:->, meta, [[condition], _body]} = clause | clauses]) do
    case literal(condition) do
      {:ok, value} when value in [false, nil] -> [{:->, meta, [[value], nil]} | holding(clauses)]
      {:ok, _} -> [clause]
      :error -> [clause | holding(clauses)]
    end
  end
end

defmodule Honey.Test.Soak.Shrink do
  @moduledoc """
  Makes what a random program shows as small as it goes: the program, its library and its input.

  A step takes one thing away, or puts something smaller in its place: a function, a clause, a statement, a
  branch for the whole, an expression for one around it that has the same type, the least expression of a
  type. What still shows a finding of the same class is kept, and the next step begins there. Since nodes
  have their types, a step gives a program that means something; where it does not, Elixir refuses it, and so
  do we.

  PropEr would bring its own generators and shrink by those; here the tree that is to shrink is there, with
  types on it, and each step costs a compilation, so which steps are tried in what order is the whole matter.
  """

  alias Honey.Test.Random.{Input, Scope, Type}
  alias Honey.Test.Soak.{Batch, Check}

  @most_milliseconds 60_000
  @unreported ":function_clause, :code,"

  @doc "The finding, smaller, with the text of what differs now."
  @spec finding(map) :: map
  def finding(%{program: nil} = finding), do: finding

  def finding(finding) do
    Process.put(__MODULE__, System.monotonic_time(:millisecond) + @most_milliseconds)
    finding |> without_library() |> inputs() |> functions() |> inputs()
  end

  defp without_library(%{library: nil} = finding), do: finding
  defp without_library(finding), do: try_one(finding, %{finding | library: nil}) || finding

  ## The input

  defp inputs(%{input: nil} = finding), do: finding

  defp inputs(%{input: input} = finding) do
    smaller =
      for({name, _} <- input.maps, do: %{input | maps: Map.delete(input.maps, name)}) ++
        for {name, contents} <- input.maps, entry <- contents, Enum.count(contents) > 1 do
          put_in(input.maps[name], one_less(contents, entry))
        end ++
        for {name, value} <- input.vars, is_integer(value), less <- less(value) do
          put_in(input.vars[name], less)
        end ++
        for(
          {value, i} <- Enum.with_index(input.arguments),
          less <- less(value),
          do: %{input | arguments: List.replace_at(input.arguments, i, less)}
        ) ++
        for(
          size <- [0, div(byte_size(input.packet), 2), byte_size(input.packet) - 1],
          size in 0..(byte_size(input.packet) - 1)//1,
          do: %{input | packet: binary_part(input.packet, 0, size)}
        )

    case Enum.find_value(smaller, &try_one(finding, %{finding | input: &1})) do
      nil -> finding
      found -> inputs(found)
    end
  end

  defp one_less(contents, {key, _}), do: Map.delete(contents, key)
  defp one_less(line, value), do: List.delete(line, value)

  defp less(nil), do: []
  defp less(0), do: []
  defp less(1), do: [0]
  defp less(value), do: Enum.uniq([0, 1, div(value, 2)])

  ## The program

  defp functions(finding) do
    tree = %{main: finding.program.functions, library: finding.library || []}
    smaller(tree, finding, 0)
  end

  # Goes through the places of the tree, from the root on; behind a success it goes on where it is.
  defp smaller(tree, finding, place) do
    case nth(tree, place) do
      nil ->
        finding

      node ->
        found =
          node
          |> steps()
          |> Enum.find_value(fn new ->
            tree = put_nth(tree, place, new)
            candidate = %{finding | program: %{finding.program | functions: tree.main}}

            candidate =
              if finding.library, do: %{candidate | library: tree.library}, else: candidate

            found = try_one(finding, candidate)
            found && {tree, found}
          end)

        case found do
          nil -> smaller(tree, finding, place + 1)
          {tree, finding} -> smaller(tree, finding, place)
        end
    end
  end

  # What may stand for the node.
  defp steps(list) when is_list(list), do: if(removable?(list), do: shorter(list), else: [])

  defp steps({:__block__, meta, statements}),
    do: for(less <- shorter(statements), less != [], do: {:__block__, meta, less})

  defp steps({:when, _, [head | _]}), do: [head]

  defp steps({_, meta, _} = node) when is_list(meta) do
    case meta[:t] do
      nil -> []
      type -> leaves(node, type) ++ inner(node, type)
    end
  end

  defp steps(number) when is_integer(number) and number not in [0, 1], do: [0, 1]
  defp steps(_), do: []

  # Lists of definitions, clauses, and steps of `with` and `for`.
  defp removable?(list),
    do: Enum.all?(list, &match?({name, _, [_ | _]} when name in [:def, :defp, :->, :<-], &1))

  defp shorter(list) do
    halves =
      if length(list) > 3,
        do: [Enum.take(list, div(length(list), 2)), Enum.drop(list, div(length(list), 2))],
        else: []

    halves ++ for i <- 0..(length(list) - 1)//1, do: List.delete_at(list, i)
  end

  defp leaves({name, _, nil}, _type) when is_atom(name), do: []

  defp leaves(node, type) do
    case small(type) do
      ^node -> []
      :none -> []
      leaf -> [leaf]
    end
  end

  defp small(:s64), do: 0
  defp small(:u64), do: {:b, [t: :u64], nil}
  defp small(:boolean), do: true
  defp small(:color), do: :red
  defp small(type) when type in [:text, :long, :slice], do: ""
  defp small(:mixed), do: nil
  defp small({:maybe, _}), do: nil
  defp small(:status), do: :ok
  defp small({:struct, _} = type), do: Type.build(type, [])
  defp small({kind, _}) when kind == :step, do: :none
  defp small({:fun, _, _}), do: :none
  defp small(type) when is_atom(type), do: :none
  defp small(type), do: Type.leaf(type, %Scope{})

  # What is inside, with the same type.
  defp inner({_, _, arguments}, type) do
    {_, found} =
      Macro.prewalk(arguments, [], fn
        {_, meta, _} = node, found when is_list(meta) ->
          if meta[:t] == type, do: {node, [node | found]}, else: {node, found}

        node, found ->
          {node, found}
      end)

    found |> Enum.reverse() |> Enum.uniq() |> Enum.take(12)
  end

  ## Places

  # In the order of a walk from the root: main's functions first.
  defp nth(tree, place) do
    walk(tree, fn node, at -> if at == place, do: throw({:found, node}), else: node end)
    nil
  catch
    {:found, node} -> node
  end

  defp put_nth(tree, place, new) do
    {tree, _} = walk(tree, fn node, at -> if at == place, do: new, else: node end)
    tree
  end

  defp walk(tree, function) do
    {main, at} = down(tree.main, 0, function)
    {library, at} = down(tree.library, at, function)
    {%{main: main, library: library}, at}
  end

  # What was replaced is not walked.
  defp down(node, at, function) do
    case function.(node, at) do
      ^node -> parts(node, at + 1, function)
      new -> {new, at + 1}
    end
  end

  defp parts({form, meta, arguments}, at, function) when is_list(meta) do
    {form, at} = if is_tuple(form), do: down(form, at, function), else: {form, at}

    {arguments, at} =
      if is_list(arguments), do: down(arguments, at, function), else: {arguments, at}

    {{form, meta, arguments}, at}
  end

  defp parts({left, right}, at, function) do
    {right, at} = down(right, at, function)
    {{left, right}, at}
  end

  defp parts(list, at, function) when is_list(list),
    do: Enum.map_reduce(list, at, &down(&1, &2, function))

  defp parts(other, at, _function), do: {other, at}

  ## Trying

  # The candidate with what it shows, if it shows the same.
  defp try_one(finding, candidate) do
    if System.monotonic_time(:millisecond) < Process.get(__MODULE__) do
      case shown(candidate) do
        {class, input, text} when class == finding.class ->
          if same_reason?(finding, text),
            do: %{candidate | input: input || candidate.input, text: text}

        _ ->
          nil
      end
    end
  end

  # Of refusals, the same code; of crashes, the same beginning.
  defp same_reason?(%{class: class, text: before}, text) when class in [:refused, :crashed],
    do: reason(before) == reason(text)

  # What no program may end with, `report/1` of the module does not take.
  defp same_reason?(%{text: before}, text),
    do: String.contains?(text, @unreported) == String.contains?(before, @unreported)

  defp reason(text), do: text |> String.split("\n") |> hd() |> String.replace(~r/[0-9`'].*/, "")

  @doc "What a candidate shows: class, input and text of its first finding, or nil."
  @spec shown(map) :: {atom, term, String.t()} | nil
  def shown(candidate) do
    batch = Batch.compile([candidate.program], candidate.library, candidate.options)

    inputs =
      if candidate.input,
        do: [rename(candidate.input, Batch.types(batch))],
        else: some_inputs(batch)

    {found, _} = Check.run(batch, inputs)
    Batch.delete(batch)

    case found do
      [first | _] -> {first.class, first.input, first.text}
      [] -> nil
    end
  rescue
    # Elixir does not take it.
    _ in [CompileError, ArgumentError, FunctionClauseError, KeyError, MatchError] -> nil
  end

  defp some_inputs(batch) do
    :rand.seed(:exsss, 1)
    for _ <- 1..4, do: Input.random(Batch.types(batch))
  end

  # Structs are of the module that is compiled now.
  defp rename(%{maps: maps, vars: vars} = input, module),
    do: %{input | maps: renamed(maps, module), vars: renamed(vars, module)}

  defp renamed(%{__struct__: name} = record, module) do
    name = Module.concat(module, name |> Module.split() |> List.last())
    fields = record |> Map.delete(:__struct__) |> renamed(module)
    Map.put(fields, :__struct__, name)
  end

  defp renamed(%{} = map, module),
    do: Map.new(map, fn {key, value} -> {renamed(key, module), renamed(value, module)} end)

  defp renamed(list, module) when is_list(list), do: Enum.map(list, &renamed(&1, module))
  defp renamed(other, _module), do: other
end

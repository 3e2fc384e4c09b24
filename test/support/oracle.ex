defmodule Honey.Test.Oracle do
  @moduledoc """
  What a random program does, by a reading of its syntax: a second opinion that shares no code with the
  compiler or with `Honey.Sim`.

  It takes the numbered nodes of `Honey.Test.Random.Node`. Integers are exact; the result of an operation
  is reduced to its node's type (s64 or u64, by the table of guides/integers.md), and so is what a branch,
  a call or a loop of such a type gives. So it says what happens where an integer leaves its type, which
  the BEAM cannot. `exact?` tells that none did: then the BEAM must agree.

  A new form of syntax is a clause of `eval/2`; patterns are `Honey.Test.Oracle.Match`, loops
  `Honey.Test.Oracle.Loop`, Elixir's own functions `Honey.Test.Oracle.Standard`, those of `Honey.KernelMap`
  `Honey.Test.Oracle.Maps`.
  """

  alias Honey.Test.Oracle.{Bits, Integers, Loop, Maps, Match, Standard, State}
  alias Honey.Test.Random.{Globals, KernelMap, Type}

  @type outcome :: %{
          end: {:value, term} | {:raised, atom, atom, pos_integer},
          maps: KernelMap.contents(),
          vars: Globals.values(),
          exact?: boolean
        }

  @standard Standard.modules()
  @kernel Standard.kernel()
  @integer_types [:s64, :u64]
  @globals Keyword.keys(Globals.all())
  @flows [:if, :unless, :case, :cond, :with, :for, :fuel, :||, :&&, :__block__, :max, :min]

  @doc "What `name` of these functions does with the arguments, from these maps and variables."
  @spec run(
          State.functions(),
          {module, :wrap | :raise},
          atom,
          [term],
          {KernelMap.contents(), Globals.values()}
        ) :: outcome
  def run(functions, {module, overflow}, name, arguments, held) do
    State.start(functions, module, overflow, held)
    ended = ended(name, arguments)
    %{end: ended, maps: State.maps(), vars: State.vars(), exact?: State.exact?()}
  end

  defp ended(name, arguments) do
    {:value, call({[], name}, arguments)}
  catch
    {:raised, _, _, _} = raised -> raised
  end

  ## Functions

  @doc false
  def call({path, name} = function, arguments) do
    clauses = State.function(function, length(arguments))
    [{_, first, _, _} | _] = clauses

    scope = %{__path__: path, __function__: name}

    case Match.first(clauses, arguments, scope, &guard?/2) do
      {:ok, body, scope} -> value(body, scope)
      :error -> raised(:function_clause, scope, first)
    end
  end

  @doc "Calls a function that is a value."
  def apply_value({:fn, clauses, scope, line}, arguments) do
    case Match.first(clauses, arguments, scope, &guard?/2) do
      {:ok, body, inner} -> value(body, inner)
      :error -> raised(:function_clause, scope, line)
    end
  end

  def apply_value({:captured, function, _}, arguments), do: call(function, arguments)

  @doc "How many arguments a function that is a value takes; nil for other values."
  def arity({:fn, [{patterns, _, _, _} | _], _, _}), do: length(patterns)
  def arity({:captured, _, arity}), do: arity
  def arity(_), do: nil

  @doc "Leaves the program."
  @spec raised(atom, map, pos_integer) :: no_return
  def raised(kind, scope, line), do: throw({:raised, kind, scope.__function__, line})

  ## Expressions

  @doc "The value of an expression."
  @spec value(Macro.t(), map) :: term
  def value(quoted, scope), do: quoted |> eval(scope) |> elem(0)

  @doc "The value of an expression, and the scope behind it."
  @spec eval(Macro.t(), map) :: {term, map}
  def eval({form, meta, _} = node, scope) when form in @flows do
    {value, scope} = flow(node, scope)
    {joined(value, meta[:t]), scope}
  end

  def eval({name, _, nil}, scope) when is_atom(name), do: {Map.fetch!(scope, name), scope}

  def eval({:=, meta, [pattern, quoted]}, scope) do
    {value, scope} = eval(quoted, scope)

    case Match.match(pattern, value, scope) do
      {:ok, scope} -> {value, scope}
      :error -> raised(:match, scope, meta[:line])
    end
  end

  def eval({:{}, _, items}, scope) do
    {values, scope} = values(items, scope)
    {List.to_tuple(values), scope}
  end

  def eval({left, right}, scope) do
    {[left, right], scope} = values([left, right], scope)
    {{left, right}, scope}
  end

  def eval([{:|, _, [first, rest]}], scope) do
    {[first, rest], scope} = values([first, rest], scope)
    {[first | rest], scope}
  end

  def eval(items, scope) when is_list(items), do: values(items, scope)
  def eval({:%{}, meta, [{:|, _, [map, changes]}]}, scope), do: update(meta, map, changes, scope)

  def eval({:%{}, _, fields}, scope) do
    {values, scope} = values(Keyword.values(fields), scope)
    {fields |> Keyword.keys() |> Enum.zip(values) |> Map.new(), scope}
  end

  def eval({:%, meta, [_, {:%{}, _, [{:|, _, [map, changes]}]}]}, scope),
    do: update(meta, map, changes, scope)

  def eval({:%, _, [{:__aliases__, _, [name]}, {:%{}, _, fields}]}, scope) do
    {values, scope} = values(Keyword.values(fields), scope)
    record = KernelMap.record(name, State.module())
    {fields |> Keyword.keys() |> Enum.zip(values) |> Enum.reduce(record, &put_field/2), scope}
  end

  def eval({:<<>>, meta, segments}, scope) do
    {values, specs} = segments |> Enum.map(&Bits.segment/1) |> Enum.unzip()
    {values, scope} = values |> Enum.map(&at_line(&1, meta[:line])) |> values(scope)

    case values |> Enum.zip(specs) |> Bits.build(scope) do
      {:ok, bits} -> {bits, scope}
      :error -> raised(:argument, scope, meta[:line])
    end
  end

  def eval({:<>, _, [left, right]}, scope) do
    {[left, right], scope} = values([left, right], scope)
    {left <> right, scope}
  end

  def eval({{:., _, [{:__aliases__, _, [module]}, :to_string]}, _, [value]}, scope)
      when module in [:Kernel, :Integer] do
    {value, scope} = eval(value, scope)
    {to_string(value), scope}
  end

  def eval({{:., _, [:binary, name]}, meta, arguments}, scope) when is_atom(name),
    do: standard(:binary, name, arguments, meta, scope)

  def eval({:is_struct, _, [value, {:__aliases__, _, [name]}]}, scope) do
    {value, scope} = eval(value, scope)
    {Match.struct?(value, name), scope}
  end

  def eval({:fn, meta, clauses}, scope),
    do: {{:fn, Match.clauses(clauses), scope, meta[:line]}, scope}

  def eval({:&, _, [{:/, _, [{{:., _, [{:__aliases__, _, path}, name]}, _, _}, arity]}]}, scope),
    do: {{:captured, {path, name}, arity}, scope}

  def eval({:&, _, [{:/, _, [{name, _, _}, arity]}]}, scope),
    do: {{:captured, {scope.__path__, name}, arity}, scope}

  def eval({{:., _, [{:__aliases__, _, [:Honey, :BpfHelpers]}, name]}, _, arguments}, scope) do
    {values, scope} = values(arguments, scope)
    {State.helper(name, values), scope}
  end

  def eval({{:., _, [{:__aliases__, _, [:Honey, :KernelMap]}, name]}, meta, arguments}, scope) do
    {values, scope} = values(arguments, scope)

    case Maps.call(name, values, List.last(arguments)) do
      {:ok, value} -> {value, scope}
      {:raises, kind} -> raised(kind, scope, meta[:line])
    end
  end

  def eval({{:., _, [{:__aliases__, _, [:Honey, :Var]}, name]}, _, [global, change]}, scope) do
    {change, scope} = eval(change, scope)
    new = if name == :put, do: change, else: apply_value(change, [State.var(global)])
    {State.put_var(global, new), scope}
  end

  def eval({name, _, []}, scope) when name in @globals, do: {State.var(name), scope}

  def eval({{:., _, [{:__aliases__, _, [:Enum]}, name]}, meta, [list]}, scope)
      when name in [:sum, :product] do
    {list, scope} = eval(list, scope)
    {folded(name, list, meta, scope), scope}
  end

  def eval({{:., _, [{:__aliases__, _, [:Enum]}, :reduce]}, meta, [_, _, _] = arguments}, scope) do
    {[list, first, function], scope} = values(arguments, scope)
    turn = &joined(apply_value(function, [&1, &2]), meta[:t])
    {Enum.reduce(list, joined(first, meta[:t]), turn), scope}
  end

  def eval({{:., _, [{:__aliases__, _, [:Integer]}, name]}, _, [value]}, scope)
      when name in [:is_odd, :is_even] do
    {value, scope} = eval(value, scope)
    {is_integer(value) and Integer.mod(value, 2) == if(name == :is_odd, do: 1, else: 0), scope}
  end

  def eval({{:., _, [{:__aliases__, _, [module]}, name]}, meta, arguments}, scope)
      when module in @standard,
      do: standard(module, name, arguments, meta, scope)

  def eval({name, meta, arguments}, scope) when name in @kernel,
    do: standard(:Kernel, name, arguments, meta, scope)

  def eval({name, _, [{{:., _, [map, key]}, _, []}, change]}, scope)
      when name in [:put_in, :update_in] do
    {map, scope} = eval(map, scope)
    {change, scope} = eval(change, scope)
    change = if name == :put_in, do: change, else: apply_value(change, [Map.fetch!(map, key)])
    {Map.replace!(map, key, change), scope}
  end

  def eval({:then, meta, [value, function]}, scope),
    do: eval({{:., [], [function]}, meta, [value]}, scope)

  def eval({:apply, meta, [function, arguments]}, scope) do
    {[function, values], scope} = values([function, arguments], scope)
    {joined(apply_value(function, values), meta[:t]), scope}
  end

  def eval({:tap, _, [value, function]}, scope) do
    {[function, value], scope} = values([function, value], scope)
    apply_value(function, [value])
    {value, scope}
  end

  def eval({:raise, meta, _}, scope), do: raised(:raise, scope, meta[:line])

  def eval({{:., _, [{:__aliases__, _, path}, name]}, meta, arguments}, scope) do
    {values, scope} = values(arguments, scope)
    {joined(call({path, name}, values), meta[:t]), scope}
  end

  def eval({{:., _, [function]}, meta, arguments}, scope) do
    {[function | values], scope} = values([function | arguments], scope)
    {joined(apply_value(function, values), meta[:t]), scope}
  end

  def eval({{:., _, [map, key]}, meta, []}, scope) do
    {map, scope} = eval(map, scope)

    case map do
      %{^key => value} -> {value, scope}
      _ -> raised(:key, scope, meta[:line])
    end
  end

  def eval({operator, meta, [left, right]}, scope) when operator in [:and, :or] do
    {left, scope} = eval(left, scope)

    cond do
      not is_boolean(left) -> raised(:bad_boolean, scope, meta[:line])
      left == (operator == :or) -> {left, scope}
      true -> eval(right, scope)
    end
  end

  def eval({name, meta, arguments}, scope) when is_atom(name) and is_list(arguments) do
    {values, scope} = values(arguments, scope)

    case Integers.apply(name, values, meta[:t]) do
      {:ok, value} -> {value, scope}
      {:raises, kind} -> raised(kind, scope, meta[:line])
      :unknown -> {joined(call({scope.__path__, name}, values), meta[:t]), scope}
    end
  end

  def eval(literal, scope), do: {literal, scope}

  # Elixir makes one construction of one within another.
  defp at_line({:<<>>, meta, segments}, line),
    do: {:<<>>, Keyword.put(meta, :line, line), segments}

  defp at_line(value, _line), do: value

  defp values(quoted, scope), do: Enum.map_reduce(quoted, scope, &eval/2)

  defp standard(module, name, arguments, meta, scope) do
    {values, scope} = in_order(Standard.turned?(module, name), arguments, scope)

    case Standard.call(module, name, values, meta[:t]) do
      {:ok, value} -> {joined(value, meta[:t]), scope}
      {:raises, kind} -> raised(kind, scope, meta[:line])
    end
  end

  defp in_order(false, arguments, scope), do: values(arguments, scope)

  defp in_order(true, [data | rest], scope) do
    {rest, scope} = values(rest, scope)
    {data, scope} = eval(data, scope)
    {[data | rest], scope}
  end

  defp folded(name, list, meta, scope) do
    {first, operator} = if name == :sum, do: {0, :+}, else: {1, :*}

    Enum.reduce(list, first, fn element, acc ->
      case Integers.apply(operator, [acc, element], meta[:t]) do
        {:ok, value} -> value
        {:raises, kind} -> raised(kind, scope, meta[:line])
      end
    end)
  end

  @doc "A value that leaves its branch, call or loop has the type of what it leaves to."
  def joined(value, type) when is_integer(value) and type in @integer_types,
    do: State.reduce(value, type)

  def joined(value, {:maybe, type}), do: joined(value, type)

  def joined(value, {:tuple, types})
      when is_tuple(value) and tuple_size(value) == length(types) do
    value |> Tuple.to_list() |> Enum.zip_with(types, &joined/2) |> List.to_tuple()
  end

  def joined(value, _), do: value

  defp update(meta, map, changes, scope) do
    {map, scope} = eval(map, scope)
    {values, scope} = values(Keyword.values(changes), scope)
    keys = Keyword.keys(changes)

    if is_map(map) and Enum.all?(keys, &is_map_key(map, &1)),
      do: {keys |> Enum.zip(values) |> Enum.reduce(map, &put_field/2), scope},
      else: raised(:key, scope, meta[:line])
  end

  # A field of a struct keeps what it has bits for.
  defp put_field({key, value}, %{__struct__: module} = record) do
    name = module |> Module.split() |> List.last() |> String.to_existing_atom()
    stored = KernelMap.cut(value, Type.structs()[name][key])
    if stored != value, do: State.left()
    Map.put(record, key, stored)
  end

  defp put_field({key, value}, map), do: Map.put(map, key, value)

  ## Control

  defp flow({:__block__, _, steps}, scope) do
    Enum.reduce(steps, {nil, scope}, fn step, {_, scope} -> eval(step, scope) end)
  end

  defp flow({name, _, [condition, branches]}, scope) when name in [:if, :unless] do
    {condition, scope} = eval(condition, scope)
    branch = if truthy?(condition) == (name == :if), do: :do, else: :else
    {value(branches[branch], scope), scope}
  end

  # Elixir's expansion raises in the place of one more clause, on the line of the last.
  defp flow({:cond, _, [[do: clauses]]}, scope) do
    Enum.find_value(clauses, fn {:->, _, [[condition], body]} ->
      {condition, inner} = eval(condition, scope)
      if truthy?(condition), do: {value(body, inner), scope}
    end) || raised(:cond_clause, scope, clauses |> List.last() |> elem(1) |> Keyword.get(:line))
  end

  defp flow({:case, meta, [subject, [do: clauses]]}, scope) do
    {subject, scope} = eval(subject, scope)

    case Match.first(Match.clauses(clauses), [subject], scope, &guard?/2) do
      {:ok, body, inner} -> {value(body, inner), scope}
      :error -> raised(:case_clause, scope, meta[:line])
    end
  end

  defp flow({:with, meta, steps}, scope) do
    {steps, [branches]} = Enum.split(steps, -1)

    case with_steps(steps, scope) do
      {:ok, inner} ->
        {value(branches[:do], inner), scope}

      {:else, value} ->
        case Match.first(Match.clauses(branches[:else] || []), [value], scope, &guard?/2) do
          {:ok, body, inner} -> {value(body, inner), scope}
          :error when branches == [] -> {value, scope}
          :error -> raised(:with_clause, scope, meta[:line])
        end
    end
  end

  defp flow({:for, meta, parts}, scope),
    do: {Loop.comprehension(parts, meta[:t], scope, &guard?/2), scope}

  defp flow({:fuel, _, [_, call]}, scope), do: eval(call, scope)

  defp flow({operator, _, [left, right]}, scope) when operator in [:||, :&&] do
    {left, scope} = eval(left, scope)
    if truthy?(left) == (operator == :||), do: {left, scope}, else: eval(right, scope)
  end

  defp flow({name, _, operands}, scope) when name in [:max, :min] do
    {values, scope} = values(operands, scope)
    {apply(Kernel, name, values), scope}
  end

  defp with_steps([], scope), do: {:ok, scope}

  defp with_steps([{:<-, _, [left, quoted]} | rest], scope) do
    {value, scope} = eval(quoted, scope)

    case Match.first(Match.clauses([{:->, [], [[left], nil]}]), [value], scope, &guard?/2) do
      {:ok, _, inner} -> with_steps(rest, inner)
      :error -> {:else, value}
    end
  end

  @doc "Is it neither false nor nil?"
  def truthy?(value), do: value not in [false, nil]

  # What raises does not hold.
  defp guard?(guard, scope) do
    value(guard, scope) == true
  catch
    {:raised, _, _, _} -> false
  end
end

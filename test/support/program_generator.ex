defmodule Honey.Test.ProgramGenerator do
  @moduledoc """
  Random programs of the language that Honey compiles, as Elixir source.

  A program is a public function of three arguments, a signed integer, an unsigned one and one that
  may be nil, and the private functions that it calls. It means the same on the BEAM and in the
  kernel: `Honey.Test.ProgramRun` runs it on both.

  How it is made: `body/3` gives statements and a last expression of a wanted type, `expression/3`
  an expression. Both choose among the ways to make the type, each of which spends fuel. Types are

    * `:s64`, `:u64` - an integer of the compiler's type
    * `:boolean`, `:color` - an atom
    * `{:maybe, type}` - that, or nil
    * `:mixed` - an integer, an atom, nil or a boolean
    * `:status` - `:ok` or `{:error, reason}`
    * `{:tuple, types}`, `{:list, types}`, `{:fields, keys and types}` - data; the last is a map
    * `{:tagged, labels and types}` - `{:label, ...}` or, without types, `:label`

  A new feature of the language is one more way in `ways/1`, or one more type. Names are few, so
  that bindings shadow each other. Everything comes from `:rand`, so a seed gives the same text.
  """

  defmodule Scope do
    @moduledoc false
    # variables: name => type; functions: {name, argument types, result type}; in_guard: whether
    # only what a guard takes may be made; recursions: {name, result type} of functions that call
    # themselves.
    defstruct variables: %{}, functions: [], recursions: [], in_guard: false
  end

  @names ~w(p q r s t x y z)
  @colors ~w(:red :green :blue)
  @reasons ~w(:enoent :eexist :e2big :bad)
  @scalars [:s64, :s64, :s64, :u64, :boolean, :color, {:maybe, :s64}, {:maybe, :u64}] ++
             [:mixed, :status]
  @data [
    {:tuple, [:s64, {:maybe, :s64}]},
    {:tuple, [:color, {:tuple, [:s64, :u64]}]},
    {:maybe, {:tuple, [:s64, :s64]}},
    {:list, [:s64, :boolean, :s64]},
    {:fields, [a: :s64, b: {:maybe, :s64}]},
    {:fields, [a: :u64, c: {:tuple, [:s64, :mixed]}]},
    {:tagged, [ok: [:s64], none: [], pair: [:s64, :u64], nested: [{:tuple, [:s64, :s64]}]]}
  ]
  @types @scalars ++ @data

  @typedoc "A program's number and the source of its functions."
  @type program :: {pos_integer, String.t()}

  @doc """
  The source of a module with the programs, and the options of `use Honey`. `section:` is the kind
  of the programs, one that the kernel can run without an event: `"syscall"` if it is not given.

  `run_1` in the kernel takes the arguments of `program_1/3` from maps, and tells by a map what
  came of it. Before each program stands the line `# program 1`.
  """
  @spec module(module, [program], keyword) :: String.t()
  def module(name, programs, options) do
    {section, options} = Keyword.pop(options, :section, "syscall")
    options = Keyword.merge([license: "GPL", kernel: "5.14", on_error: 77], options)

    """
    defmodule #{inspect(name)} do
      use Honey, #{options |> inspect() |> String.slice(1..-2//1)}

      defmap :signed, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
      defmap :unsigned, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
      defmap :maybe, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :s64
      defmap :result, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64
      defmap :counts, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :s64

      defp report(value) when is_integer(value) and value < 0, do: write(1, value)
      defp report(value) when is_integer(value), do: write(2, value)
      defp report({:error, reason}), do: write(4, code(reason))
      defp report(atom), do: write(3, code(atom))

      defp write(kind, value) do
        Honey.BpfHelpers.bpf_map_update_elem(:result, 1, value, :bpf_any)
        Honey.BpfHelpers.bpf_map_update_elem(:result, 0, kind, :bpf_any)
      end

    #{for {atom, code} <- codes(), do: "  defp code(#{inspect(atom)}), do: #{code}\n"}
    #{for {n, source} <- programs, do: ["  # program #{n}\n", source, entry(n, section)]}
    end
    """
  end

  @doc "The atoms that a program can end with, and the number that tells of each."
  @spec codes() :: [{atom, pos_integer}]
  def codes do
    atoms = [nil, true, false, :ok] ++ Enum.map(@colors ++ @reasons, &atom/1)
    Enum.with_index(atoms, 1)
  end

  defp atom(":" <> name), do: String.to_atom(name)

  defp entry(n, section) do
    """
      @sec #{inspect(section)}
      def run_#{n}(_ctx) do
        signed = Honey.BpfHelpers.bpf_map_lookup_elem(:signed, 0)
        unsigned = Honey.BpfHelpers.bpf_map_lookup_elem(:unsigned, 0)
        maybe = Honey.BpfHelpers.bpf_map_lookup_elem(:maybe, 0)
        report(program_#{n}(signed, unsigned, maybe))
        1
      end
    """
  end

  ## Functions

  @doc "A program of the number."
  @spec program(pos_integer) :: program
  def program(n) do
    {sources, functions} =
      Enum.map_reduce(1..Enum.random(1..4), [], fn i, functions ->
        {source, function} = function("f#{n}_#{i}", functions)
        {source, [function | functions]}
      end)

    {recursive, recursions} =
      Enum.map(1..Enum.random(0..2)//1, &recursion("r#{n}_#{&1}", functions)) |> Enum.unzip()

    variables = %{"a" => :s64, "b" => :u64, "c" => {:maybe, :s64}}
    scope = %Scope{variables: variables, functions: functions, recursions: recursions}

    main = [
      "\n  def program_#{n}(a, b, c) do\n",
      body(Enum.random(@scalars), scope, 14),
      "\n  end\n"
    ]

    {n, IO.iodata_to_binary([sources, recursive, main])}
  end

  # Functions call those before them, so that there is no recursion.
  defp function(name, functions) do
    types = for _ <- 1..Enum.random(1..3), do: Enum.random(@types)
    result = Enum.random(@types)
    clauses = for _ <- 1..Enum.random(0..2)//1, do: clause(name, types, result, functions)

    # Sometimes no clause matches.
    total = if clauses != [] and chance(8), do: [], else: total(name, types, result, functions)
    {[clauses, total], {name, types, result}}
  end

  # In tail position, with a state; or nested. Both count their first argument down.
  defp recursion(name, functions) do
    type = Enum.random([:s64, :s64, :u64, {:maybe, :s64}, :mixed, :color])
    scope = %Scope{variables: %{"n" => :s64, "acc" => type}, functions: functions}
    more = body(type, scope, 4)

    stop =
      if chance(2),
        do:
          "\n  defp #{name}(n, acc) when #{guard(%{scope | variables: %{"n" => :s64}}, 1)} do\n" <>
            "acc\n  end\n",
        else: ""

    ending = "\n  defp #{name}(n, acc) when n <= 0 do\nacc\n  end\n"

    step =
      if chance(3),
        do: "rest = #{name}(n - 1, acc)\nacc = rest\n#{more}",
        else: "next = (\n#{more}\n)\n#{name}(n - 1, next)"

    {[ending, stop, "\n  defp #{name}(n, acc) do\n#{step}\n  end\n"], {name, type}}
  end

  defp total(name, types, result, functions) do
    variables = for {type, i} <- Enum.with_index(types), do: {"n#{i}", type}
    scope = %Scope{variables: Map.new(variables), functions: functions}
    names = Enum.map_join(variables, ", ", &elem(&1, 0))
    fuel = Enum.random([2, 6, 20])
    ["\n  defp #{name}(#{names}) do\n", body(result, scope, fuel), "\n  end\n"]
  end

  defp clause(name, types, result, functions) do
    {patterns, scope} = patterns(types, %Scope{functions: functions})
    guards = if chance(2), do: guards(scope), else: ""

    [
      "\n  defp #{name}(#{Enum.join(patterns, ", ")})#{guards} do\n",
      body(result, scope, 5),
      "\n  end\n"
    ]
  end

  ## Statements

  @doc false
  def body(type, scope, fuel) do
    {statements, scope} =
      Enum.map_reduce(1..Enum.random(1..3)//1, scope, fn _, scope ->
        if fuel > 1 and chance(2), do: statement(scope, div(fuel, 3)), else: {"", scope}
      end)

    Enum.join(Enum.reject(statements, &(&1 == "")) ++ [expression(type, scope, fuel)], "\n")
  end

  defp statement(scope, fuel) do
    case Enum.random([:bind, :bind, :bind, :update, :count, :delete, :match, :each]) do
      :bind ->
        type = Enum.random(@types)
        bind(Enum.random(@names), type, expression(type, scope, fuel), scope)

      :match ->
        type = Enum.random([:s64, :u64, {:maybe, :s64} | @data])
        value = expression(type, scope, fuel)
        {pattern, inner} = pattern(type, scope)
        {"#{pattern} = #{value}", inner}

      :update ->
        {expression(:status, scope, fuel + 2), scope}

      :delete ->
        {"Honey.BpfHelpers.bpf_map_delete_elem(:counts, #{key(scope)})", scope}

      :count ->
        {count(scope, fuel), scope}

      :each ->
        {each(scope, fuel), scope}
    end
  end

  defp each(scope, fuel) do
    name = Enum.random(@names)
    inner = put(scope, name, :s64)

    done =
      Enum.random([
        update(key(inner), expression(:s64, inner, fuel)),
        count(inner, fuel),
        "Honey.BpfHelpers.bpf_map_delete_elem(:counts, #{key(inner)})"
      ])

    case Enum.random([:for, :filter, :each]) do
      :for -> "for #{name} <- #{source(scope)} do\n#{done}\nend"
      :filter -> "for #{name} <- #{source(scope)}, #{condition(inner, 1)} do\n#{done}\nend"
      :each -> "Enum.each(#{source(scope)}, fn #{name} ->\n#{done}\nend)"
    end
  end

  defp bind(name, type, value, scope), do: {"#{name} = #{value}", put(scope, name, type)}

  defp put(scope, name, type), do: %{scope | variables: Map.put(scope.variables, name, type)}

  # The commonest use of a map, which the compiler makes one access of.
  defp count(scope, fuel) do
    amount = Enum.random(["1", expression(:s64, scope, div(fuel, 2))])

    {update, insert} =
      {update("key", "found #{Enum.random(~w(+ -))} amount"), update("key", "amount")}

    test =
      Enum.random([
        "if found != nil do\n#{update}\nelse\n#{insert}\nend",
        "if found do\n#{update}\nelse\n#{insert}\nend",
        "case found do\nnil -> #{insert}\nfound -> #{update}\nend",
        "if is_nil(found), do: #{insert}, else: #{update}"
      ])

    "key = #{key(scope)}\namount = #{amount}\n" <>
      "found = Honey.BpfHelpers.bpf_map_lookup_elem(:counts, key)\n#{test}"
  end

  defp update(key, value) do
    flag = Enum.random([:bpf_any, :bpf_any, :bpf_noexist, :bpf_exist])
    "Honey.BpfHelpers.bpf_map_update_elem(:counts, #{key}, #{value}, #{inspect(flag)})"
  end

  defp key(scope), do: "(#{expression(:s64, scope, 1)} &&& 7)"

  ## Expressions

  @doc false
  def expression(type, scope, fuel) do
    variables = for {name, ^type} <- scope.variables, do: name

    cond do
      variables != [] and (fuel <= 0 or chance(4)) -> Enum.random(variables)
      fuel <= 0 -> leaf(type, scope)
      true -> way(Enum.random(ways(type)), type, scope, fuel - 1)
    end
  end

  defp ways(type) when type in [:s64, :u64] do
    [:arithmetic, :arithmetic, :arithmetic, :divide, :shift, :default, :some, :total, :part] ++
      control()
  end

  defp ways(:boolean),
    do: [:compare, :compare, :order, :connect, :not, :test, :in, :any] ++ control()

  defp ways({:maybe, _}), do: [:leaf, :inner, :inner, :and_then, :if, :find] ++ control()
  defp ways(:mixed), do: [:inner, :inner, :lazy, :lazy] ++ control()
  defp ways(:color), do: [:leaf] ++ control()
  defp ways(:status), do: [:leaf, :update, :error] ++ control()
  defp ways({:fields, _}), do: [:build, :build, :update_fields] ++ control()
  defp ways({kind, _}) when kind in [:tuple, :list, :tagged], do: [:build, :build] ++ control()

  defp control do
    [:if, :if, :unless, :cond, :case, :case, :case_status, :case_data, :with] ++
      [:call, :call, :bound, :reduce, :for, :while, :recurse]
  end

  defp leaf(:s64, _scope), do: signed_literal()
  defp leaf(:boolean, _scope), do: Enum.random(~w(true false))
  defp leaf(:color, _scope), do: Enum.random(@colors)
  defp leaf({:maybe, _}, _scope), do: "nil"
  defp leaf(:mixed, _scope), do: Enum.random(["nil", "true", "false", "5", "-1" | @colors])
  defp leaf(:status, _scope), do: Enum.random(["{:error, #{Enum.random(@reasons)}}", ":ok"])

  defp leaf({kind, _} = type, scope) when kind in [:tuple, :list, :fields, :tagged],
    do: build(type, &leaf(&1, scope))

  # A literal would be of the type of what stands beside it.
  defp leaf(:u64, scope) do
    name = Enum.find_value(scope.variables, fn {name, type} -> type == :u64 && name end)
    name || Enum.random(~w(0x8000000000000000 0xFFFFFFFFFFFFFFFF 9223372036854775809))
  end

  defp signed_literal do
    Enum.random([
      Enum.random(-3..10),
      Enum.random(-3..10),
      Enum.random(-100..1000),
      Enum.random([0x7FFFFFFFFFFFFFFF, -0x8000000000000000, 0xFFFFFFFF, -0x80000000, 63, 64])
    ])
    |> to_string()
  end

  defp way(:leaf, type, scope, _fuel), do: leaf(type, scope)

  defp way(:build, {_, types} = type, scope, fuel),
    do: build(type, &expression(&1, scope, div(fuel, max(length(types), 1))))

  defp way(:update_fields, {:fields, fields} = type, scope, fuel) do
    {key, inner} = Enum.random(fields)

    "%{#{expression(type, scope, div(fuel, 2))} | " <>
      "#{key}: #{expression(inner, scope, div(fuel, 2))}}"
  end

  # An element of data.
  defp way(:part, type, scope, fuel) do
    holders =
      for {kind, types} = data <- @data,
          kind in [:tuple, :list, :fields],
          part?(types, type),
          do: data

    case Enum.random(holders) do
      {:fields, fields} = data ->
        {key, _} = Enum.find(fields, &(elem(&1, 1) == type))
        "(#{expression(data, scope, fuel)}).#{key}"

      {kind, types} = data ->
        items =
          Enum.map_join(types, ", ", fn inner -> if inner == type, do: "part", else: "_" end)
          |> String.replace(~r/part(?=.*part)/, "_")

        pattern = if kind == :tuple, do: "{#{items}}", else: "[#{items}]"
        "(case #{expression(data, scope, fuel)} do\n#{pattern} -> part\nend)"
    end
  end

  defp way(:arithmetic, :s64, scope, fuel) do
    left = expression(:s64, scope, div(fuel, 2))
    right = expression(:s64, scope, div(fuel, 2))

    Enum.random([
      "(#{left} + #{right})",
      "(#{left} - #{right})",
      "(#{left} * #{right})",
      "(#{left} &&& #{right})",
      "(#{left} ||| #{right})",
      "Bitwise.bxor(#{left}, #{right})",
      "bnot(#{left})",
      "(-(#{left}))",
      "(#{expression(:u64, scope, div(fuel, 2))} - #{right})"
    ])
  end

  defp way(:arithmetic, :u64, scope, fuel) do
    left = expression(:u64, scope, div(fuel, 2))
    right = expression(Enum.random([:u64, :s64]), scope, div(fuel, 2))
    operator = Enum.random(~w(+ * &&& |||))
    if chance(2), do: "(#{left} #{operator} #{right})", else: "(#{right} #{operator} #{left})"
  end

  defp way(:divide, :s64, scope, fuel) do
    operator = Enum.random(~w(div rem))

    "#{operator}(#{expression(:s64, scope, div(fuel, 2))}, #{expression(:s64, scope, div(fuel, 2))})"
  end

  defp way(:divide, :u64, scope, fuel) do
    operator = Enum.random(~w(div rem))

    "#{operator}(#{expression(:u64, scope, div(fuel, 2))}, #{expression(:u64, scope, div(fuel, 2))})"
  end

  defp way(:shift, type, scope, fuel) do
    count =
      Enum.random([to_string(Enum.random(-3..70)), "(#{expression(:s64, scope, 1)} &&& 127)"])

    "(#{expression(type, scope, fuel)} #{Enum.random(~w(<<< >>>))} #{count})"
  end

  defp way(:default, type, scope, fuel) do
    "(#{expression({:maybe, type}, scope, div(fuel, 2))} || #{expression(type, scope, div(fuel, 2))})"
  end

  # Where the value is nil, this raises.
  defp way(:some, type, scope, fuel) do
    if scope.in_guard or chance(2),
      do: expression(type, scope, fuel),
      else:
        "(#{expression({:maybe, type}, scope, fuel)} + #{if type == :u64, do: "b", else: "0"})"
        |> only_with_b(type, scope, fuel)
  end

  defp way(:inner, {:maybe, type}, scope, fuel), do: expression(type, scope, fuel)

  defp way(:inner, :mixed, scope, fuel) do
    expression(Enum.random([:s64, :boolean, :color, {:maybe, :s64}]), scope, fuel)
  end

  defp way(:and_then, {:maybe, _} = type, scope, fuel) do
    name = Enum.random(@names)
    {:maybe, inner} = type

    bound = "#{name} = #{expression(type, scope, div(fuel, 2))}"

    Enum.random([
      "((#{bound}) && #{expression(inner, put(scope, name, inner), div(fuel, 2))})",
      "(if #{bound} do\n#{body(inner, put(scope, name, inner), div(fuel, 2))}\nend)"
    ])
  end

  defp way(:lazy, :mixed, scope, fuel) do
    operator = Enum.random(~w(&& ||))

    "(#{expression(:mixed, scope, div(fuel, 2))} #{operator} #{expression(:mixed, scope, div(fuel, 2))})"
  end

  defp way(:compare, _type, scope, fuel) do
    {left, right} =
      Enum.random(
        [{:s64, :s64}, {:u64, :s64}, {:u64, :u64}, {{:maybe, :s64}, {:maybe, :s64}}] ++
          [{{:maybe, :s64}, :s64}, {:color, :color}, {:mixed, :mixed}, {:status, :status}] ++
          for(data <- @data, do: {data, data}) ++ [{:mixed, Enum.random(@data)}]
      )

    operator = Enum.random(~w(== != === !==))

    "(#{expression(left, scope, div(fuel, 2))} #{operator} #{expression(right, scope, div(fuel, 2))})"
  end

  # Every atom is greater than every integer.
  defp way(:order, _type, scope, fuel) do
    {left, right} =
      Enum.random(
        [{:s64, :s64}, {:s64, :u64}, {:u64, :s64}, {:u64, :u64}, {:s64, :mixed}] ++
          [{{:maybe, :s64}, :s64}]
      )

    operator = Enum.random(~w(< <= > >=))

    "(#{expression(left, scope, div(fuel, 2))} #{operator} #{expression(right, scope, div(fuel, 2))})"
  end

  defp way(:connect, _type, scope, fuel) do
    operator = Enum.random(~w(and or && ||))
    left = expression(:boolean, scope, div(fuel, 2))
    right = expression(:boolean, scope, div(fuel, 2))
    "(#{left} #{operator} #{right})"
  end

  defp way(:not, _type, scope, fuel) do
    if chance(2),
      do: "not #{expression(:boolean, scope, fuel)}",
      else: "!#{expression(Enum.random([:boolean, :mixed, {:maybe, :s64}]), scope, fuel)}"
  end

  defp way(:test, _type, scope, fuel) do
    test = Enum.random(~w(is_nil is_integer is_atom is_boolean))
    "#{test}(#{expression(Enum.random([:mixed, {:maybe, :s64}]), scope, fuel)})"
  end

  defp way(:in, _type, scope, fuel) do
    list = Enum.random(["[1, 2, 5]", "0..10", "-5..5", "[0, -1]"])
    "(#{expression(Enum.random([:s64, :u64, {:maybe, :s64}]), scope, fuel)} in #{list})"
  end

  defp way(:error, _type, _scope, _fuel), do: "{:error, #{Enum.random(@reasons)}}"

  defp way(:update, :status, scope, fuel) do
    value = expression(Enum.random([:s64, :s64, :u64]), scope, div(fuel, 2))
    update(key(scope), value)
  end

  defp way(:reduce, type, scope, fuel) do
    {element, acc} = two_names()
    first = expression(type, scope, div(fuel, 3))
    inner = scope |> put(element, :s64) |> put(acc, type)

    "Enum.reduce(#{source(scope)}, #{first}, fn #{element}, #{acc} ->\n" <>
      "#{body(type, inner, div(fuel, 3))}\nend)"
  end

  defp way(:for, type, scope, fuel) do
    {element, acc} = two_names()
    first = expression(type, scope, div(fuel, 3))
    inner = put(scope, element, :s64)

    more =
      Enum.random([
        "",
        ", #{condition(inner, 1)}",
        ", q <- #{source(inner)}",
        ", {:ok, #{element}} <- [{:ok, #{element}}, :error, {:ok, 3}]"
      ])

    "(for #{element} <- #{source(scope)}#{more}, reduce: #{first} do\n" <>
      "#{acc} ->\n#{body(type, put(inner, acc, type), div(fuel, 3))}\nend)"
  end

  defp way(:while, type, scope, fuel) do
    {element, acc} = two_names()
    first = expression(type, scope, div(fuel, 3))
    inner = scope |> put(element, :s64) |> put(acc, type)

    "Enum.reduce_while(#{source(scope)}, #{first}, fn #{element}, #{acc} ->\n" <>
      "if #{condition(inner, 1)} do\n{:halt, #{expression(type, inner, div(fuel, 4))}}\n" <>
      "else\n{:cont, #{expression(type, inner, div(fuel, 3))}}\nend\nend)"
  end

  defp way(:recurse, type, scope, fuel) do
    case for({_, ^type} = recursion <- scope.recursions, do: recursion) do
      [] ->
        expression(type, scope, fuel)

      recursions ->
        {name, _} = Enum.random(recursions)
        count = "(#{expression(:s64, scope, 1)} &&& 3)"
        "fuel(5, #{name}(#{count}, #{expression(type, scope, div(fuel, 2))}))"
    end
  end

  defp way(:total, type, scope, fuel) do
    name = Enum.random(@names)
    test = condition(put(scope, name, :s64), div(fuel, 2))

    case Enum.random([:sum, :count, :max]) do
      _ when type == :u64 -> leaf(type, scope)
      :sum -> "Enum.sum(#{source(scope)})"
      :count -> "Enum.count(#{source(scope)}, fn #{name} -> #{test} end)"
      :max -> "Enum.#{Enum.random(~w(max min))}([#{expression(:s64, scope, 1)}, 4, 7])"
    end
  end

  defp way(:any, _type, scope, fuel) do
    name = Enum.random(@names)
    test = condition(put(scope, name, :s64), div(fuel, 2))
    "Enum.#{Enum.random(~w(any? all?))}(#{source(scope)}, fn #{name} -> #{test} end)"
  end

  defp way(:find, {:maybe, :s64}, scope, fuel) do
    name = Enum.random(@names)
    test = condition(put(scope, name, :s64), div(fuel, 2))
    "Enum.find(#{source(scope)}, fn #{name} -> #{test} end)"
  end

  defp way(:find, type, scope, fuel), do: expression(type, scope, fuel)

  defp way(:if, type, scope, fuel) do
    fuel = div(fuel, 2)
    test = condition(scope, fuel)
    otherwise = "else\n#{body(type, scope, fuel)}\n"

    # An `if` without `else` gives nil.
    otherwise = if nilable?(type) and chance(2), do: "", else: otherwise
    "(if #{test} do\n#{body(type, scope, fuel)}\n#{otherwise}end)"
  end

  defp way(:unless, type, scope, fuel) do
    fuel = div(fuel, 2)

    "(unless #{condition(scope, fuel)} do\n#{body(type, scope, fuel)}\nelse\n" <>
      "#{body(type, scope, fuel)}\nend)"
  end

  defp way(:cond, type, scope, fuel) do
    fuel = div(fuel, 3)

    clauses =
      for _ <- 1..Enum.random(1..3) do
        "#{condition(scope, fuel)} ->\n#{body(type, scope, fuel)}\n"
      end

    last = if chance(6), do: "", else: "true -> #{expression(type, scope, fuel)}\n"
    "(cond do\n#{clauses}#{last}end)"
  end

  defp way(:case, type, scope, fuel) do
    fuel = div(fuel, 3)
    subject = Enum.random([:s64, :u64, :boolean, :color, {:maybe, :s64}, :mixed])
    cases(subject, type, scope, fuel)
  end

  defp way(:case_status, type, scope, fuel), do: cases(:status, type, scope, div(fuel, 3))

  defp way(:case_data, type, scope, fuel),
    do: cases(Enum.random(@data), type, scope, div(fuel, 3))

  defp way(:with, type, scope, fuel) do
    fuel = div(fuel, 3)

    {steps, inner} =
      Enum.map_reduce(1..Enum.random(1..3), scope, fn _, scope ->
        subject = Enum.random([:s64, :boolean, :status, {:maybe, :s64} | @data])
        value = expression(subject, scope, fuel)
        {pattern, scope} = pattern(subject, scope)
        guards = if chance(4), do: guards(scope), else: ""
        {"#{pattern}#{guards} <- #{value}", scope}
      end)

    otherwise =
      for _ <- 1..Enum.random(0..1)//1 do
        {pattern, inner} = pattern(Enum.random([:s64, :status | @data]), scope)
        "#{pattern} ->\n#{body(type, inner, fuel)}\n"
      end

    last =
      if chance(6) and otherwise != [], do: "", else: "_ -> #{expression(type, scope, fuel)}\n"

    "(with #{Enum.join(steps, ", ")} do\n#{body(type, inner, fuel)}\n" <>
      "else\n#{otherwise}#{last}end)"
  end

  defp way(:call, type, scope, fuel) do
    case for({_, _, ^type} = function <- scope.functions, do: function) do
      [] ->
        expression(type, scope, fuel)

      functions ->
        {name, types, _} = Enum.random(functions)
        arguments = Enum.map_join(types, ", ", &expression(&1, scope, div(fuel, length(types))))
        "#{name}(#{arguments})"
    end
  end

  defp way(:bound, type, scope, fuel) do
    name = Enum.random(@names)
    other = Enum.random(@types)
    value = expression(other, scope, div(fuel, 2))
    "(\n#{name} = #{value}\n#{expression(type, put(scope, name, other), div(fuel, 2))}\n)"
  end

  defp part?([{_, _} | _] = types, type) when is_list(types) do
    if Keyword.keyword?(types), do: type in Keyword.values(types), else: type in types
  end

  defp part?(types, type), do: type in types

  # The source of data of the type, with what `make` gives for each element.
  defp build({:tuple, types}, make), do: "{#{Enum.map_join(types, ", ", make)}}"

  defp build({:list, [first | rest]}, make) do
    if chance(3),
      do: "[#{make.(first)} | [#{Enum.map_join(rest, ", ", make)}]]",
      else: "[#{Enum.map_join([first | rest], ", ", make)}]"
  end

  defp build({:fields, fields}, make),
    do: "%{#{Enum.map_join(fields, ", ", fn {key, type} -> "#{key}: #{make.(type)}" end)}}"

  defp build({:tagged, labels}, make) do
    case Enum.random(labels) do
      {label, []} -> inspect(label)
      {label, types} -> "{#{Enum.map_join([inspect(label) | Enum.map(types, make)], ", ", & &1)}}"
    end
  end

  # In functions without an unsigned argument `b` is not there.
  defp only_with_b(source, :s64, _scope, _fuel), do: source

  defp only_with_b(source, :u64, scope, fuel) do
    if scope.variables["b"] == :u64, do: source, else: expression(:u64, scope, fuel)
  end

  defp two_names, do: @names |> Enum.take_random(2) |> List.to_tuple()

  # Of integers, never many: a range in one of its forms, or a list.
  defp source(scope) do
    small = "(#{expression(:s64, scope, 1)} &&& #{Enum.random([1, 3, 5])})"

    Enum.random([
      "0..3",
      "2..-2",
      "-1..6//3",
      "0..#{small}",
      "#{small}..2",
      "#{small}..0//-1",
      "1..#{small}//1",
      "[#{expression(:s64, scope, 1)}, 5, -1]"
    ])
  end

  defp nilable?({:maybe, _}), do: true
  defp nilable?(:mixed), do: true
  defp nilable?(_), do: false

  defp condition(scope, fuel) do
    expression(Enum.random([:boolean, :boolean, :boolean, {:maybe, :s64}, :mixed]), scope, fuel)
  end

  defp cases(subject, type, scope, fuel) do
    clauses =
      for _ <- 1..Enum.random(1..4) do
        {pattern, inner} = pattern(subject, scope)
        guards = if chance(3), do: guards(inner), else: ""
        "#{pattern}#{guards} ->\n#{body(type, inner, fuel)}\n"
      end

    last = if chance(5), do: "", else: "_ ->\n#{body(type, scope, fuel)}\n"
    "(case #{expression(subject, scope, fuel)} do\n#{clauses}#{last}end)"
  end

  ## Patterns and guards

  defp patterns(types, scope) do
    Enum.map_reduce(types, scope, fn type, scope ->
      # A name that stands twice in one head would have to be equal: not wanted here.
      {pattern, inner} = pattern(type, %{scope | variables: %{}})
      variables = Map.merge(scope.variables, inner.variables)

      if map_size(variables) == map_size(scope.variables) + map_size(inner.variables),
        do: {pattern, %{scope | variables: variables}},
        else: {"_", scope}
    end)
  end

  # A pattern for a value of the type, and the scope with what it binds.
  defp pattern(type, scope) do
    name = Enum.random(@names)
    pinned = for {pinned, _} <- scope.variables, do: "^#{pinned}"

    case Enum.random([:variable, :variable, :literal, :literal, :literal, :any, :pin, :both]) do
      :variable -> {name, put(scope, name, type)}
      :any -> {"_", scope}
      :pin when pinned != [] -> {Enum.random(pinned), scope}
      :both -> both_pattern(type, name, scope)
      _ -> literal_pattern(type, name, scope)
    end
  end

  defp both_pattern(type, name, scope) do
    {literal, inner} = literal_pattern(type, Enum.random(@names -- [name]), scope)

    # Newer versions of Elixir refuse `{x, 1} = x`.
    cond do
      literal =~ ~r/\b#{name}\b/ -> {literal, inner}
      chance(2) -> {"#{name} = #{literal}", put(inner, name, type)}
      true -> {"#{literal} = #{name}", put(inner, name, type)}
    end
  end

  defp literal_pattern(type, _name, scope) when type in [:s64, :u64],
    do: {to_string(Enum.random(0..5)), scope}

  defp literal_pattern(:boolean, _name, scope), do: {leaf(:boolean, scope), scope}
  defp literal_pattern(:color, _name, scope), do: {leaf(:color, scope), scope}

  defp literal_pattern({:maybe, {:tuple, _} = inner}, name, scope) do
    if chance(2), do: {"nil", scope}, else: literal_pattern(inner, name, scope)
  end

  defp literal_pattern({:maybe, _}, _name, scope), do: {Enum.random(~w(nil nil 1 -1 0)), scope}
  defp literal_pattern(:mixed, _name, scope), do: {leaf(:mixed, scope), scope}

  defp literal_pattern(:status, name, scope) do
    case Enum.random([:ok, :reason, :any, :name]) do
      :ok -> {":ok", scope}
      :reason -> {"{:error, #{Enum.random(@reasons)}}", scope}
      :any -> {"{:error, _}", scope}
      :name -> {"{:error, #{name}}", %{scope | variables: Map.delete(scope.variables, name)}}
    end
  end

  defp literal_pattern({:tagged, labels}, _name, scope) do
    case Enum.random(labels) do
      {label, []} ->
        {inspect(label), scope}

      {label, types} ->
        {items, scope} = patterns(types, scope)
        {"{#{Enum.join([inspect(label) | items], ", ")}}", scope}
    end
  end

  defp literal_pattern({:tuple, types}, _name, scope) do
    {items, scope} = patterns(types, scope)
    {"{#{Enum.join(items, ", ")}}", scope}
  end

  defp literal_pattern({:list, types}, _name, scope) do
    {[first | rest] = items, scope} = patterns(types, scope)

    if chance(3),
      do: {"[#{first} | [#{Enum.join(rest, ", ")}]]", scope},
      else: {"[#{Enum.join(items, ", ")}]", scope}
  end

  defp literal_pattern({:fields, fields}, _name, scope) do
    fields = Enum.take_random(fields, Enum.random(0..length(fields)))
    {items, scope} = patterns(Keyword.values(fields), scope)
    items = Enum.zip_with(Keyword.keys(fields), items, fn key, item -> "#{key}: #{item}" end)
    {"%{#{Enum.join(items, ", ")}}", scope}
  end

  defp guards(scope) do
    guards = for _ <- 1..Enum.random([1, 1, 1, 2]), do: " when #{guard(scope, 3)}"
    Enum.join(guards)
  end

  defp guard(scope, fuel) do
    half = div(fuel, 2)

    case Enum.random([:order, :order, :equal, :test, :in, :connect, :not]) do
      kind when kind in [:connect, :not] and fuel <= 0 ->
        guard(scope, 0)

      :order ->
        "#{guard_integer(scope, half)} #{Enum.random(~w(< <= > >=))} #{guard_integer(scope, half)}"

      :equal ->
        "#{guard_integer(scope, half)} #{Enum.random(~w(== != ===))} #{guard_integer(scope, half)}"

      :test ->
        "#{Enum.random(~w(is_nil is_integer is_atom is_boolean))}(#{guard_value(scope)})"

      :in ->
        "#{guard_integer(scope, 0)} in #{Enum.random(["[1, 2, 5]", "0..10"])}"

      :connect ->
        "(#{guard(scope, half)} #{Enum.random(~w(and or))} #{guard(scope, half)})"

      :not ->
        "not (#{guard(scope, half)})"
    end
  end

  defp guard_value(scope) do
    case Map.keys(scope.variables) do
      [] -> "1"
      names -> Enum.random(names)
    end
  end

  defp guard_integer(scope, fuel) do
    names = for {name, type} <- scope.variables, type in [:s64, :u64, {:maybe, :s64}], do: name

    cond do
      names == [] or chance(4) -> to_string(Enum.random(-2..8))
      fuel <= 0 or chance(2) -> Enum.random(names)
      true -> guard_operation(scope, fuel)
    end
  end

  # Division by zero, or by nil, makes the guard fail. So would an overflow, where that raises; it
  # must not come about, as the BEAM has none.
  defp guard_operation(scope, fuel) do
    left = "(#{guard_integer(scope, fuel - 1)} &&& 255)"
    right = "(#{guard_integer(scope, fuel - 1)} &&& 15)"

    Enum.random([
      "(#{left} + #{right})",
      "(#{left} - #{right})",
      "(#{left} &&& #{right})",
      "div(#{left}, #{right})",
      "rem(#{left}, #{right})"
    ])
  end

  defp chance(n), do: Enum.random(1..n) == 1
end

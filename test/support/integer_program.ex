defmodule Honey.Test.IntegerProgram do
  @moduledoc """
  Expressions on integers, each compiled into a BPF program of its own and run in the kernel and in
  `Honey.Sim`.

  The operands `a` and `b` come from maps. A program writes the expression's value to a map, and
  whether it is negative to another: the bits alone would not tell a u64 from an s64. Of a boolean it
  writes whether it is true, and whether its opposite is.
  """

  alias Honey.Test.IntegerOracle

  @type expression :: %{
          required(:text) => String.t(),
          required(:types) => %{atom => atom},
          optional(:store) => atom
        }

  @types [:u8, :u16, :u32, :u64, :s8, :s16, :s32, :s64]
  @per_module 64

  # What the maps hold before each run. No program writes this to `sign`.
  @unwritten 2

  @doc """
  Runs every expression on all the values that `inputs` gives for the types of its operands, and
  compares with the oracle: the list of differences, as text, and how many runs there were.
  """
  @spec differences([expression], :wrap | :raise, ([atom] -> [[integer]])) ::
          {[String.t()], non_neg_integer}
  def differences(expressions, overflow, inputs) do
    expressions
    |> Enum.chunk_every(@per_module)
    |> Enum.map(&module_differences(&1, overflow, inputs))
    |> Enum.reduce({[], 0}, fn {texts, runs}, {all, sum} -> {all ++ texts, sum + runs} end)
  end

  defp module_differences(expressions, overflow, inputs) do
    rows = expressions |> Enum.with_index() |> Enum.map(&row/1)

    with_module(source(rows, overflow), fn module ->
      object = Honey.load!(module)

      try do
        ways = %{object: object, maps: open_maps(object), sim: Honey.Sim.new(module)}
        results = Enum.map(rows, &run_row(&1, ways, overflow, inputs))
        wrong = Enum.flat_map(results, & &1.wrong)
        {wrong ++ miscounted(object, rows, results), Enum.sum(Enum.map(results, & &1.runs))}
      after
        Honey.unload(object)
      end
    end)
  end

  defp row({expression, index}) do
    quoted = Code.string_to_quoted!(expression.text)
    kinds = Map.new(expression.types, fn {name, type} -> {name, kind(type)} end)

    Map.merge(expression, %{
      program: :"p#{index}",
      quoted: quoted,
      kinds: kinds,
      result: IntegerOracle.kind(quoted, kinds),
      store: Map.get(expression, :store, :u64),
      variables: Enum.sort(Map.keys(expression.types))
    })
  end

  @doc "The kind that a value of a map's type has in a program."
  @spec kind(atom) :: :u64 | :s64
  def kind(:u64), do: :u64
  def kind(_), do: :s64

  @doc "Compiles a source with one module in it, and deletes the module when the function has ended."
  @spec with_module(String.t(), (module -> result)) :: result when result: term
  def with_module(source, function) do
    [{module, _}] = Code.compile_string(source, "integers.ex")

    try do
      function.(module)
    after
      :code.purge(module)
      :code.delete(module)
    end
  end

  ## Source

  defp source(rows, overflow) do
    """
    defmodule #{inspect(__MODULE__)}.Number#{System.unique_integer([:positive])} do
      use Honey, license: "GPL", kernel: "5.14", overflow: #{inspect(overflow)}

      import Honey.BpfHelpers
    #{Enum.map_join(inputs_and_outputs(), &map_source/1)}
    #{Enum.map_join(rows, "\n", &program_source/1)}
    end
    """
  end

  defp inputs_and_outputs do
    for(name <- [:a, :b], type <- @types, do: {:"#{name}_#{type}", type}) ++
      for(type <- @types, do: {:"out_#{type}", type}) ++ [sign: :u8]
  end

  defp map_source({name, type}) do
    "  defmap :#{name}, :bpf_array, max_entries: 1, key_type: :u32, value_type: :#{type}\n"
  end

  defp program_source(%{text: text, result: result} = row) do
    {value, sign} =
      if result == :boolean,
        do: {"if(#{text}, do: 1, else: 0)", "if(not (#{text}), do: 1, else: 0)"},
        else: {text, "if((#{text}) < 0, do: 1, else: 0)"}

    loads =
      for name <- row.variables do
        "    #{name} = bpf_map_lookup_elem(:#{name}_#{row.types[name]}, 0)\n"
      end

    """
      @sec "syscall"
      def #{row.program}(_ctx) do
    #{loads}\
        bpf_map_update_elem(:out_#{row.store}, 0, (#{value}), :bpf_any)
        bpf_map_update_elem(:sign, 0, (#{sign}), :bpf_any)
        0
      end
    """
  end

  ## Running

  defp open_maps(object) do
    Map.new(inputs_and_outputs(), fn {name, _} -> {name, Honey.map(object, name)} end)
  end

  defp run_row(row, ways, overflow, inputs) do
    types = Enum.map(row.variables, &row.types[&1])

    Enum.reduce(inputs.(types), %{wrong: [], raised: %{}, runs: 0}, fn values, sums ->
      variables = Enum.zip(row.variables, values)
      scope = Map.new(variables, fn {name, value} -> {name, {row.kinds[name], value}} end)
      expected = IntegerOracle.run(row.quoted, scope, overflow)
      found = run_once(row, ways.object, ways.maps, variables)
      simulated = simulate(row, ways.sim, variables)

      sums
      |> Map.update!(:runs, &(&1 + 1))
      |> count_raise(expected)
      |> compare(row, variables, memory(expected, row), found, overflow)
      |> compare(row, variables, kind_and_memory(expected, row), simulated, "#{overflow} in Sim")
    end)
  end

  defp run_once(row, object, maps, variables) do
    out = Map.fetch!(maps, :"out_#{row.store}")
    for {name, value} <- variables, do: put(maps[:"#{name}_#{row.types[name]}"], value)
    put(out, 0)
    put(maps.sign, @unwritten)
    {:ok, _} = Honey.test_run(object, row.program)
    {Honey.Map.get(out, 0), Honey.Map.get(maps.sign, 0)}
  end

  # What it raised, and what the two maps hold then.
  defp simulate(row, sim, variables) do
    inputs = for {name, value} <- variables, do: {:"#{name}_#{row.types[name]}", %{0 => value}}
    result = Honey.Sim.run(sim, row.program, maps: [{:sign, %{0 => @unwritten}} | inputs])
    memory = {result.maps[:"out_#{row.store}"][0], result.maps.sign[0]}
    {result.raised && result.raised.kind, memory}
  end

  defp kind_and_memory({:raises, kind} = expected, row), do: {kind, memory(expected, row)}
  defp kind_and_memory(expected, row), do: {nil, memory(expected, row)}

  defp put(map, value), do: :ok = Honey.Map.put(map, 0, value)

  # What the two maps hold after a run.
  defp memory({:raises, _}, _), do: {0, @unwritten}
  defp memory({:ok, true}, _), do: {1, 0}
  defp memory({:ok, false}, _), do: {0, 1}

  defp memory({:ok, value}, row),
    do: {IntegerOracle.reduce(value, row.store), if(value < 0, do: 1, else: 0)}

  defp count_raise(sums, {:raises, kind}),
    do: update_in(sums.raised[kind], &((&1 || 0) + 1))

  defp count_raise(sums, _), do: sums

  defp compare(sums, _, _, same, same, _), do: sums

  defp compare(sums, row, variables, expected, found, overflow) do
    values =
      Enum.map_join(variables, ", ", fn {name, v} -> "#{name} = #{row.types[name]} #{v}" end)

    text = "`#{row.text}` with #{values} (#{overflow}): #{show(found)}, not #{show(expected)}"
    %{sums | wrong: [text | sums.wrong]}
  end

  defp show({kind, {_, _} = memory}), do: "#{kind && "#{kind}, "}#{show(memory)}"
  defp show({_, @unwritten}), do: "nothing written"
  defp show({bits, sign}), do: "#{bits} (#{if sign == 1, do: "negative", else: "not negative"})"

  # The counters of the object say as often as the oracle that each program raised.
  defp miscounted(object, rows, results) do
    counted =
      object
      |> Honey.errors()
      |> Enum.group_by(&elem(&1.function, 0))
      |> Map.new(fn {program, sites} ->
        {program,
         Enum.reduce(sites, %{}, &Map.update(&2, &1.kind, &1.count, fn n -> n + &1.count end))}
      end)

    for {row, %{raised: raised}} <- Enum.zip(rows, results),
        found = Map.get(counted, row.program, %{}),
        found != raised do
      "`#{row.text}` of #{inspect(row.types)} raised #{inspect(found)}, not #{inspect(raised)}"
    end
  end
end

defmodule Honey.Test.ProgramRun do
  @moduledoc """
  Runs the programs of `Honey.Test.ProgramGenerator` in the kernel, in `Honey.Sim`, and on the BEAM.

  What the simulation does, to the last map, must be what the kernel does: else `in_kernel/4` raises.
  The kernel and the BEAM give an outcome: what the program ended with, or what it raised, where; and what it has left
  in its map. On the BEAM, the map is a simulated one.
  """

  import ExUnit.CaptureIO

  alias Honey.Test.{ProgramGenerator, SimRun}

  @type outcome :: %{end: {:value, term} | {:raised, atom, atom, pos_integer}, counts: map}

  # The compiler may see that an operation can only fail, and say so; or that loops within loops
  # are more than the verifier walks.
  @refusals [:nil_operand, :bad_operand, :always_fails, :ambiguous_order, :loop_limit]

  @entries 4

  @doc """
  Compiles the programs as one module: the module, and the programs without those that were rightly
  refused because they can only fail.
  """
  @spec compile(module, [ProgramGenerator.program()], keyword) ::
          {String.t(), [ProgramGenerator.program()]}
  def compile(name, programs, options) do
    source = ProgramGenerator.module(name, programs, options)
    test = self()

    # Random programs give many warnings.
    capture_io(:stderr, fn -> send(test, {:compiled, try_to_compile(name, source)}) end)

    receive do
      {:compiled, :ok} ->
        {source, programs}

      {:compiled, {:refused, lines}} ->
        refused = lines |> Enum.map(&program_at(source, &1)) |> Enum.uniq()
        compile(name, Enum.reject(programs, fn {n, _} -> n in refused end), options)

      {:compiled, {:failed, error}} ->
        path = Path.join(System.tmp_dir!(), "honey-random-program.ex")
        File.write!(path, source)
        raise "#{path} did not compile: #{Exception.message(error)}"
    end
  end

  # Not by Code.compile_string, whose type checker takes for ever on some programs (Elixir 1.14).
  defp try_to_compile(name, source) do
    {:defmodule, _, [_, [do: body]]} = Code.string_to_quoted!(source)
    Module.create(name, body, file: "random_programs.ex", line: 1)
    :ok
  rescue
    error in Honey.CompileError ->
      errors = Enum.filter(error.diagnostics, &(&1.severity == :error))

      if Enum.all?(errors, &(&1.code in [:too_many_errors | @refusals])),
        do: {:refused, for(%{line: line, code: code} <- errors, code in @refusals, do: line)},
        else: {:failed, error}

    error ->
      {:failed, error}
  end

  defp program_at(source, line) do
    source
    |> String.split("\n")
    |> Enum.take(line)
    |> Enum.reverse()
    |> Enum.find_value(fn
      "  # program " <> n -> String.to_integer(n)
      _ -> nil
    end)
  end

  ## The BEAM

  @doc "What `program_<n>` does on the BEAM."
  @spec on_beam(module, pos_integer, [term]) :: outcome
  def on_beam(module, n, arguments) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(__MODULE__, %{})
    ended = evaluate(module, :"program_#{n}", arguments)
    %{end: ended, counts: Process.get(__MODULE__)}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
    Process.delete(__MODULE__)
  end

  defp evaluate(module, function, arguments) do
    {:value, apply(module, function, arguments)}
  rescue
    error ->
      {_, function, _, place} = Enum.find(__STACKTRACE__, &(elem(&1, 0) == module))
      {:raised, kind(error), outer(function), place[:line]}
  end

  # An `fn` is a function of its own on the BEAM: "-program_9/3-fun-2-".
  defp outer(function) do
    case Regex.run(~r|^-(\w+[?!]?)/|, Atom.to_string(function)) do
      [_, name] -> String.to_atom(name)
      nil -> function
    end
  end

  defp kind(%ArithmeticError{}), do: :arithmetic
  defp kind(%BadBooleanError{}), do: :bad_boolean
  defp kind(%MatchError{}), do: :match
  defp kind(%CaseClauseError{}), do: :case_clause
  defp kind(%WithClauseError{}), do: :with_clause
  defp kind(%KeyError{}), do: :key
  defp kind(%CondClauseError{}), do: :cond_clause
  defp kind(%FunctionClauseError{}), do: :function_clause
  defp kind(error), do: reraise(error, [])

  @doc false
  def call(:bpf_map_lookup_elem, [:counts, key]), do: Map.get(counts(), key)

  def call(:bpf_map_update_elem, [:counts, key, value, flag]) do
    there? = is_map_key(counts(), key)
    <<stored::signed-64>> = <<value::64>>

    cond do
      there? and flag == :bpf_noexist -> {:error, :eexist}
      not there? and flag == :bpf_exist -> {:error, :enoent}
      not there? and map_size(counts()) == @entries -> {:error, :e2big}
      true -> put_counts(Map.put(counts(), key, stored))
    end
  end

  def call(:bpf_map_delete_elem, [:counts, key]) do
    if is_map_key(counts(), key),
      do: put_counts(Map.delete(counts(), key)),
      else: {:error, :enoent}
  end

  defp counts, do: Process.get(__MODULE__)

  defp put_counts(counts) do
    Process.put(__MODULE__, counts)
    :ok
  end

  ## The kernel

  @doc "What `run_<n>` does in the kernel, and in the simulation as well."
  @spec in_kernel(Honey.Object.t(), Honey.Sim.t(), pos_integer, [term]) :: outcome
  def in_kernel(object, sim, n, [signed, unsigned, maybe]) do
    :ok = Honey.Map.put(object, :signed, 0, signed)
    :ok = Honey.Map.put(object, :unsigned, 0, unsigned)
    :ok = Honey.Map.put(object, :result, 0, 0)

    if maybe,
      do: :ok = Honey.Map.put(object, :maybe, 0, maybe),
      else: Honey.Map.delete(object, :maybe, 0)

    before = Honey.errors(object)
    {:ok, %{return: return}} = SimRun.test_run(object, sim, :"run_#{n}")
    counts = Honey.Map.to_list(object, :counts)
    for {key, _} <- counts, do: :ok = Honey.Map.delete(object, :counts, key)
    %{end: ended(object, return, before), counts: Map.new(counts)}
  end

  defp ended(object, 1, before) do
    ^before = Honey.errors(object)
    {:value, value(Honey.Map.get(object, :result, 0), Honey.Map.get(object, :result, 1))}
  end

  # `on_error: 77`
  defp ended(object, 77, before) do
    [{{kind, {function, _}, line}, 1}] =
      Map.to_list(by_place(Honey.errors(object)))
      |> Enum.map(fn {place, count} -> {place, count - Map.get(by_place(before), place, 0)} end)
      |> Enum.filter(fn {_, count} -> count != 0 end)

    {:raised, if(kind == :nil_operand, do: :arithmetic, else: kind), function, line}
  end

  # Several operations of one line can raise.
  defp by_place(sites) do
    Enum.reduce(sites, %{}, fn site, places ->
      Map.update(places, {site.kind, site.function, site.line}, site.count, &(&1 + site.count))
    end)
  end

  defp value(1, bits) do
    <<value::signed-64>> = <<bits::64>>
    value
  end

  defp value(2, bits), do: bits
  defp value(3, code), do: atom(code)
  defp value(4, code), do: {:error, atom(code)}

  @doc "What `report/1` of the programs' module writes of a value: its kind, and 64 bits."
  @spec encode(term) :: {kind :: 1..4, bits :: non_neg_integer}
  def encode(value) when is_integer(value) and value < 0 do
    <<bits::64>> = <<value::64>>
    {1, bits}
  end

  def encode(value) when is_integer(value), do: {2, value}
  def encode({:error, reason}), do: {4, code(reason)}
  def encode(atom), do: {3, code(atom)}

  defp code(atom), do: ProgramGenerator.codes() |> List.keyfind!(atom, 0) |> elem(1)

  defp atom(code), do: for({atom, ^code} <- ProgramGenerator.codes(), do: atom) |> hd()
end

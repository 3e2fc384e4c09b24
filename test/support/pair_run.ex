defmodule Honey.Test.PairRun do
  @moduledoc """
  Runs functions of two arguments in the kernel and on the BEAM, and tells where they differ. Each run
  in the kernel is one in `Honey.Sim` too, and raises where that does something else.

  The source's last module has public functions `name(a, b)`, of an integer and of an integer or
  nil, and the word ENTRIES, in whose place stand the programs that call them. A function ends with
  an integer or with one of `atoms`.
  """

  alias Honey.Test.SimRun

  @maps """
    defmap :input, :bpf_hash, max_entries: 2, key_type: :u32, value_type: :s64
    defmap :output, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64

    defp report(n) when is_integer(n), do: write(1, n)
    defp report(atom), do: write(2, code(atom))

    defp write(kind, value) do
      Honey.BpfHelpers.bpf_map_update_elem(:output, 1, value, :bpf_any)
      Honey.BpfHelpers.bpf_map_update_elem(:output, 0, kind, :bpf_any)
    end

  """

  @file_name "pair_run.ex"
  @raised 77

  @doc "The differences of every function with every input, as text; the module must say `on_error: 77`."
  @spec differences(String.t(), [atom], [{integer, integer | nil}]) :: [String.t()]
  def differences(source, atoms, inputs) do
    names = names(source)
    programs = IO.iodata_to_binary([@maps, codes(atoms) | entries(names)])
    source = String.replace(source, "ENTRIES", programs)
    modules = compile(source)
    object = Honey.load!(List.last(modules))
    sim = Honey.Sim.new(List.last(modules))

    try do
      for name <- Enum.map(names, &String.to_atom/1),
          {a, b} <- inputs,
          beam = on_beam(modules, name, a, b),
          kernel = in_kernel(object, sim, atoms, name, a, b),
          not same?(beam, kernel) do
        "#{name}(#{a}, #{inspect(b)}): BEAM #{inspect(beam)}, kernel #{inspect(kernel)}"
      end
    after
      Honey.unload(object)
      for module <- modules, do: :code.purge(module) or :code.delete(module)
    end
  end

  defp names(source) do
    last = source |> String.split(~r/^defmodule /m) |> List.last()
    names = Regex.scan(~r/^  def (\w+)\(_?a, _?b\)/m, last, capture: :all_but_first)
    List.flatten(names)
  end

  # Honey's warnings are of what is wanted here.
  defp compile(source) do
    {modules, _} =
      ExUnit.CaptureIO.with_io(:stderr, fn -> Code.compile_string(source, @file_name) end)

    for {module, _} <- modules, do: module
  end

  defp codes(atoms) do
    for {atom, code} <- Enum.with_index(atoms), do: "  defp code(#{inspect(atom)}), do: #{code}\n"
  end

  defp entries(names) do
    for name <- names do
      """
        @sec "syscall"
        def run_#{name}(_ctx) do
          a = Honey.BpfHelpers.bpf_map_lookup_elem(:input, 0) || 0
          report(#{name}(a, Honey.BpfHelpers.bpf_map_lookup_elem(:input, 1)))
          1
        end
      """
    end
  end

  defp on_beam(modules, name, a, b) do
    {:value, apply(List.last(modules), name, [a, b])}
  rescue
    error ->
      {_, function, _, place} = Enum.find(__STACKTRACE__, &(elem(&1, 0) in modules))
      {:raised, kinds(error), written_in(function), to_string(place[:file]), place[:line]}
  end

  # An anonymous function is part of the one that it is written in.
  defp written_in(function) do
    case Regex.run(~r/^-(.+)\/\d+-(fun|inlined)-\d+-$/, Atom.to_string(function)) do
      [_, name, _] -> String.to_atom(name)
      nil -> function
    end
  end

  defp kinds(%ArithmeticError{}), do: [:arithmetic, :nil_operand]
  defp kinds(%BadBooleanError{}), do: [:bad_boolean]
  defp kinds(%MatchError{}), do: [:match]
  defp kinds(%CaseClauseError{}), do: [:case_clause]
  defp kinds(%CondClauseError{}), do: [:cond_clause]
  defp kinds(%FunctionClauseError{}), do: [:function_clause]
  defp kinds(%BadFunctionError{}), do: [:bad_function]
  defp kinds(%BadMapError{}), do: [:bad_map, :key]
  defp kinds(%KeyError{}), do: [:key]
  defp kinds(%ArgumentError{}), do: [:argument, :raise]
  defp kinds(%RuntimeError{}), do: [:raise]

  defp in_kernel(object, sim, atoms, name, a, b) do
    :ok = Honey.Map.put(object, :input, 0, a)
    if b, do: Honey.Map.put(object, :input, 1, b), else: Honey.Map.delete(object, :input, 1)
    before = Honey.errors(object)
    {:ok, %{return: return}} = SimRun.test_run(object, sim, :"run_#{name}")
    raised = Honey.errors(object) -- before
    ended(object, atoms, return, raised)
  end

  defp ended(object, atoms, 1, []) do
    value = Honey.Map.get(object, :output, 1)

    case Honey.Map.get(object, :output, 0) do
      1 -> {:value, value}
      2 -> {:value, Enum.at(atoms, value)}
    end
  end

  defp ended(_object, _atoms, @raised, [site]) do
    {:raised, site.kind, elem(site.function, 0), site.file, site.line}
  end

  defp same?({:raised, kinds, function, file, line}, {:raised, kind, function, file, line}) do
    kind in kinds
  end

  defp same?(one, other), do: one == other
end

defmodule Honey.Test.TwoWays do
  @moduledoc """
  Calls functions in the kernel and on the BEAM, and says where the two differ. Each run in the kernel is
  one in `Honey.Sim` too, and raises where that does something else.

  The functions take an integer, and an integer or nil; they give an integer or one of a list of
  atoms, or raise. Such a module needs no more than its functions:

      differences(~S'''
        def twice(a, _b), do: a * 2
      ''', atoms: [nil, :small], inputs: [{1, nil}, {2, 5}])
  """

  import ExUnit.CaptureIO

  alias Honey.Test.SimRun

  @module Honey.TwoWays

  @type input :: {integer, integer | nil}

  @common """
    defmap :input, :bpf_hash, max_entries: 2, key_type: :u32, value_type: :s64
    defmap :output, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64

    defp report(n) when is_integer(n), do: write(1, n)
    defp report(atom), do: write(2, code(atom))

    defp write(kind, value) do
      Honey.BpfHelpers.bpf_map_update_elem(:output, 1, value, :bpf_any)
      Honey.BpfHelpers.bpf_map_update_elem(:output, 0, kind, :bpf_any)
    end

  """

  @doc """
  The differences, each as a line of text, and how many functions were called.

  Options: `:atoms`, which the functions may give; `:inputs`; `:kernel`, and `:use`, further options
  of `use Honey`.
  """
  @spec differences(String.t(), keyword) :: {[String.t()], pos_integer}
  def differences(functions, options) do
    atoms = Keyword.fetch!(options, :atoms)
    [_ | _] = names = names(functions)
    compile(functions, names, atoms, options)
    object = Honey.load!(@module)
    sim = Honey.Sim.new(@module)

    differences =
      for name <- names,
          {a, b} <- Keyword.fetch!(options, :inputs),
          beam = on_beam(name, a, b),
          kernel = in_kernel(object, sim, name, a, b, atoms),
          not same?(beam, kernel) do
        "#{name}(#{a}, #{inspect(b)}): BEAM #{inspect(beam)}, kernel #{inspect(kernel)}"
      end

    Honey.unload(object)
    {differences, length(names)}
  after
    :code.purge(@module)
    :code.delete(@module)
  end

  defp names(functions) do
    ~r/^ *def (\w+)\((?:a|_a), (?:b|_b)\)/m
    |> Regex.scan(functions, capture: :all_but_first)
    |> List.flatten()
    |> Enum.map(&String.to_atom/1)
  end

  defp compile(functions, names, atoms, options) do
    use_options = Keyword.get(options, :use, "")
    kernel = Keyword.get(options, :kernel, "5.14")

    source = [
      "defmodule #{inspect(@module)} do\n",
      "  use Honey, license: \"GPL\", kernel: \"#{kernel}\", on_error: 77#{use_options}\n",
      functions,
      @common,
      for({atom, n} <- Enum.with_index(atoms), do: "  defp code(#{inspect(atom)}), do: #{n}\n"),
      for(name <- names, do: program(name)),
      "end\n"
    ]

    # Warnings, of arithmetic on nil for one, are wanted here.
    capture_io(:stderr, fn ->
      Code.compile_string(IO.iodata_to_binary(source), "two_ways.ex")
    end)
  end

  defp program(name) do
    """
      @sec "syscall"
      def run_#{name}(_ctx) do
        a = Honey.BpfHelpers.bpf_map_lookup_elem(:input, 0) || 0
        report(#{name}(a, Honey.BpfHelpers.bpf_map_lookup_elem(:input, 1)))
        1
      end
    """
  end

  defp on_beam(name, a, b) do
    {:value, apply(@module, name, [a, b])}
  rescue
    error ->
      {_, function, _, place} = Enum.find(__STACKTRACE__, &(elem(&1, 0) == @module))
      {:raised, kinds(error), written_in(function), place[:line]}
  end

  # The BEAM's name of an anonymous function is that of the one around it, and more.
  defp written_in(function) do
    case Regex.run(~r"^-(\w+)/\d+-", Atom.to_string(function)) do
      [_, around] -> String.to_existing_atom(around)
      nil -> function
    end
  end

  defp kinds(%ArithmeticError{}), do: [:arithmetic, :nil_operand]
  defp kinds(%BadBooleanError{}), do: [:bad_boolean]
  defp kinds(%MatchError{}), do: [:match]
  defp kinds(%CaseClauseError{}), do: [:case_clause]
  defp kinds(%CondClauseError{}), do: [:cond_clause]
  defp kinds(%WithClauseError{}), do: [:with_clause]
  defp kinds(%FunctionClauseError{}), do: [:function_clause]
  defp kinds(%KeyError{}), do: [:key]
  defp kinds(%BadMapError{}), do: [:key, :bad_map]
  defp kinds(%BadStructError{}), do: [:key]
  defp kinds(%UndefinedFunctionError{}), do: [:key]
  defp kinds(%ArgumentError{}), do: [:argument]
  defp kinds(%RuntimeError{}), do: [:raise]
  defp kinds(%Enum.EmptyError{}), do: [:empty]

  defp in_kernel(object, sim, name, a, b, atoms) do
    :ok = Honey.Map.put(object, :input, 0, a)
    if b, do: Honey.Map.put(object, :input, 1, b), else: Honey.Map.delete(object, :input, 1)
    before = Honey.errors(object)
    {:ok, %{return: return}} = SimRun.test_run(object, sim, :"run_#{name}")
    ended(object, return, Honey.errors(object) -- before, atoms)
  end

  defp ended(object, 1, [], atoms) do
    value = Honey.Map.get(object, :output, 1)

    if Honey.Map.get(object, :output, 0) == 1,
      do: {:value, value},
      else: {:value, atom(atoms, value)}
  end

  defp ended(_object, 77, [raised], _atoms),
    do: {:raised, raised.kind, elem(raised.function, 0), raised.line}

  defp atom(atoms, n), do: Enum.at(atoms, n)

  defp same?({:raised, kinds, function, line}, {:raised, kind, function, line}), do: kind in kinds
  defp same?(one, other), do: one == other
end

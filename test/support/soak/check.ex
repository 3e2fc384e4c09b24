defmodule Honey.Test.Soak.Check do
  @moduledoc """
  Runs a batch of random programs in all ways, and says what differs.

  The kernel must do what `Honey.Sim` does, and what the oracle says; where no integer left its type, the BEAM
  must, too. Nothing that compiles may be refused by the verifier, and nothing refused at compile time but for
  the reasons that random programs give.

  A finding is `%{class:, number:, input:, text:}`. The classes are

    * `:refused` - the compiler refused the program for another reason
    * `:crashed` - the compiler, the loader or the simulation raised
    * `:verifier` - the kernel refused to load it
    * `:sim`, `:oracle` - the kernel differs from that
    * `:beam` - the oracle, and so the kernel, differs from the BEAM
    * `:uncounted` - `Honey.errors/1` counted what no run raised
  """

  alias Honey.Test.Soak.{Batch, Figures, Ways}

  @type finding :: %{
          class: atom,
          number: pos_integer | nil,
          input: Ways.input() | nil,
          text: String.t()
        }

  @doc "What differs in the batch, with these inputs for each program; and the figures."
  @spec run(Batch.t(), [Ways.input()]) :: {[finding], Figures.t()}
  def run(batch, inputs) do
    figures = %Figures{programs: length(batch.programs)}

    case build(batch) do
      {:ok, batch} -> run_built(batch, inputs, Figures.refused(figures, batch.refused))
      {:error, findings} -> {findings, figures}
    end
  end

  defp build(batch) do
    case Batch.build(batch) do
      {:ok, batch} ->
        {:ok, batch}

      {:error, errors} ->
        {:error,
         for error <- errors, number <- Batch.numbers(batch, error) do
           finding(:refused, number, nil, "#{error.code}: #{error.message}")
         end}
    end
  rescue
    error in [Honey.InternalError, Honey.ToolError, Honey.CompileError] ->
      {:error, [finding(:crashed, culprit(batch), nil, Exception.message(error))]}
  end

  # The program with which the compiler crashes when it is alone.
  defp culprit(%{programs: [program]}), do: program.number

  defp culprit(batch) do
    Enum.find_value(batch.programs, fn program ->
      match?({:error, [%{class: :crashed}]}, build(Batch.only(batch, program.number))) &&
        program.number
    end)
  end

  defp run_built(%{programs: []}, _inputs, figures), do: {[], figures}

  defp run_built(batch, inputs, figures) do
    figures = Figures.add(figures, :compiled, length(batch.programs))

    case Ways.load(batch) do
      {:ok, loaded} ->
        {findings, {loaded, figures}} = run_programs(batch, inputs, loaded, figures)
        uncounted = if Ways.counted?(loaded), do: [], else: [finding(:uncounted, nil, nil, "")]
        Honey.unload(loaded.object)
        {findings ++ uncounted, figures}

      {:error, error} ->
        {[finding(:verifier, number(error.program), nil, Exception.message(error))],
         Figures.add(figures, :verifier, 1)}
    end
  end

  defp number(nil), do: nil

  defp number(program) do
    "run_" <> number = Atom.to_string(program)
    String.to_integer(number)
  end

  defp run_programs(batch, inputs, loaded, figures) do
    Enum.flat_map_reduce(batch.programs, {loaded, figures}, fn program, state ->
      run_program(program, {Ways.maps_of(program), Ways.vars_of(program)}, batch, inputs, state)
    end)
  end

  # One difference of a program is enough.
  defp run_program(program, {maps, vars}, batch, inputs, state) do
    Enum.reduce_while(inputs, {[], state}, fn input, {[], {loaded, figures}} ->
      input = Ways.only(input, batch, maps, vars)
      {found, seen, loaded} = run_once(program.number, maps, batch, input, loaded)
      state = {loaded, Figures.ran(figures, seen, batch.options[:overflow])}
      if found == [], do: {:cont, {[], state}}, else: {:halt, {found, state}}
    end)
  end

  defp run_once(number, maps, batch, input, loaded) do
    {kernel, loaded} = Ways.in_kernel(loaded, batch, number, maps, input)
    sim = Ways.in_sim(loaded, batch, number, maps, input)
    oracle = Ways.in_oracle(batch, number, input)
    beam = if oracle.exact?, do: Ways.on_beam(batch, number, input)
    seen = %{kernel: kernel, sim: sim, oracle: oracle, beam: beam}

    found =
      cond do
        kernel != sim ->
          [finding(:sim, number, input, text(seen))]

        kernel != Map.delete(oracle, :exact?) ->
          [finding(:oracle, number, input, text(seen))]

        beam != nil and not same?(beam, kernel, batch) ->
          [finding(:beam, number, input, text(seen))]

        true ->
          []
      end

    {found, seen, loaded}
  rescue
    error ->
      text = Exception.format(:error, error, __STACKTRACE__)
      {[finding(:crashed, number, input, text)], nil, Ways.recount(loaded)}
  end

  defp same?(%{end: {:raised, kind, nil, nil}} = one, other, _batch),
    do: match?(%{end: {:raised, ^kind, _, _}}, other) and held?(one, other)

  # Nor does it always have the line of a function that a stream calls.
  defp same?(%{end: {:raised, kind, function, nil}} = one, other, _batch),
    do: match?(%{end: {:raised, ^kind, ^function, _}}, other) and held?(one, other)

  # Of a `case` or `with` without a match, the BEAM names any line of it, a guard's often, or the
  # latest before it that had one; Honey its first.
  defp same?(%{end: {:raised, kind, function, beam}} = one, other, batch)
       when kind in [:case_clause, :with_clause] do
    case other do
      %{end: {:raised, ^kind, ^function, line}} ->
        held?(one, other) and beam <= Batch.last_line(batch, function, line)

      _ ->
        false
    end
  end

  defp same?(one, other, _batch), do: one == other

  defp held?(one, other), do: one.maps == other.maps and one.vars == other.vars

  defp text(seen) do
    for {name, way} <- [
          kernel: "in the kernel",
          sim: "in Honey.Sim",
          oracle: "by the oracle",
          beam: "on the BEAM"
        ],
        outcome = seen[name],
        into: "",
        do: "#{way}: #{inspect(outcome, limit: :infinity)}\n"
  end

  defp finding(class, number, input, text),
    do: %{class: class, number: number, input: input, text: text}
end

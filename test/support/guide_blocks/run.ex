defmodule Honey.Test.GuideBlocks.Run do
  @moduledoc """
  What of a block can be found out by running: the values of what needs no kernel, and the names of options.
  """

  alias Honey.Test.GuideBlocks.Form

  # Modules whose functions give the same each time, without a kernel.
  @pure [[:Honey, :Sim], [:Sim]] ++
          Enum.map(~w(Bitwise Enum Exception Integer Keyword List Map String Tuple)a, &[&1])

  @doc """
  Runs forms one after the other, where all of them can be run: what is other than `expected` of a line.
  `rename` puts the names of modules that a guide defined.
  """
  @spec problems([Form.t()], %{pos_integer => String.t()}, (String.t() -> String.t())) :: [
          String.t()
        ]
  def problems(forms, expected, rename) do
    if runnable?(forms, expected), do: evaluate(forms, expected, rename), else: []
  end

  defp runnable?(forms, expected) do
    Enum.all?(forms, &(&1.kind == :elixir)) and
      (expected != %{} or Form.any?(forms, &sim?/1)) and not Form.any?(forms, &live?/1)
  end

  defp sim?({:__aliases__, _, path}), do: path in [[:Honey, :Sim], [:Sim]]
  defp sim?(_), do: false

  defp live?({{:., _, [{:__aliases__, _, path}, _]}, _, _}), do: path not in @pure
  defp live?({{:., _, [module, _]}, _, _}) when is_atom(module), do: true
  defp live?({name, _, []}), do: name in [:flush, :recompile]
  defp live?(_), do: false

  defp evaluate(forms, expected, rename) do
    {wrong, _} =
      Enum.reduce(forms, {[], []}, fn form, {wrong, binding} ->
        [{line, _} | _] = form.lines
        text = Form.text(form)

        try do
          {value, binding} = eval(rename.(text), binding)

          told =
            for {n, _} <- form.lines,
                Map.has_key?(expected, n),
                do: compare(value, rename.(expected[n]))

          {wrong ++ for(text <- told, text, do: "#{line}: #{text}"), binding}
        rescue
          error -> {wrong ++ ["#{line}: #{Exception.message(error)}"], binding}
        end
      end)

    wrong
  end

  defp eval(text, binding),
    do: Code.eval_string("import ExUnit.Assertions; alias Honey.Sim; " <> text, binding)

  # What is left out stands for anything.
  defp compare(value, expected) do
    said = inspect(value, limit: :infinity, printable_limit: :infinity)

    same? =
      if expected =~ "...",
        do: said =~ ~r/\A#{expected |> Regex.escape() |> String.replace("\\.\\.\\.", ".*")}\z/s,
        else: value == elem(eval(expected, []), 0)

    if not same?, do: "gives #{said}, not #{expected}"
  end

  # What an object can be asked without a program being attached.
  @of_object [Honey.Map, Honey.Var]

  @doc """
  Statements that can be tried on an object of the block's module: all that they call is for objects, and the variables
  that they do not bind are objects.
  """
  @spec of_object([Form.t()]) :: %{statements: [String.t()], objects: [atom]}
  def of_object(forms) do
    forms = Enum.filter(forms, &(&1.kind == :elixir))
    calls = calls(forms)
    free = Form.variables(forms) -- Form.bound(forms)

    objects =
      for {module, _, [{name, _, nil} | _]} <- calls, module in [Honey | @of_object], do: name

    if calls != [] and free -- objects == [] and Enum.all?(calls, &of_object?/1) and
         not Form.any?(forms, &other?/1),
       do: %{statements: Enum.map(forms, &Form.text/1), objects: free},
       else: %{statements: [], objects: []}
  end

  defp of_object?({Honey, name, [_ | _]}), do: name in [:map, :errors]
  # A name would be that of an owner.
  defp of_object?({module, _, [first | _]}), do: module in @of_object and not is_atom(first)
  defp of_object?(_), do: false

  defp other?({{:., _, [{:__aliases__, _, path}, _]}, _, _}),
    do: path not in @pure and hd(path) not in [:Honey, :IO]

  defp other?({{:., _, [module, _]}, _, _}), do: is_atom(module)
  defp other?(_), do: false

  @doc """
  Tries the statements on an object; `types` are the modules of its structs. What the kernel answers depends on what there
  is; Honey's own refusals, of a type, a name or an operation, do not.
  """
  @spec try_on(Honey.Object.t(), [module], %{statements: [String.t()], objects: [atom]}) :: [
          String.t()
        ]
  def try_on(object, types, %{statements: statements, objects: objects}) do
    aliases = Enum.map_join(types, &"alias #{inspect(&1)}; ")

    {refusals, _} =
      Enum.flat_map_reduce(statements, Enum.map(objects, &{&1, object}), fn statement, binding ->
        {value, binding} = eval(aliases <> statement, binding)

        case value do
          {:error, %Honey.Error{errno: nil} = error} ->
            {["#{statement}: #{Exception.message(error)}"], binding}

          _ ->
            {[], binding}
        end
      end)

    refusals
  end

  @doc """
  Calls of functions of Honey's that are not there: for code of which the reader's part is missing, so that
  it cannot be compiled.
  """
  @spec unknown_calls([Form.t()]) :: [String.t()]
  def unknown_calls(forms) do
    {_, own} = forms |> Form.asts() |> Macro.prewalk([], &note_kfunc/2)

    for {module, name, arguments} <- calls(forms),
        name not in own,
        arity = length(arguments),
        Code.ensure_loaded(module) != {:module, module} or
          not (function_exported?(module, name, arity) or macro_exported?(module, name, arity)),
        do: "there is no #{inspect(module)}.#{name}/#{arity}"
  end

  defp note_kfunc({:defkfunc, _, [name | _]} = node, names), do: {node, [name | names]}
  defp note_kfunc(node, names), do: {node, names}

  @doc """
  Options that a function of Honey's does not have: each is given to it, with nothing right beside it.
  """
  @spec unknown_options([Form.t()]) :: [String.t()]
  def unknown_options(forms) do
    calls = for call <- calls(forms), options <- options(call), do: options

    for {module, function, arity, options} <- Enum.uniq(calls),
        Code.ensure_loaded?(module) and function_exported?(module, function, arity),
        key <- Keyword.keys(options),
        text = refusal(module, function, arity, key),
        do: text
  end

  defp calls(forms) do
    {_, calls} = forms |> Form.asts() |> Macro.prewalk([], &note_call/2)
    calls
  end

  defp note_call({:|>, _, [left, right]}, calls),
    do: left |> Macro.pipe(right, 0) |> note_call(calls)

  # A child of a supervisor.
  defp note_call({{:__aliases__, _, [:Honey]}, {_, options}} = node, calls),
    do: {node, [{Honey, :start_link, [nil, options]} | calls]}

  # Not a capture, whose arity stands behind it.
  defp note_call({{:., _, [{:__aliases__, _, path}, name]}, meta, arguments} = node, calls)
       when is_atom(name) do
    case {meta[:no_parens], path} do
      {true, _} ->
        {node, calls}

      {_, [:Honey | _]} ->
        {node, [{Module.concat(path), name, arguments} | calls]}

      {_, [short]} when short in [:KernelMap, :Sim] ->
        {node, [{Module.concat(Honey, short), name, arguments} | calls]}

      _ ->
        {node, calls}
    end
  end

  defp note_call({name, _, arguments} = node, calls) when is_atom(name) and is_list(arguments) do
    case Atom.to_string(name) do
      "bpf_" <> _ -> {node, [{Honey.BpfHelpers, name, arguments} | calls]}
      "xdp_" <> _ -> {node, [{Honey.XDP, name, arguments} | calls]}
      _ -> {node, calls}
    end
  end

  defp note_call(node, calls), do: {node, calls}

  defp options({module, name, arguments}) do
    options = List.last(arguments)

    if Keyword.keyword?(options) and options != [],
      do: [{module, name, length(arguments), options} | attached(options)],
      else: []
  end

  # `attach: [program: [interface: ...]]`
  defp attached(options) do
    with programs when is_list(programs) <- options[:attach] do
      for {_, [_ | _] = options} <- programs, do: {Honey, :attach, 3, options}
    else
      _ -> []
    end
  end

  defp refusal(module, function, arity, key) do
    first = if function == :attach, do: struct(Honey.Object), else: Honey
    apply(module, function, [first | List.duplicate(:none, arity - 2)] ++ [[{key, :none}]])
    nil
  rescue
    error in ArgumentError ->
      if error.message =~ "unknown option #{inspect(key)}", do: error.message

    _ ->
      nil
  catch
    :exit, _ -> nil
  end
end

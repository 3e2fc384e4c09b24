defmodule Honey.Standard do
  @moduledoc false

  # Functions of Elixir's standard library, written in the Elixir that kernel code has.
  #
  # A call of `Integer.gcd/2` in kernel code becomes the body of `Honey.Standard.Integer.gcd/2`, as if
  # it stood where it is called: its types are those of the arguments, and what it raises has the
  # place of the call. So a function is added by writing it, in one of the modules in
  # `lib/honey/standard`. What these call is other functions that kernel code has, and no function of
  # their own: there is no recursion, but loops.
  #
  # Functions that only look at a value's shape, such as `elem/2` and `Map.get/2`, are rows of the
  # compiler's `data_function.def`, operators rows of `operator.def`.

  alias Honey.Standard

  @modules %{
    Access => Standard.Access,
    Function => Standard.Function,
    Honey.KernelMap => Standard.KernelMap,
    Integer => Standard.Integer,
    Kernel => Standard.Kernel,
    List => Standard.List,
    Map => Standard.Map
  }

  @typedoc "A function in a unit: the clauses are those of the `fn` that a call applies."
  @type t :: %{module: module, name: atom, arity: arity, clauses: Macro.t()}

  @doc "The function, as one of Elixir's; nil for one that is not here."
  @spec fetch(module, {atom, arity}) :: Honey.Unit.function_map() | nil
  def fetch(module, {name, arity} = key) do
    with %{^module => from} <- @modules, %{^key => clauses} <- from.__functions__() do
      %{
        name: name,
        arity: arity,
        kind: :def,
        section: nil,
        section_line: nil,
        line: 1,
        clauses: clauses
      }
    else
      _ -> nil
    end
  end

  @doc "The names of a module's functions that are here; nil for a module of which none is."
  @spec names(module) :: [atom] | nil
  def names(module) do
    with %{^module => from} <- @modules,
         do: from.__functions__() |> Map.keys() |> Keyword.keys() |> Enum.uniq(),
         else: (_ -> nil)
  end

  @doc "The function as a unit has it."
  @spec export(module, Honey.Unit.function_map()) :: t
  def export(module, function) do
    clauses = for clause <- function.clauses, do: arrow(clause)
    %{module: module, name: function.name, arity: function.arity, clauses: clauses}
  end

  defp arrow({_, arguments, [], body}), do: {:->, [generated: true], [arguments, body]}

  defp arrow({_, arguments, guards, body}) do
    guard = Enum.reduce(Enum.reverse(guards), &{:when, [], [&1, &2]})
    {:->, [generated: true], [[{:when, [], arguments ++ [guard]}], body]}
  end

  @doc false
  defmacro __using__(_) do
    quote do
      @moduledoc false
      @before_compile Honey.Standard
    end
  end

  @doc false
  defmacro __before_compile__(env) do
    functions =
      for key <- Module.definitions_in(env.module, :def), into: %{} do
        {:v1, :def, _, clauses} = Module.get_definition(env.module, key)
        {key, Enum.map(clauses, &placeless(&1, key, env.module))}
      end

    quote do
      @doc false
      def __functions__, do: unquote(Macro.escape(functions))
    end
  end

  # The places are those of the call, and the variables meet none of the caller's, or of another
  # function's that is called in the arguments: no other has these names.
  defp placeless({_, arguments, guards, body}, {name, arity}, module) do
    suffix = "@#{List.last(Module.split(module))}.#{name}/#{arity}"
    strip = &Macro.prewalk(&1, fn node -> node |> strip() |> rename(suffix) end)
    {[], strip.(arguments), strip.(guards), strip.(body)}
  end

  defp strip({:->, _, arguments}), do: {:->, [generated: true], arguments}

  defp strip({form, meta, arguments}) when is_list(meta),
    do: {form, Keyword.take(meta, [:version, :optimize_boolean, :no_parens]), arguments}

  defp strip(other), do: other

  defp rename({name, meta, context}, suffix)
       when is_atom(name) and is_atom(context) and name != :_ do
    if meta[:version],
      do: {:"#{name}#{suffix}", meta, Honey.Standard},
      else: {name, meta, context}
  end

  defp rename(other, _), do: other
end

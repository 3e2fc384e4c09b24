defmodule Honey.Definition.Variable do
  @moduledoc false
  # What `defvar` is given, as far as it can be checked before the compiler has it: the name, which
  # becomes a function's, and that the rest is plain data.

  alias Honey.Type

  @type t :: %{
          required(:name) => atom,
          required(:type) => term,
          required(:options) => term,
          required(:line) => pos_integer,
          required(:column) => pos_integer | nil,
          # Absent where none was given: the value whose bytes are zero.
          optional(:default) => term
        }

  @type refusal :: {:error, message :: String.t(), hint :: String.t()}

  # Names that stand for something else wherever they are written.
  @words ~w(and or not in when fn do end catch rescue after else true false nil)a

  @doc """
  The variable of a `defvar`. What stands in the place of a default may be the options already: no
  default is a keyword list.
  """
  @spec new(term, term, term, term, pos_integer) :: t
  def new(name, type, default, options, line) do
    variable = %{name: name, type: type, options: options, line: line, column: nil}

    if options == [] and Keyword.keyword?(default),
      do: %{variable | options: default},
      else: Map.put(variable, :default, default)
  end

  @doc "Whether the variable can be one of a module that imports these functions, and has these."
  @spec check(t, Macro.Env.t(), maps :: [map], variables :: [t]) :: :ok | refusal
  def check(variable, env, maps, variables) do
    with :ok <- check_name(variable.name, env),
         :ok <- check_other(variable.name, maps, variables),
         do: check_rest(variable)
  end

  defp check_name(name, env) do
    cond do
      not is_atom(name) or Macro.classify_atom(name) != :identifier or name in @words or
          Macro.special_form?(name, 0) ->
        {:error, "`defvar` takes an atom that can be a function's name, not #{inspect(name)}",
         "write `defvar :threshold, :u64, 1000`: programs read it as `threshold()`"}

      imported = Enum.find(Macro.Env.lookup_import(env, {name, 0}), &elem(&1, 1)) ->
        {:error, "variable `#{name}` has the name of `#{inspect(elem(imported, 1))}.#{name}/0`",
         another_name(name)}

      true ->
        :ok
    end
  end

  defp check_other(name, maps, variables) do
    cond do
      other = Enum.find(variables, &(&1.name == name)) ->
        {:error, "variable `#{name}` is defined already, on line #{other.line}",
         "give each variable a name of its own"}

      other = Enum.find(maps, &(&1.name == name)) ->
        {:error, "variable `#{name}` has the name of a map, which line #{other.line} defines",
         another_name(name)}

      true ->
        :ok
    end
  end

  defp check_rest(%{name: name, options: options} = variable) do
    cond do
      not Keyword.keyword?(options) ->
        {:error, "variable `#{name}` takes a keyword list of options, not #{inspect(options)}",
         "the only option is `live: true`, for a variable that changes while programs run"}

      not Type.plain?([variable.type, options, Map.get(variable, :default)]) ->
        {:error, "variable `#{name}` has a function, a process or a reference in it",
         "write what is known when the module is compiled, such as `defvar :#{name}, :u64, 0`"}

      true ->
        :ok
    end
  end

  @doc "Why the module's own functions do not let it have the variable; nil where they do."
  @spec clash(t, module) :: {message :: String.t(), hint :: String.t()} | nil
  def clash(%{name: name}, module) do
    if Module.defines?(module, {name, 0}),
      do:
        {"variable `#{name}` has the name of a function of this module, `#{name}/0`",
         another_name(name)}
  end

  defp another_name(name),
    do: "give it another name: programs read the variable as `#{name}()`"

  @doc """
  The functions by which code names the variables; outside of programs they give what the programs
  begin with.
  """
  @spec functions([{atom, term}]) :: [Macro.t()]
  def functions(variables) do
    for {name, value} <- variables do
      quote generated: true do
        @doc false
        def unquote(name)(), do: Honey.Var.initial(unquote(Macro.escape(value)))
      end
    end
  end
end

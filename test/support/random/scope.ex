defmodule Honey.Test.Random.Scope do
  @moduledoc """
  What an expression of a random program can use: variables and functions, by type; maps; and what the module is for.
  """

  @type t :: %__MODULE__{}
  @type function_of :: {path :: [atom], name :: atom, arguments :: [term], result :: term}

  # variables: name => type. functions: those made before, of this module (an empty path) or of a
  # library. recursions: {name, state} of functions that call themselves. maps: those that may be used; with
  # none, variables of `defvar` may not be used either. streams?: has the kernel loops over maps? sums?: has the
  # module atomic additions, which those that raise on overflow have not? globals?: may variables of `defvar` be used?
  defstruct variables: %{},
            functions: [],
            recursions: [],
            maps: [],
            streams?: true,
            sums?: true,
            globals?: true

  @names ~w(p q r s t x y z)a

  @doc "Names for variables: few, so that bindings shadow each other."
  @spec names() :: [atom]
  def names, do: @names

  @doc """
  A name that no other binding has.

  What is bound within an expression can be read behind it, so such a binding must not change what
  another variable is.
  """
  @spec fresh() :: atom
  def fresh do
    count = Process.get(__MODULE__, 0)
    Process.put(__MODULE__, count + 1)
    :"v#{count}"
  end

  @doc "Begins a program: its names are counted from 0."
  @spec start() :: :ok
  def start do
    Process.put(__MODULE__, 0)
    :ok
  end

  @doc "The scope with a variable more."
  @spec put(t, atom, term) :: t
  def put(scope, name, type), do: %{scope | variables: Map.put(scope.variables, name, type)}

  @doc "The names of the variables of a type."
  @spec variables(t, term) :: [atom]
  def variables(scope, type), do: for({name, ^type} <- scope.variables, do: name)

  @doc "The functions with a result of the type."
  @spec functions(t, term) :: [function_of]
  def functions(scope, type),
    do: for({_, _, _, ^type} = function <- scope.functions, do: function)
end

defmodule Honey.Test.Oracle.Standard do
  @moduledoc """
  Functions of Elixir's own modules, for `Honey.Test.Oracle`: these functions themselves.

  Values are as the BEAM has them, but for functions, which are the oracle's own.
  """

  alias Honey.Test.Oracle
  alias Honey.Test.Oracle.State

  @modules [:binary, :Access, :Enum, :Integer, :List, :Map, :Range, :String, :Tuple]
  @kernel [:get_in, :is_map_key, :elem, :hd, :tl, :length, :map_size, :tuple_size, :put_elem] ++
            [:++, :byte_size, :bit_size, :binary_part, :is_function]

  @doc "The modules whose functions programs call."
  def modules, do: @modules

  @doc "The functions of Kernel that are here."
  def kernel, do: @kernel

  @turned [
    Kernel: :elem,
    Map: :delete,
    Map: :fetch,
    Map: :fetch!,
    Map: :has_key?,
    Map: :replace!
  ]

  @doc "Does Elixir make an Erlang function of it, whose data is its last argument?"
  def turned?(module, name), do: {module, name} in @turned

  @doc "Calls it: the value, whose type is this when it is an integer, or what it raises."
  @spec call(atom, atom, [term], term) :: {:ok, term} | {:raises, atom}
  def call(module, name, values, type) do
    value = apply(module(module), name, Enum.map(values, &native/1))
    if module == :Integer and is_integer(value), do: State.result(value, type), else: {:ok, value}
  rescue
    error -> {:raises, kind(error)}
  end

  defp module(:binary), do: :binary
  defp module(name), do: Module.concat([name])

  defp kind(%ArithmeticError{}), do: :arithmetic
  defp kind(%ArgumentError{}), do: :argument
  defp kind(%BadMapError{}), do: :bad_map
  defp kind(%Enum.EmptyError{}), do: :empty
  defp kind(%FunctionClauseError{}), do: :function_clause
  defp kind(%KeyError{}), do: :key
  defp kind(error), do: reraise(error, [])

  @doc "The value, a function being one that the BEAM can call."
  def native(value) do
    case Oracle.arity(value) do
      nil -> value
      0 -> fn -> Oracle.apply_value(value, []) end
      1 -> &Oracle.apply_value(value, [&1])
      2 -> &Oracle.apply_value(value, [&1, &2])
    end
  end
end

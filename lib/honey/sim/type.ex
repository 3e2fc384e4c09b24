defmodule Honey.Sim.Type do
  @moduledoc false
  # Elixir's terms, and the registers that they are in the intermediate representation.
  #
  # A value takes a register for its payload, unless its type is a single atom, and after that one
  # for its tag where its type has several parts. This is the one place that knows so: a type of
  # values that the compiler learns (export_type.c) is a clause of each of the four functions here.

  alias Honey.Sim.Integer

  @typedoc "The type of an argument as the compiler takes it: the list of its parts."
  @type argument :: [:s64 | :u64 | {:atom, atom} | {:error, argument}]

  @typedoc "A type as the compiler gives it: the list of its parts, each with its tag."
  @type t :: [{integer | nil, :integer | :atom | :error | :context | :text, term}]

  @type atoms :: %{ids: %{atom => integer}, names: %{integer => atom}}

  @doc """
  The type that a term has as an argument, when nothing else is said.

  nil is what a lookup gives that finds nothing: a type with nothing but nil would let the compiler
  refuse what only fails for nil.
  """
  @spec of(term) :: {:ok, argument} | :error
  def of(nil), do: {:ok, [:s64, {:atom, nil}]}
  def of(value) when is_boolean(value), do: {:ok, [{:atom, true}, {:atom, false}]}
  def of(value) when is_atom(value), do: {:ok, [{:atom, value}]}
  def of({:error, reason}) when is_atom(reason), do: {:ok, [{:error, [{:atom, reason}]}]}

  def of(value) when is_integer(value) do
    cond do
      Integer.fits?(value, :s64) -> {:ok, [:s64]}
      Integer.fits?(value, :u64) -> {:ok, [:u64]}
      true -> :error
    end
  end

  def of(_), do: :error

  @doc "The type that a user has written: `:u64`, `[:s64, nil]`, `:boolean`, `[:ok, {:error, :enoent}]`."
  @spec parse(term) :: {:ok, argument} | :error
  def parse(type) when type in [:s64, :u64], do: {:ok, [type]}
  def parse(:boolean), do: of(true)
  def parse(atom) when is_atom(atom), do: {:ok, [{:atom, atom}]}

  def parse({:error, reason}),
    do: with({:ok, parts} <- parse(reason), do: {:ok, [{:error, parts}]})

  def parse([_ | _] = types) do
    Enum.reduce_while(types, {:ok, []}, fn type, {:ok, parts} ->
      case parse(type) do
        {:ok, more} -> {:cont, {:ok, parts ++ more}}
        :error -> {:halt, :error}
      end
    end)
  end

  def parse(_), do: :error

  @doc "Whether the term is of the type."
  @spec member?(term, argument) :: boolean
  def member?(value, parts) when is_integer(value) do
    Enum.any?(parts, &(&1 in [:s64, :u64] and Integer.fits?(value, &1)))
  end

  def member?(value, parts) when is_atom(value), do: {:atom, value} in parts

  def member?({:error, reason}, parts) do
    Enum.any?(parts, &match?({:error, _}, &1)) and
      Enum.any?(parts, fn
        {:error, reasons} -> member?(reason, reasons)
        _ -> false
      end)
  end

  def member?(_, _), do: false

  @doc "The registers that hold a term, which is of the type."
  @spec encode(term, t, atoms) :: [integer]
  def encode(_value, [{_, :atom, id}], _atoms) when id != nil, do: []

  def encode(value, parts, atoms) do
    {tag, kind, of} = Enum.find(parts, &holds?(&1, value))
    payload = payload(kind, of, value, atoms)
    if match?([_], parts), do: [payload], else: [payload, tag]
  end

  defp holds?({_, :integer, _}, value), do: is_integer(value)
  defp holds?({_, :atom, _}, value), do: is_atom(value)
  defp holds?({_, :error, _}, value), do: is_tuple(value)
  defp holds?(_, _), do: false

  defp payload(:integer, type, value, _atoms), do: Integer.wrap(value, type)
  defp payload(:atom, _, value, atoms), do: Map.fetch!(atoms.ids, value)
  defp payload(:error, _, {:error, reason}, atoms), do: Map.fetch!(atoms.ids, reason)

  @doc "The term that registers hold."
  @spec decode([integer], t, atoms) :: term
  def decode([], [{_, :atom, id}], atoms), do: Map.fetch!(atoms.names, id)
  def decode([payload], [part], atoms), do: term(part, payload, atoms)

  def decode([payload, tag], parts, atoms),
    do: parts |> List.keyfind!(tag, 0) |> term(payload, atoms)

  defp term({_, :integer, _}, payload, _atoms), do: payload
  defp term({_, :atom, _}, payload, atoms), do: Map.fetch!(atoms.names, payload)
  defp term({_, :error, _}, payload, atoms), do: {:error, Map.fetch!(atoms.names, payload)}
end

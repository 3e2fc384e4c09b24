defmodule Honey.Sim.Var do
  @moduledoc false
  # The variables of `defvar`, on the BEAM: the bytes that each has now, by name.

  alias Honey.{Argument, Codec, Suggestion}

  @enforce_keys [:codec, :bytes]
  defstruct [:codec, :bytes]

  @type t :: %__MODULE__{codec: Codec.t(), bytes: binary}
  @type all :: %{atom => t}

  @doc "Those of a representation, with their defaults."
  @spec new([map], [map]) :: all
  def new(rows, structs) do
    Map.new(rows, fn row ->
      {row.name, %__MODULE__{codec: Codec.compile(row.type, structs), bytes: row.default}}
    end)
  end

  @doc "Sets variables by terms, as `vars:` has them."
  @spec put(all, Enumerable.t(), module) :: all
  def put(vars, values, module) do
    values = Argument.pairs!(values, "vars: has what variables are by their names")

    Enum.reduce(values, vars, fn {name, value}, vars ->
      var = fetch!(vars, name, module)

      case Codec.encode(var.codec, value) do
        {:ok, bytes} ->
          %{vars | name => %{var | bytes: bytes}}

        {:error, {_, problem}} ->
          raise ArgumentError, "vars: has #{inspect(name)}, of which #{problem}"
      end
    end)
  end

  @doc "What all of them are, as terms."
  @spec contents(all) :: %{atom => term}
  def contents(vars) do
    Map.new(vars, fn {name, var} -> {name, Codec.decode(var.codec, var.bytes)} end)
  end

  defp fetch!(vars, name, module) do
    case vars do
      %{^name => var} ->
        var

      _ ->
        known = vars |> Map.keys() |> Enum.sort() |> Enum.map_join(", ", &inspect/1)

        raise ArgumentError,
              "#{inspect(module)} has no variable #{inspect(name)}; it has " <>
                if(known == "", do: "none", else: known) <>
                Suggestion.did_you_mean(name, Map.keys(vars))
    end
  end
end

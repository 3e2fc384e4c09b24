defmodule Honey.Object.Variables do
  @moduledoc false
  # The variables of an object that is being loaded: which it has, what they are to be, where they then are. Of a module
  # the compiler has told them; of another ELF its types tell them, integers as such and all else as bytes.

  alias Honey.{Blueprint, Codec, Error, LoaderNif, Object, Var}

  # What the compiler has in an object for itself.
  @own "honey_"

  @doc "By their names, each with its codec and value; `bytes` of those that are not what the ELF has."
  @spec declared(reference(), Blueprint.t()) :: {:ok, %{atom() => map()}} | {:error, Error.t()}
  def declared(ref, blueprint) do
    with {:ok, vars} <- vars(ref, blueprint),
         do: give(vars, blueprint.given)
  end

  defp vars(_ref, %{module: module} = blueprint) when module != nil do
    {:ok,
     Map.new(blueprint.vars, fn var ->
       codec = Codec.compile(var.type, blueprint.types)
       {var.name, Map.merge(var, %{codec: codec, value: var.default, bytes: nil})}
     end)}
  end

  defp vars(ref, _blueprint) do
    case LoaderNif.object_vars(ref) do
      {:ok, rows} ->
        {:ok, for(row <- rows, var = of_elf(row), into: %{}, do: {var.name, var})}

      {:error, reason} ->
        {:error, Error.from_loader(:open, reason)}
    end
  end

  defp of_elf({@own <> _, _, _, _, _, _}), do: nil

  defp of_elf({elf_name, live?, _place, size, scalar, initial}) do
    codec = Codec.compile(if(scalar == :raw, do: {:binary, size}, else: scalar), [])

    %{
      name: String.to_atom(elf_name),
      elf_name: elf_name,
      live: live?,
      codec: codec,
      value: Codec.decode(codec, initial),
      bytes: nil
    }
  end

  defp give(vars, given) do
    Enum.reduce_while(given, {:ok, vars}, fn {name, value}, {:ok, vars} ->
      with {:ok, var} <- Object.named_var(vars, name),
           {:ok, bytes} <- Var.encode(name, var.codec, value) do
        {:cont, {:ok, %{vars | name => %{var | value: value, bytes: bytes}}}}
      else
        error -> {:halt, error}
      end
    end)
  end

  @doc "Before the object is loaded."
  @spec set(reference(), %{atom() => map()}) :: :ok | {:error, LoaderNif.reason()}
  def set(ref, vars) do
    Enum.reduce_while(vars, :ok, fn {_, var}, :ok ->
      case var.bytes && LoaderNif.var_set(ref, var.elf_name, var.bytes) do
        {:error, reason} -> {:halt, {:error, reason}}
        _ -> {:cont, :ok}
      end
    end)
  end

  @doc "When it is loaded: what it has of them from then on."
  @spec placed(reference(), %{atom() => map()}) ::
          {:ok, %{atom() => Var.t()}} | {:error, LoaderNif.reason()}
  def placed(ref, vars) do
    with {:ok, rows} <- LoaderNif.object_vars(ref) do
      places = for {elf_name, true, place, _, _, _} <- rows, into: %{}, do: {elf_name, place}

      {:ok,
       Map.new(vars, fn {name, var} ->
         fields = Map.take(var, [:name, :live, :codec, :value])
         {name, struct!(Var, Map.put(fields, :offset, places[var.elf_name]))}
       end)}
    end
  end
end

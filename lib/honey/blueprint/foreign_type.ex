defmodule Honey.Blueprint.ForeignType do
  @moduledoc false
  # What somebody says of keys and values of maps that Honey has not compiled: types as `defmap` takes them, as far as
  # it needs no compiler to know how they lie in memory. Structs are those of `deftype`, which a compiled
  # module has, with their layout.

  alias Honey.Blueprint

  @integers [:u8, :u16, :u32, :u64, :s8, :s16, :s32, :s64]
  @plain [:binary, :bool, :ipv4, :ipv6 | @integers]

  @doc "The types as `Honey.Codec` takes them, and the structs that they name; or `:error`."
  @spec resolve(term()) :: {:ok, term(), [map()]} | :error
  def resolve(type) when type in @plain, do: {:ok, type, []}

  def resolve({kind, size}) when kind in [:string, :binary] and is_integer(size) and size > 0,
    do: {:ok, {kind, size}, []}

  def resolve({:be, type}) when type in [:u16, :u32, :u64], do: {:ok, {:be, type}, []}

  def resolve({:array, type, n}) when is_integer(n) and n > 0 and type != :binary do
    with {:ok, type, structs} <- resolve(type), do: {:ok, {:array, type, n}, structs}
  end

  def resolve(module) when is_atom(module) do
    with [_, _ | _] = parts <- split(module),
         parent = parts |> Enum.drop(-1) |> Module.concat(),
         true <- Blueprint.honey?(parent),
         types = parent.__honey__(:types),
         true <- Enum.any?(types, &(&1.name == module)) do
      {:ok, {:struct, module}, types}
    else
      _ -> :error
    end
  end

  def resolve(_other), do: :error

  defp split(module) do
    Module.split(module)
  rescue
    ArgumentError -> []
  end

  @doc "What it takes, in words."
  @spec expected() :: String.t()
  def expected do
    "the types are #{Enum.map_join(@plain, ", ", &inspect/1)}, {:be, :u16}, {:string, n}, {:binary, n}, " <>
      "{:array, type, n}, and a struct of `deftype`, in which there may be tuples and enums, too"
  end
end

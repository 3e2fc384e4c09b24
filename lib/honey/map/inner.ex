defmodule Honey.Map.Inner do
  @moduledoc false
  # The maps that a `:bpf_array_of_maps` or `:bpf_hash_of_maps` has as its values: how they are made and
  # opened. In the kernel's map they are numbers.

  alias Honey.LoaderNif

  @enforce_keys [:object, :row, :structs]
  defstruct [:object, :row, :structs]

  @typedoc "The object's reference, the row of its compiled module, and the struct types that this names."
  @type t :: %__MODULE__{object: reference(), row: map(), structs: [map()]}

  @spec new(reference(), map(), [map()]) :: t
  def new(object, row, structs), do: %__MODULE__{object: object, row: row, structs: structs}

  @doc "A new map without entries; the name is that of the outer one."
  @spec create(t, atom) :: {:ok, Honey.Map.t()} | {:error, term}
  def create(%__MODULE__{row: row} = inner, name) do
    template = {row.number, row.key_size, row.value_size, row.max_entries, row.flags, row.node}

    open(inner, name, nil, &LoaderNif.map_create(inner.object, template, &1, &2))
  end

  @doc "The map of the kernel's number, which the outer one has. It goes on as long as that one does, in whichever object."
  @spec open(Honey.Map.t(), non_neg_integer) :: {:ok, Honey.Map.t()} | {:error, term}
  def open(%{inner: %__MODULE__{} = inner} = outer, id),
    do: open(inner, outer.name, id, &LoaderNif.map_open_id(outer.ref, id, &1, &2))

  defp open(%{row: row, structs: structs}, name, id, opener),
    do: Honey.Map.Opening.inner(row, name, id, structs, opener)
end

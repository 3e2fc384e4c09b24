defmodule Honey.Events.Ring do
  @moduledoc """
  A ring of events of an object, as `:rings` of a `Honey.Object` has it.

  Fields that may be read:

    * `:name`, `:size` in bytes - of a perf event array of the buffer of each CPU -, `:id`, which is the
      kernel's number of the map
    * `:types` - the struct types of its records, in the order of their numbers

  It is read from the object:

      object = Honey.load!(Execs)
      object.rings.events   #=> #Honey.Events.Ring<name: :events, size: 262144, types: [Execs.Exec], ...>
  """

  @enforce_keys [:object, :module, :name, :elf_name, :size, :id, :types, :structs, :first_lost]
  @derive {Inspect, only: [:name, :size, :types]}
  defstruct @enforce_keys

  @typedoc "A ring; the fields that are not described above are Honey's own."
  @type t :: %__MODULE__{
          object: String.t(),
          module: module() | nil,
          name: atom(),
          elf_name: binary(),
          size: pos_integer(),
          id: non_neg_integer(),
          types: [module()],
          structs: [map()],
          first_lost: non_neg_integer()
        }

  @doc false
  @spec new(map(), Honey.LoaderNif.map_row(), Honey.Blueprint.t()) :: t()
  def new(declared, row, blueprint) do
    %__MODULE__{
      object: blueprint.name,
      module: blueprint.module,
      name: declared.name,
      elf_name: declared.elf_name,
      size: declared.max_entries,
      id: elem(row, 7),
      types: Enum.map(declared.types, fn {:struct, name} -> name end),
      structs: blueprint.types,
      first_lost: declared.lost
    }
  end
end

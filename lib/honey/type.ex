defmodule Honey.Type do
  @moduledoc """
  The types of data in memory: what a map's keys and values are, and the fields of a struct.

  | type | in memory | in Elixir |
  | --- | --- | --- |
  | `:u8`, `:u16`, `:u32`, `:u64` | an unsigned integer | an integer |
  | `:s8`, `:s16`, `:s32`, `:s64` | a signed integer | an integer |
  | `:bool` | a byte, 0 or 1 | `true`, `false` |
  | `{:enum, [:a, :b]}` | 0, 1 as `:u32` | `:a`, `:b` |
  | `{:enum, a: 1, b: 2}` | 1, 2 as `:u32`; 0 | `:a`, `:b`; `nil` |
  | `{:enum, members, :u8}` | the same, stored as `:u8` | |
  | `{:array, type, n}` | `n` elements, one after the other | a list of `n` |
  | `{:string, n}` | `n` bytes, NULs after the text | a binary of at most `n` bytes without NUL |
  | `{:binary, n}` | `n` bytes, of any values | a binary of just `n` bytes |
  | `{:u32, :u64}`, a tuple of types | a C struct of these | `{1, 2}` |
  | `{:be, :u16}`, `:u32`, `:u64` | an unsigned integer, its highest byte first | an integer |
  | `:ipv4` | 4 bytes, aligned as a `:u32` | `{10, 0, 0, 1}`, as `:inet` has it |
  | `:ipv6` | 8 times `{:be, :u16}`, aligned as a `:u32` | `{0xFE80, 0, 0, 0, 0, 0, 0, 1}` |
  | `:mac` | 6 bytes | a binary of 6 bytes |
  | `{:lpm, address}`, of `:ipv4`, `:ipv6` or `{:binary, n}` | the length as `:u32`, and the address | `{{10, 0, 0, 0}, 8}` |
  | `Event`, of `deftype Event, ...` | a C struct | `%Event{}` |
  | `:spin_lock`, in `deftype` alone | the kernel's lock, behind the other fields | nothing: `Honey.with_lock/3` |
  | `:timer`, in `deftype` alone | a timer of the kernel's, behind the other fields | nothing: `Honey.Timer` |

  They stand in `deftype`, in `key_type:` and `value_type:` of `defmap`, in `defvar`, and where a helper reads memory:

      deftype Flow, source: :ipv4, port: {:be, :u16}, state: {:enum, [:new, :open, :closed]}
      defmap :flows, :bpf_hash, max_entries: 1024, key_type: {:ipv4, :u16}, value_type: Flow
      defvar :ports, {:array, :u16, 4}

  Layouts are C's for the target: sizes and alignments are those of the System V ABI, and gaps (padding) are zero. What they came to
  is in `MyModule.__honey__(:types)`, in bytes. A term that does not fit its type is refused by `Honey.Map`, `Honey.Var` and
  the others that take one, with reason `:type`, `:range` or `:size`; in a program, an integer that does not fit keeps its lowest bits.
  [guides/types.md](types.md) goes through all of them.
  """

  @integers [:u8, :u16, :u32, :u64, :s8, :s16, :s32, :s64]

  # What begins with one of these is no tuple of types.
  @forms [:string, :binary, :array, :enum, :be, :lpm]

  # Fields of these types are the kernel's: no struct has them.
  @hidden [:spin_lock, :timer]

  @doc """
  The value whose bytes are all zero, which is the default of a field; `nil` for what is no type.

      iex> Honey.Type.zero({:array, :u8, 2})
      [0, 0]
  """
  @spec zero(term) :: term
  def zero(type) when type in @integers, do: 0
  def zero(:bool), do: false
  def zero({:string, _}), do: ""
  def zero({:binary, n}) when n in 1..8192, do: <<0::size(n)-unit(8)>>
  def zero({:array, type, n}) when n in 1..8192, do: List.duplicate(zero(type), n)
  def zero({:be, type}) when type in [:u16, :u32, :u64], do: 0
  def zero(:ipv4), do: {0, 0, 0, 0}
  def zero(:ipv6), do: {0, 0, 0, 0, 0, 0, 0, 0}
  def zero(:mac), do: <<0::48>>
  def zero({:lpm, address}), do: {zero(address), 0}
  def zero({:enum, members}), do: zero({:enum, members, :u32})

  # What is no list is refused where it is declared.
  def zero({:enum, members, _}) when is_list(members) do
    members = if List.improper?(members), do: [], else: members
    members |> Enum.map_reduce(0, &member/2) |> elem(0) |> Enum.find_value(&zero_member/1)
  end

  def zero(types) when is_tuple(types) and elem(types, 0) not in @forms,
    do: types |> Tuple.to_list() |> Enum.map(&zero/1) |> List.to_tuple()

  def zero(module) when is_atom(module) do
    if function_exported?(module, :__honey_type__, 0), do: struct(module)
  end

  def zero(_), do: nil

  defp member({name, number}, _next) when is_integer(number), do: {{name, number}, number + 1}
  defp member(name, next), do: {{name, next}, next + 1}

  defp zero_member({name, 0}), do: name
  defp zero_member(_), do: nil

  @doc false
  # The source of types with `{:%, Event}` for each `%Event{}`, which the compiler refuses with what was
  # meant; Elixir only says that the struct is not there yet.
  @spec without_structs(Macro.t()) :: Macro.t()
  def without_structs(source) do
    Macro.prewalk(source, fn
      {:%, _, [name, {:%{}, _, _}]} -> {:%, name}
      node -> node
    end)
  end

  @doc false
  # The fields of `defstruct` for those of `deftype`.
  @spec defaults(term) :: keyword
  def defaults(fields) do
    # `deftype` refuses a field `__struct__`, in words that are better than Elixir's.
    if Keyword.keyword?(fields),
      do:
        for(
          {name, type} <- Enum.uniq_by(fields, &elem(&1, 0)),
          name != :__struct__,
          type not in @hidden,
          do: {name, zero(type)}
        ),
      else: []
  end

  @doc """
  The type that the compiler gives in `__honey__(:maps)`, as it was written: a tuple without its offsets.

      iex> Honey.Type.written({:tuple, 16, [{0, :u32}, {8, :u64}]})
      {:u32, :u64}
  """
  @spec written(term) :: term
  def written({:tuple, _size, elements}) when is_list(elements),
    do: elements |> Enum.map(fn {_, type} -> written(type) end) |> List.to_tuple()

  def written({:array, type, n}), do: {:array, written(type), n}
  def written(type), do: type

  @doc false
  # Whether a term can be given to the compiler: it has nothing that lives in this VM only.
  @spec plain?(term) :: boolean
  def plain?(term) when is_atom(term) or is_number(term) or is_bitstring(term), do: true
  def plain?(term) when is_tuple(term), do: term |> Tuple.to_list() |> plain?()
  def plain?(term) when is_map(term), do: term |> Map.to_list() |> plain?()
  def plain?([]), do: true
  def plain?([first | rest]), do: is_list(rest) and plain?(first) and plain?(rest)
  def plain?(_), do: false

  @doc false
  # Whether such a term has a list in it that ends in something else than a list.
  @spec improper?(term) :: boolean
  def improper?(term) when is_tuple(term), do: term |> Tuple.to_list() |> improper?()
  def improper?(term) when is_map(term), do: term |> Map.to_list() |> improper?()
  def improper?([first | rest]), do: not is_list(rest) or improper?(first) or improper?(rest)
  def improper?(_), do: false

  @doc false
  # Every module that a type, or anything else made of tuples and lists, names.
  @spec modules(term) :: [module]
  def modules(type) when is_atom(type) do
    case Atom.to_string(type) do
      "Elixir." <> _ -> [type]
      _ -> []
    end
  end

  def modules(type) when is_tuple(type), do: type |> Tuple.to_list() |> modules()
  # Also of a list that ends otherwise, which is refused later.
  def modules([type | types]), do: modules(type) ++ modules(types)
  def modules(_), do: []

  @doc false
  # The type with one module for another.
  @spec replace(term, module, module) :: term
  def replace(type, type, other), do: other

  def replace(type, from, to) when is_tuple(type),
    do: type |> Tuple.to_list() |> replace(from, to) |> List.to_tuple()

  def replace([type | types], from, to), do: [replace(type, from, to) | replace(types, from, to)]

  def replace(type, _from, _to), do: type

  @doc false
  # The definitions of the types that are named here, and of those that these name, of whichever
  # modules; `known` has those that are there already.
  @spec reach([module], [map]) :: [map]
  def reach(modules, known) do
    modules = Enum.uniq(modules) -- Enum.map(known, & &1.name)

    case Enum.flat_map(modules, &definition/1) do
      [] ->
        known

      found ->
        reach(Enum.flat_map(found, &modules(Keyword.values(&1.fields))), known ++ found)
    end
  end

  defp definition(module) do
    with {:module, _} <- Code.ensure_compiled(module),
         true <- function_exported?(module, :__honey_type__, 0) do
      [module.__honey_type__()]
    else
      _ -> []
    end
  end
end

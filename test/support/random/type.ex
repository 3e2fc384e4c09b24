defmodule Honey.Test.Random.Type do
  @moduledoc """
  The types that random programs are made of.

    * `:s64`, `:u64` - an integer of the compiler's type
    * `:boolean`, `:color` - an atom
    * `:text` - a string of at most eight bytes
    * `:long` - one of at most 24
    * `{:maybe, type}` - that, or nil
    * `:mixed` - an integer, an atom, nil or a boolean
    * `:status` - `:ok` or `{:error, reason}`
    * `{:tuple, types}`, `{:list, types}`, `{:fields, keys and types}` - data; the last is a map
    * `{:tagged, labels and types}` - `{:label, ...}` or, without types, `:label`
    * `{:struct, name}` - a struct of `deftype`; `structs/0` has them
    * `{:array, type}` - what a field that is an array gives, three elements
    * `{:bytes, size}` - a binary of just so many bytes
    * `:slice` - a binary of any size: a string, bytes, a part of a packet; of variables and arguments only
    * `:range` - a range, of variables only
    * `{:fun, types, type}` - a function of these arguments with this result

  A new type is a row of `scalars/0` or `data/0`, a clause of `leaf/2`, one of
  `Honey.Test.Random.Pattern.literal/3`, and ways to make it.
  """

  import Honey.Test.Random.Chance
  import Honey.Test.Random.Node

  alias Honey.Test.Random.{Bytes, Scope}

  @type t :: atom | {atom, term} | {:fun, [t], t}
  # `{:types, types}` is a tuple in memory.
  @type storage :: atom | {atom, term} | {:array, storage, pos_integer}

  @colors [:red, :green, :blue]
  @reasons [:enoent, :eexist, :e2big, :bad]
  @texts ["", "a", "ab", "eth0", "eth12", "kworker", "12345678", "wlan"]

  @scalars [:s64, :s64, :s64, :u64, :boolean, :color, {:maybe, :s64}, {:maybe, :u64}] ++
             [:mixed, :status, :text]
  @data [
    {:tuple, [:s64, {:maybe, :s64}]},
    {:tuple, [:color, {:tuple, [:s64, :u64]}]},
    {:maybe, {:tuple, [:s64, :s64]}},
    {:list, [:s64, :boolean, :s64]},
    {:list, [:s64, :s64, :s64]},
    {:fields, [low: :s64, high: :s64]},
    {:fields, [a: :s64, b: {:maybe, :s64}]},
    {:fields, [a: :u64, c: {:tuple, [:s64, :mixed]}]},
    {:tuple, [:s64, :s64]},
    {:bytes, 4},
    {:bytes, 6},
    {:fields, [n: :s64, inner: {:fields, [low: :s64, high: :s64]}]},
    {:tagged, [ok: [{:tagged, [some: [:s64], none: []]}], error: [{:tuple, [:color, :s64]}]]},
    {:tagged, [ok: [:s64], none: [], pair: [:s64, :u64], nested: [{:tuple, [:s64, :s64]}]]}
  ]

  # The fields, with their types in memory.
  @structs [
    Inner: [x: :s16, y: :u64, tone: {:enum, [:red, :green, :blue]}],
    Outer: [
      inner: {:struct, :Inner},
      list: {:array, :u32, 3},
      name: {:string, 8},
      urgent: :bool,
      total: :s64
    ],
    Flow: [
      from: {:binary, 4},
      port: {:be, :u16},
      ends: {:types, [{:be, :u32}, :s8]},
      mac: {:binary, 6},
      label: {:string, 8},
      delta: :s8,
      title: {:string, 24}
    ],
    Stat: [
      count: :u64,
      total: :s64,
      least: :s32,
      flags: :u16,
      seen: :bool,
      tone: {:enum, [:red, :green, :blue]},
      name: {:string, 8}
    ]
  ]

  @doc "Types whose values a program can end with."
  @spec scalars() :: [t]
  def scalars, do: @scalars

  @doc "Types with parts."
  @spec data() :: [t]
  def data, do: @data ++ for({name, _} <- @structs, do: {:struct, name})

  @doc "All types that any expression may be asked for."
  @spec all() :: [t]
  def all,
    do:
      @scalars ++
        @data ++
        for({name, _} <- @structs, do: {:struct, name}) ++ [{:maybe, {:struct, :Inner}}]

  @doc "The structs, and the fields of each with their types in memory."
  @spec structs() :: [{atom, [{atom, storage}]}]
  def structs, do: @structs

  @doc "The fields of a struct, with the types that they have in expressions."
  @spec fields(atom) :: [{atom, t}]
  def fields(struct), do: for({name, storage} <- @structs[struct], do: {name, of(storage)})

  @doc "The type in expressions of what is stored so."
  @spec of(storage) :: t
  def of(:u64), do: :u64
  def of(:bool), do: :boolean
  def of({:enum, @colors}), do: :color
  def of({:string, 24}), do: :long
  def of({:string, _}), do: :text
  def of({:binary, size}), do: {:bytes, size}
  def of({:be, :u64}), do: :u64
  def of({:types, types}), do: {:tuple, Enum.map(types, &of/1)}
  def of({:array, storage, 3}), do: {:array, of(storage)}
  def of({:struct, _} = type), do: type
  def of(_narrower), do: :s64

  @doc "A list of three integers, as most functions of `Enum` take and give them."
  @spec three() :: t
  def three, do: {:list, [:s64, :s64, :s64]}

  @doc "A map of two integers."
  @spec low_and_high() :: t
  def low_and_high, do: {:fields, [low: :s64, high: :s64]}

  @spec colors() :: [atom]
  def colors, do: @colors

  @spec reasons() :: [atom]
  def reasons, do: @reasons

  @spec texts() :: [String.t()]
  def texts, do: @texts

  @doc "Can a value of the type be nil?"
  @spec nilable?(t) :: boolean
  def nilable?({:maybe, _}), do: true
  def nilable?(:mixed), do: true
  def nilable?(_), do: false

  @doc "The least expression of the type."
  @spec leaf(t, Scope.t()) :: Macro.t()
  def leaf(:s64, _scope), do: signed_literal()
  def leaf(:boolean, _scope), do: pick([true, false])
  def leaf(:color, _scope), do: pick(@colors)
  def leaf(type, _scope) when type in [:text, :long, :slice], do: pick(@texts)
  def leaf({:maybe, _}, _scope), do: nil
  def leaf(:mixed, _scope), do: pick([nil, true, false, 5, -1 | @colors])
  def leaf(:status, _scope), do: if(chance(2), do: :ok, else: {:error, pick(@reasons)})

  # A small literal would be of the type of what stands beside it.
  def leaf(:u64, scope) do
    case Scope.variables(scope, :u64) do
      [] -> pick([0x8000000000000000, 0xFFFFFFFFFFFFFFFF, 9_223_372_036_854_775_809])
      names -> var(pick(names), :u64)
    end
  end

  def leaf({:bytes, size}, _scope), do: Bytes.literal(size)
  def leaf({:array, type}, scope), do: for(_ <- 1..3, do: leaf(type, scope))
  def leaf({:struct, _} = type, _scope), do: build(type, [])

  def leaf({:fun, types, result}, scope) do
    names = for i <- 1..length(types)//1, do: {:"_#{i}", [], nil}
    {:fn, [t: {:fun, types, result}], [{:->, [], [names, leaf(result, scope)]}]}
  end

  def leaf(type, scope), do: build(type, &leaf(&1, scope))

  @doc "Data of the type, with what `make` gives for each part, or a struct with these fields."
  @spec build(t, (t -> Macro.t()) | keyword) :: Macro.t()
  def build({:tuple, types} = type, make), do: {:{}, [t: type], Enum.map(types, make)}

  def build({:list, types}, make) do
    [first | rest] = Enum.map(types, make)
    if chance(3), do: [{:|, [], [first, rest]}], else: [first | rest]
  end

  def build({:fields, fields} = type, make),
    do: {:%{}, [t: type], for({key, type} <- fields, do: {key, make.(type)})}

  def build({:tagged, labels} = type, make) do
    case pick(labels) do
      {label, []} -> label
      {label, types} -> {:{}, [t: type], [label | Enum.map(types, make)]}
    end
  end

  def build({:struct, name} = type, fields) when is_list(fields),
    do: {:%, [t: type], [{:__aliases__, [], [name]}, {:%{}, [], fields}]}

  def build({:struct, name} = type, make) do
    fields = name |> fields() |> Enum.filter(fn _ -> not chance(3) end)
    build(type, for({field, type} <- fields, do: {field, make.(type)}))
  end

  defp signed_literal do
    pick([
      Enum.random(-3..10),
      Enum.random(-3..10),
      Enum.random(-100..1000),
      pick([0x7FFFFFFFFFFFFFFF, -0x8000000000000000, 0xFFFFFFFF, -0x80000000, 63, 64])
    ])
  end
end

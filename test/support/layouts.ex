defmodule Honey.Test.Layouts do
  @moduledoc """
  Types of every shape: what they are in C, and their values, as terms and in a program.

  A value is of a seed from 1 to 100. All bytes of its numbers are the seed, so that none is where a gap is
  unless it was put there.
  """

  @type type :: term

  # What a struct of these fields is named is up to the caller.
  @sizes [1, 2, 4, 8]

  @doc "Every sequence of one to four fields of 1, 2, 4 and 8 bytes, signs in turn."
  @spec sequences() :: [[atom]]
  def sequences do
    for count <- 1..4, sizes <- sequences(count) do
      for {size, n} <- Enum.with_index(sizes), do: integer(size, rem(n, 2) == 1)
    end
  end

  defp sequences(0), do: [[]]
  defp sequences(count), do: for(size <- @sizes, rest <- sequences(count - 1), do: [size | rest])

  defp integer(size, false), do: String.to_atom("u#{8 * size}")
  defp integer(size, true), do: String.to_atom("s#{8 * size}")

  @doc "Fields that are more than an integer, beside others that make gaps."
  @spec mixed() :: [[type]]
  def mixed do
    inner = [
      {:u8, :u32},
      {:u64, :u8},
      {:u8, {:u16, {:u8, :u64}}},
      {:array, :u16, 3},
      {:array, {:u8, :u16}, 2},
      {:array, {:u32, :u8}, 2},
      {:string, 5},
      {:binary, 3},
      :bool,
      {:enum, [a: 0, b: 300], :u16},
      {:be, :u16},
      {:be, :u32},
      {:be, :u64},
      :ipv4,
      :ipv6,
      :mac,
      {:lpm, :ipv4},
      {:lpm, :ipv6},
      {:lpm, {:binary, 6}}
    ]

    Enum.flat_map(inner, &[[&1], [:u8, &1], [&1, :u8], [:u8, &1, :u64], [:u16, &1, :u8]])
  end

  @doc "The declaration of `name` with this type in C, where a compiler lays it out."
  @spec declaration(type, String.t()) :: String.t()
  def declaration({:string, n}, name), do: "char #{name}[#{n}]"
  def declaration({:binary, n}, name), do: "char #{name}[#{n}]"
  def declaration({:array, type, n}, name), do: declaration(type, "#{name}[#{n}]")
  def declaration({:enum, _, type}, name), do: declaration(type, name)
  def declaration({:be, type}, name), do: declaration(type, name)
  def declaration(:bool, name), do: "_Bool #{name}"
  def declaration(:mac, name), do: "unsigned char #{name}[6]"
  # struct in_addr, and struct in6_addr with its union.
  def declaration(:ipv4, name), do: "struct { unsigned int s_addr; } #{name}"

  def declaration(:ipv6, name),
    do: "struct { union { unsigned char a[16]; unsigned int b[4]; } in6_u; } #{name}"

  def declaration({:lpm, address}, name),
    do: "struct { unsigned int prefixlen; #{declaration(address, "data")}; } #{name}"

  def declaration(tuple, name) when is_tuple(tuple),
    do: "struct { #{fields(Tuple.to_list(tuple))} } #{name}"

  def declaration(integer, name) do
    {sign, size} = integer |> Atom.to_string() |> String.split_at(1)
    c = %{"8" => "char", "16" => "short", "32" => "int", "64" => "long long"}[size]
    "#{if sign == "u", do: "unsigned", else: "signed"} #{c} #{name}"
  end

  @doc "The members of a C struct: m0, m1, ..."
  @spec fields([type]) :: String.t()
  def fields(types) do
    types
    |> Enum.with_index()
    |> Enum.map_join(" ", fn {type, n} -> declaration(type, "m#{n}") <> ";" end)
  end

  @doc "The value of a seed."
  @spec term(type, 1..100) :: term
  def term({:string, _}, seed), do: if(seed > 50, do: "abc", else: "de")
  def term({:binary, n}, seed), do: :binary.copy(<<seed>>, n)
  def term({:array, type, n}, seed), do: List.duplicate(term(type, seed), n)
  def term({:enum, _, _}, seed), do: if(seed > 50, do: :a, else: :b)
  def term({:be, type}, seed), do: term(type, seed)
  def term(:bool, seed), do: seed > 50
  def term(:mac, seed), do: term({:binary, 6}, seed)
  def term(:ipv4, seed), do: {seed, 2, seed, 4}
  def term(:ipv6, seed), do: {seed, 2, 3, 4, 5, 6, 7, seed}
  def term({:lpm, address}, seed), do: {term(address, seed), seed |> rem(32)}

  def term(tuple, seed) when is_tuple(tuple),
    do: tuple |> Tuple.to_list() |> Enum.map(&term(&1, seed)) |> List.to_tuple()

  def term(integer, seed), do: seed * ones(integer)

  # 0x01010101
  defp ones(integer) do
    {_, bits} = integer |> Atom.to_string() |> String.split_at(1)
    div(2 ** String.to_integer(bits) - 1, 255)
  end

  @doc "The same in a program, of the variable `seed`."
  @spec source(type, String.t()) :: String.t()
  def source({:string, _}, seed), do: "if(#{seed} > 50, do: \"abc\", else: \"de\")"
  def source({:binary, n}, seed), do: "<<#{Enum.map_join(1..n, ", ", fn _ -> seed end)}>>"

  def source({:array, type, n}, seed),
    do: "[#{Enum.map_join(1..n, ", ", fn _ -> source(type, seed) end)}]"

  def source({:enum, _, _}, seed), do: "if(#{seed} > 50, do: :a, else: :b)"
  def source({:be, type}, seed), do: source(type, seed)
  def source(:bool, seed), do: "#{seed} > 50"
  def source(:mac, seed), do: source({:binary, 6}, seed)
  def source(:ipv4, seed), do: "{#{seed}, 2, #{seed}, 4}"
  def source(:ipv6, seed), do: "{#{seed}, 2, 3, 4, 5, 6, 7, #{seed}}"
  def source({:lpm, address}, seed), do: "{#{source(address, seed)}, rem(#{seed}, 32)}"

  def source(tuple, seed) when is_tuple(tuple),
    do: "{#{tuple |> Tuple.to_list() |> Enum.map_join(", ", &source(&1, seed))}}"

  def source(integer, seed), do: "#{seed} * #{ones(integer)}"
end

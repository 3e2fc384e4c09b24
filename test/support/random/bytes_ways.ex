defmodule Honey.Test.Random.BytesWays do
  @moduledoc "Binaries of a constant size, strings, and parts of them: guides/packets.md."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Bytes, Scope, Type}

  @prefixes ["e", "eth", "kwork", "", "ab", "\0"]

  @doc false
  def ways({:bytes, _}), do: [:build, :build, :field, :literal, :taken]
  def ways({:maybe, {:bytes, _}}), do: [:inner]
  def ways(:slice), do: [:any, :any]
  def ways(:long), do: [:joined, :joined, :short, :field]
  def ways(:s64), do: [:size, :read, :read, :at, :walk]
  def ways(:boolean), do: [:compare, :compare, :begins]
  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:build, {:bytes, size}, scope, fuel), do: Bytes.build(size, scope, fuel)
  def make(:joined, :long, scope, fuel), do: joined(scope, fuel)
  def make(:short, :long, scope, fuel), do: expression(:text, scope, fuel)
  def make(:any, :slice, scope, fuel), do: binary(scope, fuel)
  def make(:literal, {:bytes, size}, _scope, _fuel), do: Bytes.literal(size)
  def make(:inner, {:maybe, type}, scope, fuel), do: expression(type, scope, fuel)

  def make(:field, type, scope, fuel),
    do: Honey.Test.Random.RecordWays.make(:field, type, scope, fuel)

  # A part of a larger one.
  def make(:taken, {:bytes, size} = type, scope, fuel) do
    name = Scope.fresh()
    part = {:"::", [], [var(name, type), {:-, [], [{:binary, [], nil}, size]}]}
    skipped = {:"::", [], [var(:_, :bits), 8 * Enum.random(0..(6 - size))]}
    rest = {:"::", [], [var(:_, :slice), {:binary, [], nil}]}
    pattern = {:<<>>, [], [skipped, part, rest]}
    whole = expression({:bytes, 6}, scope, fuel)
    {:case, [t: type], [whole, [do: [clause([pattern], [], var(name, type))]]]}
  end

  def make(:size, type, scope, fuel),
    do: {pick([:byte_size, :bit_size]), [t: type], [binary(scope, fuel)]}

  def make(:read, type, scope, fuel) do
    half = div(fuel, 2)

    clauses =
      for _ <- 1..pick([1, 1, 2]) do
        {pattern, inner} = Bytes.open_pattern(scope)
        clause([pattern], Honey.Test.Random.Guard.some(inner, 4), expression(type, inner, half))
      end

    last = clause([var(:_, :slice)], [], expression(type, scope, half))
    {:case, [t: type], [binary(scope, half), [do: clauses ++ [last]]]}
  end

  # Raises behind the end.
  def make(:at, type, scope, fuel) do
    index = pick([0, 1, 3, operation(:&&&, [expression(:s64, scope, 1), 7])])

    case pick([:at, :first, :last]) do
      :at -> erlang(:at, [whole(scope, fuel), index], type)
      name -> erlang(name, [whole(scope, fuel)], type)
    end
  end

  def make(:walk, type, scope, fuel) do
    [element, acc] = Enum.take_random(Scope.names(), 2)
    {segments, inner} = generated(element, scope)
    generator = {:<<>>, [], segments ++ [{:<-, [], [last(element), whole(scope, div(fuel, 2))]}]}
    inner = Scope.put(inner, acc, type)
    clause = clause([var(acc, type)], [], expression(type, inner, div(fuel, 2)))
    first = expression(type, scope, 1)
    {:for, [t: type], [generator, [reduce: first, do: [clause]]]}
  end

  def make(:compare, type, scope, fuel) do
    half = div(fuel, 2)

    {left, right} =
      case pick([:bytes, :bytes, :literal, :text]) do
        :bytes -> {expression({:bytes, 4}, scope, half), expression({:bytes, 4}, scope, half)}
        :literal -> {binary(scope, half), pick([Bytes.literal(4), "eth0", "", "ab"])}
        :text -> {joined(scope, half), joined(scope, half)}
      end

    if chance(4),
      do: {:in, [t: type], [left, [pick(["eth0", "ab"]), Bytes.literal(4)]]},
      else: {pick([:==, :!=]), [t: type], [left, right]}
  end

  def make(:begins, type, scope, fuel) do
    name = pick([:starts_with?, :ends_with?])
    what = if chance(3), do: Enum.take_random(@prefixes, 2), else: pick(@prefixes)
    remote([:String], name, [whole(scope, fuel), what], type)
  end

  defp generated(element, scope) do
    inner = Scope.put(scope, element, :s64)
    if chance(3), do: {[{:"::", [], [pick([0, 1, var(:_, :bits)]), 8]}], inner}, else: {[], inner}
  end

  defp last(element), do: {:"::", [], [var(element, :s64), pick([8, 8, 8, 16, 4])]}

  defp erlang(name, arguments, type), do: {{:., [], [:binary, name]}, [t: type], arguments}

  ## Any binary

  # A string, or bytes; with parts of them, or without.
  defp binary(scope, fuel) do
    slices = Scope.variables(scope, :slice)

    case pick([:whole, :whole, :slice, :slice, :part, :long, :called]) do
      :slice when slices != [] -> var(pick(slices), :slice)
      :part -> part(scope, fuel)
      :long -> expression(:long, scope, fuel)
      :called -> called(scope, fuel)
      _ -> whole(scope, fuel)
    end
  end

  defp called(scope, fuel) do
    case Honey.Test.Random.FunctionWays.make(:call, :slice, scope, fuel) do
      :none -> whole(scope, fuel)
      call -> call
    end
  end

  defp whole(scope, fuel),
    do: expression(pick([:text, :text, {:bytes, 4}, {:bytes, 6}]), scope, fuel)

  defp part(scope, fuel) do
    [from, size] = pick([[0, 1], [0, 2], [1, 2], [2, 0], [0, 4]])
    {:binary_part, [t: :slice], [whole(scope, fuel), from, size]}
  end

  # Longer than a field.
  defp joined(scope, fuel) do
    half = div(fuel, 2)
    text = expression(:text, scope, half)

    case pick([:before, :behind, :both, :interpolated, :converted, :number]) do
      :before -> {:<>, [t: :long], [pick(Type.texts()), text]}
      :behind -> {:<>, [t: :long], [text, pick(Type.texts())]}
      :both -> {:<>, [t: :long], [text, {:<>, [t: :long], ["-", expression(:text, scope, half)]}]}
      :interpolated -> {:<<>>, [t: :long], ["i:", interpolated(text), interpolated("/0")]}
      :converted -> {:<<>>, [t: :long], ["i:", interpolated(shown(scope, half)), "/0"]}
      :number -> remote([:Integer], :to_string, [expression(:s64, scope, half)], :long)
    end
  end

  # What becomes a string of 20 bytes at most.
  defp shown(scope, fuel) do
    types = [:s64, :u64, :color, :boolean, :mixed, {:maybe, :s64}, {:maybe, :u64}]
    expression(pick(types), scope, fuel)
  end

  defp interpolated(text) do
    value = remote([:Kernel], :to_string, [text], :text)
    {:"::", [], [value, {:binary, [], nil}]}
  end
end

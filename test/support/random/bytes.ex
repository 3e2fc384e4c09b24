defmodule Honey.Test.Random.Bytes do
  @moduledoc """
  The segments of binaries, as patterns and as what binaries are put together of: guides/packets.md.

  Widths are chosen so that they fill what there is, mostly.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.Scope

  @widths [1, 3, 4, 5, 7, 8, 8, 8, 12, 16, 16, 24, 31, 32, 33, 48]

  @doc "A literal of so many bytes."
  @spec literal(non_neg_integer) :: binary
  def literal(size), do: for(_ <- 1..size//1, into: "", do: <<pick([0, 0, 1, 2, 3, 127, 255])>>)

  @doc "A pattern for a binary of so many bytes, and the scope behind it."
  @spec pattern(pos_integer, Scope.t()) :: {Macro.t(), Scope.t()}
  def pattern(size, scope) do
    names = Enum.shuffle(Scope.names())

    {segments, scope} =
      case pick([:all, :all, :open, :sized]) do
        :all -> fixed(8 * size, names, scope)
        :open -> open(8 * size, names, scope)
        :sized -> sized(names, scope)
      end

    {{:<<>>, [], segments}, scope}
  end

  @doc "A pattern for a binary of any size."
  @spec open_pattern(Scope.t()) :: {Macro.t(), Scope.t()}
  def open_pattern(scope) do
    names = Enum.shuffle(Scope.names())
    sized? = chance(3)
    {segments, scope} = if sized?, do: sized(names, scope), else: open(32, names, scope)
    {{:<<>>, [], segments}, scope}
  end

  @doc "Segments of a constant size, of so many bits, with the names that they bind."
  @spec fixed(non_neg_integer, [atom], Scope.t()) :: {[Macro.t()], Scope.t()}
  def fixed(0, _names, scope), do: {[], scope}

  def fixed(bits, [], scope),
    do: {[segment(var(:_, :bits), [{:bitstring, [], nil}, size(bits)])], scope}

  def fixed(bits, [name | names], scope) do
    {segment, taken, inner} =
      taking(pick([:integer, :integer, :literal, :skip, :part]), bits, name, scope)

    {rest, inner} = fixed(bits - taken, names, inner)
    {[segment | rest], inner}
  end

  # The first few bits, and what is behind.
  defp open(bits, names, scope) do
    taken = pick([8, 16, 24])
    {rest, names} = Enum.split(names, 1)
    {segments, inner} = fixed(min(taken, bits), Enum.take(names, 3), scope)
    {last, inner} = rest(rest, inner)
    {segments ++ [last], inner}
  end

  defp rest([name], scope) do
    if chance(2),
      do: {segment(var(:_, :slice), [{:binary, [], nil}]), scope},
      else: {segment(var(name, :slice), [{:binary, [], nil}]), Scope.put(scope, name, :slice)}
  end

  # A size that a field before it gives.
  defp sized([field, part, last | _], scope) do
    width = pick([2, 4, 8])
    pad = if width == 8, do: [], else: [segment(var(:_, :bits), [8 - width])]
    size = {:size, [], [pick([var(field, :s64), operation(:&&&, [var(field, :s64), 3])])]}
    inner = scope |> Scope.put(field, :s64) |> Scope.put(part, :slice)
    {last, inner} = rest([last], inner)
    first = segment(var(field, :s64), [width])
    middle = segment(var(part, :slice), [{:binary, [], nil}, size])
    {[first | pad] ++ [middle, last], inner}
  end

  defp taking(:integer, bits, name, scope) do
    width = width(bits)
    type = if width == 64, do: :u64, else: :s64
    signed? = type == :s64 and chance(3)
    {segment(var(name, type), options(width, signed?)), width, Scope.put(scope, name, type)}
  end

  defp taking(:literal, bits, _name, scope) do
    width = min(width(bits), 8)
    {segment(Enum.random(0..min(3, 2 ** width - 1)), [width]), width, scope}
  end

  defp taking(:skip, bits, _name, scope) do
    width = min(bits, pick([1, 4, 8, 16, 40]))
    {segment(var(:_, :bits), [width]), width, scope}
  end

  defp taking(:part, bits, name, scope) when bits >= 32 do
    {segment(var(name, {:bytes, 4}), [{:binary, [], nil}, size(4)]), 32,
     Scope.put(scope, name, {:bytes, 4})}
  end

  defp taking(:part, bits, name, scope), do: taking(:integer, bits, name, scope)

  defp width(bits), do: pick([min(bits, 64) | Enum.filter(@widths, &(&1 <= bits))])
  defp size(number), do: {:size, [], [number]}

  defp options(width, signed?) do
    sign = if signed?, do: [{:signed, [], nil}], else: []
    order = if chance(3), do: [{pick([:little, :big, :native]), [], nil}], else: []
    Enum.shuffle(sign ++ order) ++ [width]
  end

  # `value::a-b`
  defp segment(value, options),
    do: {:"::", [], [value, Enum.reduce(options, &{:-, [], [&2, &1]})]}

  ## Put together

  @doc "A binary of so many bytes that is put together."
  @spec build(pos_integer, Scope.t(), integer) :: Macro.t()
  def build(size, scope, fuel), do: {:<<>>, [t: {:bytes, size}], parts(8 * size, scope, fuel, 5)}

  defp parts(0, _scope, _fuel, _left), do: []

  defp parts(bits, scope, fuel, left) do
    {part, taken} =
      part(pick([:integer, :integer, :integer, :bytes, :text]), bits, scope, fuel, left)

    [part | parts(bits - taken, scope, div(fuel, 2), left - 1)]
  end

  # At last, whatever is missing.
  defp part(_, bits, scope, fuel, 0) when bits <= 64, do: integer(bits, scope, fuel)
  defp part(_, _bits, scope, fuel, left) when left <= 0, do: integer(64, scope, fuel)

  defp part(:bytes, bits, scope, fuel, _left) when bits >= 32 do
    if chance(2),
      do: {segment(expression({:bytes, 4}, scope, fuel), [{:binary, [], nil}]), 32},
      else: first(expression({:bytes, 6}, scope, fuel), Enum.random(1..4))
  end

  # Raises where there are fewer.
  defp part(:text, bits, scope, fuel, _left) when bits >= 16 do
    if chance(2),
      do: {pick(["ab", "\0z"]), 16},
      else: first(expression(:text, scope, fuel), 1)
  end

  defp part(_, bits, scope, fuel, _left), do: integer(width(bits), scope, fuel)

  # Elixir takes no size for a literal.
  defp first(text, _size) when is_binary(text), do: {"x", 8}
  defp first({:<<>>, _, _}, _size), do: {"y", 8}
  defp first(value, size), do: {segment(value, [{:binary, [], nil}, size]), 8 * size}

  defp integer(bits, scope, fuel) do
    value = expression(pick([:s64, :s64, :u64, :s64, {:maybe, :s64}]), scope, fuel) || 0
    {segment(value, options(bits, chance(4))), bits}
  end
end

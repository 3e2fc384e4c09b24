defmodule Honey.CallsTest do
  @moduledoc """
  Calls of subprograms: what they are given and give back beyond the registers of a call.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, TwoWays}

  @moduletag Kernel.tags()

  @functions ~S'''
  deftype Point, x: :s64, y: :s32, name: {:string, 20}

  def numbers(a, b) do
    {c, d, e} = mix(a, b || 3, a + 1, 4, 5, {6, a})
    {f, g, h} = mix(c, d, e, a, b || -1, {c, d})
    c + d * 3 + e * 5 + f * 7 + g * 11 + h * 13
  end

  def or_nil(a, b) do
    {c, d, e} = mix(a, 1, 2, 3, 4, {b || 5, 6})
    if d, do: c + e, else: b
  end

  def raised(a, b) do
    {c, _, _} = mix(a, 1, 2, 3, 4, {div(10, b || 0), 6})
    {d, _, _} = mix(1, c, 2, 3, div(7, a), {1, 6})
    c + d
  end

  def in_loop(a, b) do
    Enum.reduce(1..1000, a, fn i, sum ->
      {c, d, e} = mix(sum, i, b || 2, sum + i, 5, {6, a})
      rem(c + d + e, 1_000_003)
    end)
  end

  defp mix(a, b, c, d, e, {f, g}) do
    x = bxor(a * 3, b + c) &&& 0xFFFF
    y = bxor(c * 5, d + e) &&& 0xFFFF
    z = bxor(e * 7, f + g) &&& 0xFFFF
    x = if x > y, do: x - y, else: y - x
    y = if y > z, do: y - z, else: z - y
    z = if z > x, do: z - x, else: x - z
    w = rem(x * 31 + y * 37 + z * 41, 10_007)
    v = rem(w * 31 + y * 37 + z * 41, 10_009)
    u = rem(w * 31 + v * 37 + g * 41, 10_037)
    {u + a, v - b, w + x * y - z * f}
  end

  def data(a, b) do
    p = %Point{x: a, y: b || 9, name: "first"}
    {q, name, sum} = move(p, %Point{name: "second"}, p.name, a, b || 2, {7, a})
    {r, other, more} = move(q, p, name, sum, 3, {a, 8})
    {q.name == "first", r.name == "moved", name == other, r.x + q.y * 10 + sum + more > 50}
    |> weigh(q.x + r.x * 3 + q.y * 5 + r.y * 7 + sum * 11 + more * 13)
  end

  defp weigh({a, b, c, d}, n), do: n * 16 + bit(a, 8) + bit(b, 4) + bit(c, 2) + bit(d, 1)
  defp bit(true, n), do: n
  defp bit(false, _), do: 0

  defp move(p, q, name, a, b, {c, d}) do
    x = bxor(a * 3, b + c) &&& 0xFFFF
    y = bxor(c * 5, d + p.y) &&& 0xFFFF
    x = if x > y, do: x - y, else: y - x
    w = rem(x * 31 + y * 37 + q.x * 41, 10_007)
    v = rem(w * 31 + y * 37 + p.x * 41, 10_009)
    p = if v > 5000, do: %{p | x: p.x + v}, else: %{p | name: "moved"}
    q = if name == "first", do: %{q | y: w, name: name}, else: %{q | x: v}
    p = if w > 3000, do: %{p | y: a + b}, else: %{q | name: p.name}
    {%{p | x: p.x + q.y}, if(b > 2, do: name, else: q.name), w + v}
  end
  '''

  test "subprograms with more arguments and results than registers" do
    inputs = for a <- [-3, 0, 1, 5, 7000], b <- [nil, 0, 1, 10], do: {a, b}

    {differences, 5} =
      TwoWays.differences(@functions, atoms: [nil], inputs: inputs, kernel: "5.17")

    assert differences == []
  end

  test "and are subprograms" do
    source = """
    defmodule Honey.CallsTest.Module do
      use Honey, license: "GPL", kernel: "5.17"
      defmap :m, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
    #{@functions}
      @sec "syscall"
      def program(_ctx) do
        a = Honey.BpfHelpers.bpf_map_lookup_elem(:m, 0) || 0
        numbers(a, 1) + (or_nil(a, 2) || 0) + in_loop(a, 1) + data(a, a)
      end
    end
    """

    Code.compile_string(source, "calls.ex")
    module = Honey.CallsTest.Module
    names = for f <- module.__honey__(:functions), not f.program, do: f.elf_name
    assert Enum.any?(names, &(&1 =~ ~r/^honey_mix_\d+$/))
    assert Enum.any?(names, &(&1 =~ ~r/^honey_move_\d+$/))
    assert module.__honey__(:c_source) =~ ~r/struct honey_move_\d+_more more_\d+;/
  end
end

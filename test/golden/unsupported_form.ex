defmodule Golden.UnsupportedForm do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    text = bpf_get_current_comm()
    a = unquote(&String.length/1)
    b = for <<byte <- text>>, do: byte
    c = for i <- [1, 2], uniq: true, do: i
    d = for i <- 1..2, into: %{}, do: {i, i}
    e = Enum.map([1, 2], text.f)
    f = Enum.map([1, 2], (a && b))
    g = Enum.map([1, 2], &String.length/1)
    h = Enum.map([1, 2], &:erlang.float/1)
    i = Enum.map([1, 2], &Honey.BpfHelpers.bpf_no_such/1)
    j = to_string({1, 2})
    k = text.f(1)
    l = %{text | f: 1.5}
    m = self()
    n = Map.keys(%{a: 1})
    {a, b, c, d, e, f, g, h, i, j, k, l, m, n, pattern(1)}
  end


  def pattern(x) do
    case x do
      1.5 -> 1
      _ -> 2
    end
  end
end

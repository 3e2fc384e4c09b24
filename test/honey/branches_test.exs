defmodule Honey.BranchesTest do
  @moduledoc """
  Branches that a literal decides: what is dropped, against what Elixir runs.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Unit.Branches

  defmodule Probe do
    def a, do: :a
    def b, do: :b
    def c, do: :c
  end

  # The body of a function as Elixir has expanded it, and the same without what no run takes.
  defp bodies(source) do
    name = Module.concat(__MODULE__, "M#{System.unique_integer([:positive])}")

    source = String.replace(source, "Probe", inspect(Probe))

    # Newer Elixirs say that such conditions always yield the same.
    module =
      compile("""
      defmodule #{inspect(name)} do
        @before_compile Honey.BranchesTest.Keep
        @debug false
        @on true
        @level :info
        @none nil
        def f(x), do: (_ = x; #{source})
        _ = {@debug, @on, @level, @none}
      end
      """)

    body = module.body()
    {module, body, Branches.drop(body)}
  end

  defp compile(source) do
    capture_io(:stderr, fn -> send(self(), Code.compile_string(source)) end)
    assert_received [{module, _}]
    module
  end

  defmodule Keep do
    defmacro __before_compile__(env) do
      {:v1, _, _, [{_, _, _, body}]} = Module.get_definition(env.module, {:f, 1})
      quote(do: def(body, do: unquote(Macro.escape(body))))
    end
  end

  defp calls(body) do
    {_, calls} =
      Macro.prewalk(body, [], fn
        {{:., _, [Probe, name]}, _, _} = node, calls -> {node, [name | calls]}
        node, calls -> {node, calls}
      end)

    Enum.sort(calls)
  end

  @cases [
    {"if @debug, do: Probe.a(), else: Probe.b()", [:b]},
    {"if @on, do: Probe.a(), else: Probe.b()", [:a]},
    {"if @none, do: Probe.a()", []},
    {"unless @debug, do: Probe.a(), else: Probe.b()", [:a]},
    {"if !@debug, do: Probe.a(), else: Probe.b()", [:a]},
    {"if !!@debug, do: Probe.a(), else: Probe.b()", [:b]},
    {"if not @debug, do: Probe.a(), else: Probe.b()", [:a]},
    {"@debug && Probe.a()", []},
    {"@none || Probe.a()", [:a]},
    {"@level || Probe.a()", []},
    {"@on && Probe.a()", [:a]},
    {"if @debug && x, do: Probe.a(), else: Probe.b()", [:b]},
    {"if @on && x, do: Probe.a(), else: Probe.b()", [:a, :b]},
    {"if @debug || x, do: Probe.a(), else: Probe.b()", [:a, :b]},
    {"if @debug and x == 1, do: Probe.a(), else: Probe.b()", [:b]},
    {"if @on or x == 1, do: Probe.a(), else: Probe.b()", [:a]},
    {"if @level == :debug, do: Probe.a(), else: Probe.b()", [:b]},
    {"if @level != :debug, do: Probe.a(), else: Probe.b()", [:a]},
    {"case @level do :debug -> Probe.a(); :info -> Probe.b(); _ -> Probe.c() end", [:b]},
    {"case @level do y when y == x -> Probe.a(); _ -> Probe.b() end", [:a, :b]},
    {"case @level do :info when x == 1 -> Probe.a(); _ -> Probe.b() end", [:a, :b]},
    {"case x do false -> Probe.a(); _ -> Probe.b() end", [:a, :b]},
    {"cond do @debug -> Probe.a(); x == 1 -> Probe.b(); @on -> Probe.c(); true -> 1 end",
     [:b, :c]},
    {"if (case @none do {_, y} when y > 1 -> false end), do: Probe.a(), else: Probe.b()",
     [:a, :b]},
    {"if (case @level do y when y == x -> false end), do: Probe.a(), else: Probe.b()", [:a, :b]},
    {"cond do @debug -> Probe.a(); x == 1 -> Probe.b(); @none -> Probe.c() end", [:b]},
    {"if x, do: Probe.a(), else: Probe.b()", [:a, :b]}
  ]

  for {source, left} <- @cases do
    test "#{source}" do
      {_module, _body, dropped} = bodies(unquote(source))
      assert calls(dropped) == unquote(left)
    end
  end

  # What is left means the same: evaluated, both give what the function gives.
  test "what is left gives the same" do
    for {source, value} <- [
          {"if @debug, do: 1, else: 2", 2},
          {"if @none, do: 1", nil},
          {"@debug && 1", false},
          {"@none || 3", 3},
          {"@on && 1", 1},
          {"@level || 1", :info},
          {"@debug or true", true},
          {"@debug and true", false},
          {"not @debug", true},
          {"!@none", true},
          {"@level == :info", true},
          {"@level != :info", false},
          {"case @level do :debug -> 1; :info -> 2 end", 2},
          {"case @level do other -> other end", :info},
          {"cond do @debug -> 1; @on -> 2; true -> 3 end", 2},
          {"if @on, do: (if @debug, do: 1, else: 5)", 5}
        ] do
      {module, _body, dropped} = bodies(source)
      assert {source, module.f(0)} == {source, value}
      {evaluated, _} = Code.eval_quoted(renamed(dropped), x: 0)
      assert {source, evaluated} == {source, value}
    end
  end

  # Expanded variables tell each other apart by versions, which evaluation knows nothing of.
  defp renamed(body) do
    Macro.prewalk(body, fn
      {:x, _, context} when is_atom(context) -> {:x, [], nil}
      node -> node
    end)
  end
end

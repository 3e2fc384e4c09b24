defmodule Honey.RefusalsTest do
  @moduledoc """
  What is hostile is either compiled, and then the kernel takes it, or refused in words, with a
  place: never by C text, by an exception of the compiler's own, or by the verifier.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.Kernel

  # What a module with this body comes to: the diagnostics' codes with their lines, or :ok.
  defp compile(body, options \\ ~s(license: "GPL", kernel: "5.14")) do
    name = "Honey.Refused#{System.unique_integer([:positive])}"

    source = """
    defmodule #{name} do
      use Honey, #{options}
      import Honey.BpfHelpers
      defmap :m, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :s64
    #{body}
    end
    """

    test = self()

    capture_io(:stderr, fn ->
      send(test, {:outcome, outcome(fn -> Code.compile_string(source, "refused.ex") end)})
    end)

    receive do: ({:outcome, outcome} -> outcome)
  end

  defp outcome(compile) do
    [{module, _} | _] = compile.()
    loads(module)
    :code.purge(module)
    :code.delete(module)
    :ok
  rescue
    error in Honey.CompileError ->
      assert is_binary(Exception.message(error))
      errors = Enum.filter(error.diagnostics, &(&1.severity == :error))
      for error <- errors, do: assert(error.file == "refused.ex" and error.line > 0)
      Enum.map(errors, &{&1.code, &1.line}) |> Enum.uniq()
  end

  defp loads(module) do
    if Kernel.available?() and module.__honey__(:elf) do
      assert {:ok, object} = Honey.load(module)
      Honey.unload(object)
    end
  end

  defp program(statements) do
    "  @sec \"syscall\"\n  def run(_ctx) do\n#{statements}\n  end\n"
  end

  defp refused(statements) do
    [{code, line} | _] = compile(program(statements))
    {code, line}
  end

  # The BEAM finds no such key, since the key of `Map.get(m, [:a])` is the list.
  test "a list is no key, but of functions that take several" do
    for call <- ["Map.get(m, [:a])", "Map.get(m, [])", "Map.put(m, [:a], 1).a"] do
      assert {call, {:unsupported, 8}} == {call, refused("m = %{a: 3}\n#{call}")}
    end

    assert {:unsupported, 8} = refused("m = %{a: 3}\nMap.take(m, :a)\n1")
    assert :ok = compile(program("m = %{a: 3}\nMap.take(m, [:a]).a"))
  end

  test "forms that the kernel has no equivalent of" do
    for form <- [
          "x = 1.5\nx",
          "%URI{}\n1",
          "<<bpf_ktime_get_ns()::72>>\n1",
          "<<1, bpf_get_current_comm()::binary>>\n1",
          "x = {1, 2}\n\"a\#{x}\"\n1",
          "%{bpf_ktime_get_ns() => 1}\n1",
          "%{\"a\" => 1}\n1",
          "x = 1\n[1 | x]",
          "x = %{a: 1}\nx.b",
          "x = %{a: 1}\n%{x | b: 1}",
          "x = 1\n%{x | b: 1}",
          "x = bpf_ktime_get_ns()\nfor y <- [1, 2], into: %{}, do: {x, y}\n1",
          "receive do\nx -> x\nend",
          "try do\n1\nrescue\n_ -> 2\nend",
          "Enum.sort([1, 2])",
          "String.length(\"a\")",
          "IO.puts(\"a\")\n1",
          "send(self(), 1)\n1",
          "apply(Kernel, :+, [1, 2])",
          "throw(1)",
          "exit(1)",
          "1 / 2",
          "dbg(1)",
          "if :a < :b, do: 1, else: 2"
        ] do
      assert {code, line} = refused(form), form
      assert code in [:unsupported, :ambiguous_order, :unknown_field, :bad_operand], form
      assert line in 6..9, form
    end
  end

  test "integers beyond 64 bits" do
    for form <- ["18446744073709551616", "-9223372036854775809", "1_000_000_000_000_000_000_000"] do
      assert {:integer_too_large, _} = refused(form)
    end

    assert compile(program("18446744073709551615 - 1")) == :ok
    assert compile(program("-9223372036854775808")) == :ok
  end

  test "recursion, however it comes about" do
    assert {:loop_limit, _} = refused("run(1)")
    assert {:loop_limit, _} = refused("f(1)\nend\ndef f(x) do\nf(x)")
    assert {:recursion, _} = refused("f(1)\nend\ndef f(x) do\nf(x) + 1")
    assert {:loop_limit, _} = refused("fuel(65, f(1))\nend\ndef f(x) do\nf(x) + 1")
    assert {:recursion, _} = refused("f(1)\nend\ndef f(x), do: g(x)\ndef g(x) do\nf(x)")
  end

  test "sections" do
    for {section, code} <- [
          {"", :bad_section},
          {"xdp\\\"", :bad_section},
          {"xdp\\n", :bad_section},
          {"xdp\\0", :bad_section},
          {"%s%n", :bad_section},
          {String.duplicate("x", 5000), :bad_section},
          {"kprobe/x", :bad_section},
          {"tracepoint/", :bad_section},
          {"tracepoint/no/such", :unknown_tracepoint},
          {".maps", :bad_section}
        ] do
      assert [{^code, line}] = compile("  @sec \"#{section}\"\n  def run(_ctx), do: 1\n")
      assert line in 5..6
    end

    for definition <- [
          "defp run(_ctx), do: 1",
          "defmacro run(_ctx), do: 1",
          "def run(), do: 1",
          "def run(_, _ \\\\ 1), do: 1",
          ""
        ] do
      assert [{:bad_section, _}] = compile("  @sec \"syscall\"\n  #{definition}\n")
    end

    assert [{:unsupported, 6}] = compile("  @sec \"syscall\"\n  def run(ctx)\n")
  end

  test "licenses and results" do
    for license <- ["GPL\\\"", "a\\nb", "\\\\", "*/", "??/", "%s", String.duplicate("l", 5000)] do
      assert compile(program("1"), ~s(license: "#{license}", kernel: "5.14")) == :ok
    end

    assert [{:bad_option, 2}] = compile(program("1"), ~S(license: "GPL\0", kernel: "5.14"))

    assert [{:bad_option, 2}] =
             compile(program("1"), ~S(license: "GPL", kernel: "5.14", on_error: 4294967296))
  end

  @names [
    :int,
    :asm,
    :SEC,
    :main,
    :ctx,
    :license,
    :result,
    :result_part,
    :stored_u64,
    :v_1,
    :found_0,
    :slot_u32_0,
    :status_1,
    :bpf_map_lookup_elem,
    :honey_raised,
    :__u64,
    :_license,
    :"",
    :+,
    :"a\"b",
    :"a\\b",
    :"a\nb",
    :"*/",
    :"??/",
    :"%d",
    :"0x",
    :été,
    :日本,
    :ok!,
    :true?,
    :".maps"
  ]

  test "names of maps and programs" do
    long = String.to_atom(String.duplicate("x", 255))

    for name <- [long | @names] do
      body = """
        defmap #{inspect(name)}, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64
        @sec "syscall"
        def unquote(#{inspect(name)})(_ctx) do
          bpf_map_update_elem(#{inspect(name)}, 1, 2, :bpf_any)
          (bpf_map_lookup_elem(#{inspect(name)}, 1) || 0) + (bpf_map_lookup_elem(:m, 1) || 0)
        end
      """

      assert compile(body) == :ok, inspect(name)
    end
  end

  test "names that are one name in C" do
    body = """
      defmap :a!, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64
      defmap :a_x21, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64
    """

    program =
      program("(bpf_map_lookup_elem(:a!, 1) || 0) + (bpf_map_lookup_elem(:a_x21, 1) || 0)")

    assert compile(body <> program) == :ok
  end

  test "depth" do
    deep = fn n ->
      "x = bpf_ktime_get_ns()\n#{String.duplicate("(1 + ", n)}x#{String.duplicate(")", n)} &&& 7"
    end

    assert compile(program(deep.(190))) == :ok
    assert {:nested_too_deeply, _} = refused(deep.(500))
    assert {:nested_too_deeply, _} = refused(deep.(3000))
  end

  test "length" do
    subject = "x = bpf_ktime_get_ns()\n"
    clauses = Enum.map_join(1..500, &"#{&1} -> #{&1}\n")
    assert compile(program(subject <> "case x do\n#{clauses}_ -> 0\nend")) == :ok

    conditions = Enum.map_join(1..150, &"x < #{&1} -> #{&1}\n")
    assert compile(program(subject <> "cond do\n#{conditions}true -> 0\nend")) == :ok

    list = Enum.map_join(1..500, ", ", &to_string(3 * &1))
    assert compile(program(subject <> "if x in [#{list}], do: 1, else: 0")) == :ok

    # Two calls on each of 30 levels.
    chain =
      Enum.map_join(1..30, fn n ->
        "defp f#{n}(x), do: f#{n + 1}(div(x, x - #{n})) + f#{n + 1}(x)\n"
      end)

    assert [{:code_limit, 6} | _] = compile(program("f1(5)") <> chain <> "defp f31(x), do: x\n")

    alive = Enum.map_join(1..100, &"x#{&1} = bpf_ktime_get_ns()\n")
    sum = Enum.map_join(1..100, " + ", &"x#{&1}")
    assert compile(program(alive <> sum)) == :ok

    errors = compile(program(Enum.map_join(1..2000, &"_x#{&1} = 1.5\n") <> "1"))
    assert length(errors) == 21
    assert List.last(errors) |> elem(0) == :too_many_errors
  end

  test "formats" do
    for format <-
          ["%n", "%99d", "%", "abc %", "%*d", "%5$d", "%f", "%p", "é", "a\\0b"] ++
            [String.duplicate("a", 600)] do
      assert {code, 7} = refused("bpf_printk(\"#{format}\", [1])\n1")
      assert code in [:bad_format, :unsupported], format
    end

    for format <- ["%%", "\\\"", "\\\\", "\\n", "??/", "*/", "a"] do
      assert compile(program("bpf_printk(\"#{format}\", [])\n1")) == :ok, format
    end
  end

  test "a call that cannot come about" do
    assert compile(program("f(1, raise(\"no\"))") <> "defp f(a, b), do: a + b\n") == :ok

    assert compile(program("g(f(1))\n1") <> "defp f(x) when x > 5, do: x\ndefp g(x), do: x\n") ==
             :ok
  end

  # clang likes to make one test of two, which the verifier refuses where one is of an address.
  @tag Kernel.tags()
  test "tests of what lookups found, beside tests of integers" do
    lookups = """
    a = bpf_map_lookup_elem(:m, 5) || 0
    v = bpf_map_lookup_elem(:m, 1)
    w = bpf_map_lookup_elem(:m, 2)
    """

    for test <- [
          "if v == nil do\nif a == 0, do: 1, else: 2\nelse\n2\nend",
          "b = if v == nil, do: a == 0, else: false\nif b, do: 1, else: 2",
          "if a == 0 do\nif v == nil, do: 1, else: 2\nelse\n2\nend",
          "if v == nil and w == nil, do: 1, else: 2",
          "if v == nil and a == 0, do: 1, else: 2",
          "if a != 0 || v || w, do: 2, else: 1",
          "cond do\nv -> 2\na != 0 -> 2\ntrue -> 1\nend",
          "case v do\nnil when a == 0 -> 1\nnil -> 2\n_ -> 2\nend",
          "f(a, v, w)\nend\ndefp f(0, nil, nil), do: 1\ndefp f(_, _, _) do\n2"
        ] do
      assert compile(program(lookups <> test)) == :ok, test
    end
  end
end

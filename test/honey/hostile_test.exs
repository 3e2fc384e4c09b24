defmodule Honey.HostileTest do
  @moduledoc """
  Modules that are wrong in every way that we could think of. Each is refused in words, with the
  code that stands above it and the line of the mistake, or compiled, and then the kernel takes it: none comes to an exception
  of ours, to a report of a bug, or to words of clang.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.Kernel

  # Whole modules; the line is that of the mistake.
  @modules [
    bad_option: [
      {2, ~s(use Honey, licence: "GPL")},
      {2, ~s(use Honey, [:license, "GPL"])},
      {2, ~s(use Honey, %{license: "GPL"})},
      {2, ~s(use Honey, "GPL")},
      {2, ~s(use Honey, license: 'GPL')},
      {2, ~s(use Honey, license: nil)},
      {2, ~s(use Honey, license: "")},
      {2, ~s(use Honey, license: "GPL\\0")},
      {2, ~s(use Honey, license: "GPL", license: "MIT")},
      {2, ~s(use Honey, license: "GPL", kernel: 5.10)},
      {2, ~s(use Honey, license: "GPL", kernel: "5")},
      {2, ~s(use Honey, license: "GPL", kernel: "latest")},
      {2, ~s(use Honey, license: "GPL", on_error: 1.5)},
      {2, ~s(use Honey, license: "GPL", on_error: 4_294_967_296)},
      {2, ~s(use Honey, license: "GPL", overflow: :rais)},
      {2, ~s(use Honey, license: "GPL", overflow: self\(\))},
      {2, ~s(use Honey, license: "GPL", strict: make_ref\(\))},
      {2, ~s(use Honey, license: "GPL", été: 1)},
      {3, ~s(use Honey, license: "GPL"\nuse Honey, license: "GPL")}
    ],
    license: [{2, ~s(use Honey\n@sec "xdp"\ndef run\(_\), do: 1)}]
  ]

  # Maps, types and sections in a module that is right but for them.
  @declarations [
    bad_map: [
      ~s(defmap "m2", :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32),
      ~s(defmap nil, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, "bpf_hash", max_entries: 1, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, nil, max_entries: 1, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, %{max_entries: 1}),
      ~s(defmap :m2, :bpf_hash, nil),
      ~s(defmap :m2, :bpf_hash, [:max_entries, 1]),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, max_entries: 2),
      ~s(defmap :m2, :bpf_hash, max_entries: self\(\), key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: make_ref\(\)),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: fn -> 1 end),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: [:u8 | :u8]),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:array, &String.length/1, 2}),
      ~s(defmap :m, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32)
    ],
    bad_atom: [
      ~S(defmap :"a\0b", :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32),
      ~S(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:enum, [:a, :"a\0b"]}),
      ~S(deftype Event, [{:"a\0b", :u32}]),
      ~s(@sec "syscall"\n  def unquote\(:"a\\0b"\)\(_\), do: 1)
    ],
    map_option: [
      ~s(defmap :m2, :bpf_hsah, max_entries: 1, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :"bpf hash", max_entries: 1, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash),
      ~s(defmap :m2, :bpf_hash, max_entries: 1.5, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 0, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: -1, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 4_294_967_296, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 99_999_999_999_999_999_999, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: "16", key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: ~r/x/, key_type: :u32, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u33, value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: "u32", value_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:array, :u32, -1}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:array, :u32, 1.0}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:array, :u32}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:string, 99_999_999_999}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:enum, []}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:enum, [a: 1, b: 1]}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:enum, [1, 2]}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:enum, %{a: 1}}),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: NoSuch.Type),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: String),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, valu_type: :u32),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, flags: :no_prealloc),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, flags: [1.5]),
      ~s(defmap :m2, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, fuse: :maybe),
      ~s(defmap :m2, :bpf_array, max_entries: 1, key_type: :u64, value_type: :u32)
    ],
    bad_type: [
      ~s(deftype "Event", pid: :u32),
      ~s(deftype :event, pid: :u32),
      ~s(deftype Event, [:pid]),
      ~s(deftype Event, []),
      ~s(deftype Event, %{pid: :u32}),
      ~s(deftype Event, pid: :u32, pid: :u64),
      ~s(deftype Event, pid: :u33),
      ~s(deftype Event, pid: nil),
      ~s(deftype Event, pid: 1.5),
      ~s(deftype Event, pid: self\(\)),
      ~s(deftype Event, pid: fn -> 1 end),
      ~s(deftype Event, pid: make_ref\(\)),
      ~s(deftype Event, pid: [:u8 | :u8]),
      ~s(deftype Event, self: Event),
      ~s(deftype Event, inner: {:array, Event, 2}),
      ~s(deftype Event, inner: Other\n  deftype Other, inner: Event),
      ~s(deftype Event, __struct__: :u32),
      ~s(deftype Event, a: {:array, {:array, :u64, 500}, 500})
    ],
    bad_section: [
      ~s(@sec :xdp\n  def run\(_\), do: 1),
      ~s(@sec nil\n  def run\(_\), do: 1),
      ~s(@sec ["xdp"]\n  def run\(_\), do: 1),
      ~s(@sec "sycall"\n  def run\(_\), do: 1),
      ~s(@sec "xdp/lo/more?"\n  def run\(_\), do: 1),
      ~s(@sec " xdp"\n  def run\(_\), do: 1),
      ~s(@sec "xdp"\n  @sec "xdp"\n  def run\(_\), do: 1),
      ~s(@sec "xdp"\n  defmacro run\(_\), do: 1),
      ~s(@sec "xdp"\n  defp run\(_\), do: 1),
      ~s(@sec "xdp"\n  def run\(a, b\), do: a + b),
      ~s(@sec "xdp"\n  def run\(1\), do: 1\n  @sec "xdp"\n  def run\(_\), do: 2),
      ~s(@sec "xdp"),
      ~s(@sec "xdp"\n  def __honey__\(_\), do: 1)
    ],
    unknown_tracepoint: [
      ~s(@sec "tracepoint/sched_switch"\n  def run\(_\), do: 1),
      ~s(@sec "tracepoint/sched/sched_swich"\n  def run\(_\), do: 1),
      ~s(@sec "tracepoint/sched/sched_switch/more"\n  def run\(_\), do: 1)
    ]
  ]

  # What a program's body may be.
  @bodies [
    bad_result:
      ~w(nil "text" :ok {1,2} ctx &run/1 [] {} %{} 'abc' __MODULE__ ~w[a] <<1,2>>) ++
        [
          "1..10",
          "<<1::1>>",
          "for(<<x <- \"abc\">>, do: x)",
          "fn x -> x end",
          ":\"é日本\" == :x",
          "1 in 1..10",
          "\"\"\"\nheredoc\n\"\"\""
        ],
    unsupported: [
      "5 in bpf_ktime_get_ns()",
      "self()",
      "1.5",
      "~r/abc/",
      "~D[2020-01-01]",
      "make_ref()",
      "unquote(&String.length/1)",
      "String.length(\"x\")",
      "Enum.sum(%{a: 1})",
      "Enum.sum(5)",
      "Enum.shuffle([1, 2])",
      "Stream.cycle([1])",
      "Honey.load(__MODULE__)",
      "Honey.Map.get(1, :m, 1)",
      "apply(__MODULE__, :run, [1])",
      "IO.inspect(1)",
      "dbg(1)",
      ":erlang.no_such(1)",
      "ctx.foo.bar.baz",
      "receive(do: (x -> x), after: (0 -> 1))",
      "try do\n1\ncatch\n_ -> 2\nafter\n3\nend",
      "for(x <- 1..3, into: \"\", do: <<x>>)",
      "for(x <- [1, 2], uniq: true, do: x)",
      "spawn(fn -> 1 end)",
      "send(self(), :x)",
      "fuel(1, 1)",
      "fuel(:a, run(1))",
      "%URI{host: \"a\"}.port",
      "\"\#{{1, 2}}\"",
      "<<1.5::float>>",
      "if(ctx == ctx, do: 1, else: 2)",
      "Process.sleep(1)",
      "Application.get_env(:a, :b)",
      "_ = fn event -> %name{} = event end\n1"
    ],
    bad_operand: [
      "1 + \"a\"",
      "not 1",
      "[1] ++ 2",
      "elem({1}, 3)",
      "hd([])",
      "1.(2)",
      "byte_size(5)",
      "map_size(5)",
      "bpf_map_lookup_elem(:m, {1, 2}) || 0"
    ],
    bad_argument: [
      "bpf_map_lookup_elem(\"m\", 1) || 0",
      "bpf_map_lookup_elem(:m, \"abc\") || 0",
      "bpf_map_lookup_elem(:m, ctx) || 0",
      "bpf_map_lookup_elem(:m, fn -> 1 end) || 0",
      "bpf_map_update_elem(:m, 1, 2, :bpf_exists)\n1",
      "bpf_map_update_elem(:m, 1, 2, 0)\n1",
      "bpf_map_update_elem(:m, 1, 2, nil)\n1",
      "(&(&1 + &2)).(1)",
      "(fn x -> x end).(1, 2)"
    ],
    bad_atom: [
      ~S|if(ctx == :"a\0b", do: 1, else: 2)|,
      ~S(%{"a\0b": 1}.a),
      ~S{bpf_map_lookup_elem(:"a\0b", 1) || 0}
    ],
    nil_operand: ["bpf_map_lookup_elem(:m, nil) || 0", "nil + 1"],
    unknown_map: ["bpf_map_lookup_elem(:no_such_map, 1) || 0", "bpf_map_delete_elem(nil, 1)\n1"],
    unknown_helper: [
      "bpf_map_lookup_elem(:m) || 0",
      "bpf_map_lookup_elem(:m, 1, 2, 3) || 0",
      "Honey.BpfHelpers.bpf_get_curent_pid_tgid()",
      "Honey.BpfHelpers.\"no such\"(1)"
    ],
    unknown_function: ["no_such(1)", "run()", "run(1, 2)", "unquote(:\"no such\")(1)"],
    unlinked: ["Honey.BpfHelper.f(1)", ":m.lookup(1)"],
    always_fails: ["div(1, 0)", "rem(1, 0)", "x = 1\n^x = 2\nx", "<<a::8>> = 1\na"],
    bad_format: [
      "bpf_printk(\"%d\", 1)\n1",
      "bpf_printk(:abc, [1])\n1",
      "bpf_printk(\"a\\0b\", [])\n1",
      "bpf_printk(nil)\n1"
    ],
    integer_too_large: ["18_446_744_073_709_551_616", "-9_223_372_036_854_775_809"]
  ]

  # Strange, but right.
  @right [
    "__ENV__.line",
    "?a + ?é",
    "raise(ArgumentError)",
    "raise(\"text \#{1 + 1}\")",
    "quote(do: 1)",
    "(_ = 1)",
    "(with 1 <- 2, do: 3)",
    "(cond do\nfalse -> 1\nend)",
    ":erlang.element(1, {1, 2})",
    "if(\"a\" == 1, do: 1, else: 2)",
    "if(ctx, do: 1, else: 2)",
    "if(:a > 1, do: 1, else: 2)",
    "1 <<< 64",
    "#{String.duplicate("-(", 20)}1#{String.duplicate(")", 20)}",
    "case 5 do\nint -> int\nend"
  ]

  for {code, modules} <- @modules do
    test "modules: #{code}" do
      for {line, body} <- unquote(modules) do
        assert_refused(unquote(code), line..line, "defmodule MODULE do\n#{body}\nend\n", body)
      end
    end
  end

  for {code, declarations} <- @declarations do
    test "declarations: #{code}" do
      for declaration <- unquote(declarations) do
        # An `@sec` without a function is at the module's beginning where there is no file to read.
        lines = 2..(5 + length(String.split(declaration, "\n")))
        assert_refused(unquote(code), lines, module(declaration), declaration)
      end
    end
  end

  for {code, bodies} <- @bodies do
    test "bodies: #{code}" do
      for body <- unquote(bodies) do
        assert_refused(
          unquote(code),
          6..(8 + length(String.split(body, "\n"))),
          program(body),
          body
        )
      end
    end
  end

  test "bodies that are right" do
    for body <- @right, do: assert(compile(program(body)) == :ok, body)
  end

  # Elixir looks for the module's file, and Erlang logs that no path can have the byte.
  @tag :capture_log
  test "a module's name with a NUL byte" do
    source = """
    defmodule :"MODULE\\0" do
      use Honey, license: "GPL"
      @sec "syscall"
      def run(_ctx), do: 1
    end
    """

    assert [%{code: :bad_atom, line: 1}] = compile(source)
  end

  @tag :capture_log
  test "an atom with a NUL byte, in a module whose variable has a struct as its default" do
    source = """
    defmodule MODULE do
      use Honey, license: "GPL", kernel: "5.14"
      deftype Limit, a: :u32
      defvar :limit, Limit, %Limit{a: 1}
      @sec "syscall"
      def run(_ctx), do: if(limit().a == 1, do: :"a\\0b", else: :c) && 0
    end
    """

    assert [%{code: :bad_atom}] = compile(source)
  end

  test "names of functions, types and fields" do
    long = String.duplicate("x", 255)

    for name <- ["main", "bpf_ktime_get_ns", "int", "weird name!", "été", "日本", long, "*/", "%d"] do
      body = """
        deftype Event, [{#{inspect(name)}, :u32}, {:a, :u8}]
        @sec "syscall"
        def unquote(String.to_atom(#{inspect(name)}))(_ctx) do
          event = %Event{a: 1}
          event.a + Map.fetch!(%{a: 1}, :a)
        end
      """

      body = String.replace(body, " + Map.fetch!(%{a: 1}, :a)", "")

      assert compile(
               module(String.replace(body, inspect(name), ":" <> inspect(name), global: false))
             ) == :ok,
             name
    end
  end

  defp module(declarations) do
    """
    defmodule MODULE do
      use Honey, license: "GPL", kernel: "5.14"
      import Honey.BpfHelpers
      defmap :m, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :s64
      #{declarations}
    end
    """
  end

  defp program(body) do
    module("@sec \"syscall\"\n  def run(ctx) do\n_ = ctx\n#{body}\n  end")
  end

  defp assert_refused(code, lines, source, shown) do
    case compile(source) do
      [%{code: ^code, line: line} | _] -> assert line in lines, "line #{line}: #{shown}"
      other -> flunk("#{shown}: expected #{code}, but #{inspect(other)}")
    end
  end

  # The errors, or :ok for what is compiled and loaded.
  defp compile(source) do
    name = "Honey.Hostile#{System.unique_integer([:positive])}"
    source = String.replace(source, "MODULE", name, global: false)

    {outcome, _} =
      with_io(:stderr, fn ->
        try do
          source |> Code.compile_string("hostile.ex") |> Enum.each(&load/1)
        rescue
          error in Honey.CompileError -> refused(error, length(String.split(source, "\n")))
        end
      end)

    outcome
  end

  defp refused(error, length) do
    assert Exception.message(error) =~ "hostile.ex:"

    for %{severity: :error} = diagnostic <- error.diagnostics do
      assert %{file: "hostile.ex", line: line} = diagnostic
      assert line in 1..length
      refute diagnostic.message =~ ~r/FunctionClauseError|MatchError|Elixir\.|__u64|clang/
      diagnostic
    end
  end

  defp load({module, _}) do
    if function_exported?(module, :__honey__, 1) and Kernel.available?() and
         module.__honey__(:elf) do
      assert {:ok, object} = Honey.load(module)
      Honey.unload(object)
    end

    :code.purge(module)
    :code.delete(module)
  end
end

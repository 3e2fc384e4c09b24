defmodule Honey.InspectTest do
  use ExUnit.Case, async: false

  alias Honey.{Inspection, Listing}
  alias Honey.Test.{CompilerUnit, Elf, Kernel}

  # A source and the C that a compiler could make of it; the line numbers are those of the source.
  @source """
  defmodule Monitor do
    @sec "tracepoint/sched/sched_switch"
    def on_switch(ctx) do
      times(ctx.prev_pid)
    end

    defp times(n), do: n * 3
  end
  """

  @c """
  #line 1 "honey"
  struct {
    int (*type)[1]; unsigned *key; unsigned long long *value; int (*max_entries)[10];
  } counts __attribute__((section(".maps"), used));
  static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
  #line 7 "monitor.ex"
  static __attribute__((noinline)) long times(long n)
  {
  #line 7 "monitor.ex"
    return n * 3;
  }
  #line 3 "monitor.ex"
  __attribute__((section("tracepoint/sched/sched_switch"), used)) int on_switch(void *ctx)
  {
    unsigned key = 0;
  #line 4 "monitor.ex"
    bpf_map_lookup_elem(&counts, &key);
    return times(((long *)ctx)[2]);
  }
  char _license[] __attribute__((section("license"), used)) = "GPL";
  """

  defmodule Pinned do
    use Honey, license: "GPL"

    defmap :kept, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64, pinning: :by_name

    @sec "raw_tracepoint/sys_enter"
    def run(_ctx), do: 0
  end

  setup_all do
    directory =
      Path.join(
        System.tmp_dir!(),
        "honey-inspect-#{System.pid()}-#{System.unique_integer([:positive])}"
      )

    File.mkdir_p!(directory)
    on_exit(fn -> File.rm_rf!(directory) end)
    File.write!(Path.join(directory, "monitor.ex"), @source)
    File.write!(Path.join(directory, "monitor.c"), @c)
    clang = Honey.Compiler.clang() || raise "clang is not installed"
    arguments = ~w(-target bpf -O2 -g -c monitor.c -o monitor.o)
    {_, 0} = System.cmd(clang, arguments, cd: directory, stderr_to_stdout: true)
    elf = File.read!(Path.join(directory, "monitor.o"))

    module =
      Elf.module(Honey.InspectTest.Monitor, elf,
        c_source: @c,
        programs: [
          %{
            name: :on_switch,
            arity: 1,
            section: "tracepoint/sched/sched_switch",
            elf_name: "on_switch",
            line: 3
          }
        ],
        functions: [
          %{
            elf_name: "times",
            program: false,
            instructions: 3,
            stack: 0,
            deepest: 0,
            chain: [],
            scratch: 24,
            scratch_with_calls: 24
          },
          %{
            elf_name: "on_switch",
            program: true,
            instructions: 9,
            stack: 4,
            deepest: 64,
            chain: ["on_switch", "times"],
            scratch: 1000,
            scratch_with_calls: 1024
          }
        ],
        maps: [
          %{
            name: :counts,
            elf_name: "counts",
            type: :bpf_hash,
            key: :u32,
            value: :u64,
            max_entries: 10,
            line: 1
          }
        ]
      )

    on_exit(fn -> Elf.purge(module) end)
    %{elf: elf, monitor: module}
  end

  test "functions with their sections and sizes", %{elf: elf} do
    assert [%{name: "times", section: ".text", offset: 0}, switch] = Listing.functions(elf)
    assert %{name: "on_switch", section: "tracepoint/sched/sched_switch"} = switch
    assert switch.instructions > 5
  end

  test "lines are those of the source", %{elf: elf} do
    lines = Listing.lines(elf)
    assert %{line: 7} = lines[{".text", 0}]

    assert Enum.any?(lines, fn {{section, _}, line} ->
             section == "tracepoint/sched/sched_switch" and line.line == 4 and
               Path.basename(line.file) == "monitor.ex" and line.text == "times(ctx.prev_pid)"
           end)
  end

  test "calls say which function they mean", %{elf: elf} do
    {:ok, instructions} = Listing.disassemble(elf)
    own = for %{section: ".text", name: name} <- Listing.functions(elf), do: "call " <> name
    assert own != []

    called =
      for {_, "call " <> _ = text} <- instructions, not (text =~ ~r/^call (0x)?\d/), do: text

    assert called != []
    assert called -- own == []
    refute Enum.any?(instructions, fn {_, text} -> text =~ ".text" end)
  end

  test "instructions say which map they mean", %{elf: elf} do
    {:ok, instructions} = Listing.disassemble(elf)
    assert instructions |> Map.values() |> Enum.any?(&(&1 =~ ~r/^r1 = (0x)?0 ll  # counts$/))

    for %{section: section, offset: offset, instructions: size} <- Listing.functions(elf) do
      assert instructions[{section, offset + size - 1}] == "exit"
    end
  end

  test "the text is in 80 columns, each instruction below its line", %{monitor: module} do
    inspection = Inspection.new(module, asm: true)
    text = Inspection.to_text(inspection)

    # A single word, such as a long path in the loader's reason, is not broken.
    assert text
           |> String.split("\n")
           |> Enum.filter(&(String.length(&1) > 80))
           |> Enum.all?(&(length(String.split(&1)) == 1))

    assert text =~ ~r{^on_switch/1 +\d+ +4 +1000  tracepoint/sched/sched_switch$}m
    assert text =~ ~r{^times +3 +0 +24$}m
    assert text =~ ~r{^on_switch/1 +64 +1024  on_switch\n +-> times$}m
    assert text =~ ~r{^:counts +10  :bpf_hash  :u32 => :u64$}m
    assert text =~ ~r{^; \S*monitor.ex:4  times\(ctx.prev_pid\)\n +\d+  }m
    refute text =~ "bpf_map_lookup_elem"
  end

  defmodule Wide do
    use Honey, license: "GPL", kernel: "5.14"

    deftype Page, number: :s64

    defmap :visits, :bpf_hash,
      max_entries: 4,
      key_type: {:u32, :ipv4, {:string, 16}, {:array, :u64, 4}, {:enum, [:alpha, :beta, :gamma]}},
      value_type: Page

    defvar :mode,
           {:enum, [:monday, :tuesday, :wednesday, :thursday, :friday, :saturday]},
           :friday

    @sec "syscall"
    def run(_ctx), do: if(mode() == :monday, do: 1, else: 0)
  end

  test "types that are too long for a line go on in the next" do
    text = Wide |> Inspection.new() |> Inspection.to_text()
    # The part of the tables, without their columns' margins.
    joined = String.replace(text, ~r/\s+/, " ")
    refute text =~ "..."
    assert text |> String.split("\n") |> Enum.all?(&(String.length(&1) <= 80))

    assert joined =~
             ":visits 4 :bpf_hash {:u32, :ipv4, {:string, 16}, {:array, :u64, 4}, {:enum, [alpha: 0, beta: 1, " <>
               "gamma: 2], :u32}} => {:struct, Honey.InspectTest.Wide.Page} "

    assert joined =~
             ":mode constant {:enum, [monday: 0, tuesday: 1, wednesday: 2, thursday: 3, friday: 4, " <>
               "saturday: 5], :u32} = :friday "
  end

  test "the C is there on demand", %{monitor: module} do
    text = module |> Inspection.new(c: true) |> Inspection.to_text()
    assert text =~ "bpf_map_lookup_elem"
    refute text =~ "#line"
  end

  test "the C has the line of Elixir that it comes from above it, once" do
    text = __MODULE__.Pinned |> Inspection.new(c: true) |> Inspection.to_text()

    assert text =~
             ~r|^; test/honey/inspect_test.exs:\d+  def run\(_ctx\), do: 0\nSEC\("raw_tracepoint/sys_enter"\) int run|m

    assert [_] = Regex.scan(~r/^; /m, text)
  end

  test "the JSON has the same", %{monitor: module} do
    json = module |> Inspection.new(asm: true, c: true) |> Inspection.to_json()
    assert json =~ ~s("maps":[{"elf_name":"counts","key":"u32","line":1,"max_entries":10)
    assert json =~ ~S("c":"#line 1 \"honey\"\u000A)
    assert json =~ ~s("module":"Honey.InspectTest.Monitor")
    assert json =~ ~s("chain":["on_switch","times"],"deepest":64)
    assert json =~ ~s("scratch":1000,"scratch_with_calls":1024)

    # Braces and quotes are balanced, outside of strings.
    bare = Regex.replace(~r/"(\\.|[^"\\])*"/s, json, "s")
    refute bare =~ ~r/["\\]/

    assert String.replace(bare, ~r/[^{]/, "") |> byte_size() ==
             bare |> String.replace(~r/[^}]/, "") |> byte_size()
  end

  defmodule Pages do
    use Honey, license: "GPL", kernel: "5.14"

    deftype Page, number: :s64, words: {:array, :s64, 100}
    defmap :given, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64

    @sec "syscall"
    def large(_ctx) do
      page = %Page{number: given(0)}
      turned(%{page | number: given(1)}, 1) + turned(page, 2)
    end

    @sec "syscall"
    def small(_ctx), do: given(0)

    defp given(n), do: Honey.BpfHelpers.bpf_map_lookup_elem(:given, n) || 0

    defp turned(page, n) do
      x = bxor(page.number * 3, n) &&& 0xFFFF
      y = bxor(page.number * 5, n + 1) &&& 0xFFFF
      x = if x > y, do: x - y, else: y - x
      w = rem(x * 31 + y * 37 + n * 41, 10_007)
      v = rem(w * 31 + y * 37 + x * 43, 10_009)
      u = rem(v * 31 + w * 37 + x * 47, 10_037)
      page = if u > 5000, do: %{page | number: w}, else: page
      page.number + (Enum.at(page.words, rem(v, 100)) || 0)
    end
  end

  test "what the compiler tells of stack and scratch memory" do
    functions = Map.new(Pages.__honey__(:functions), &{&1.elf_name, &1})
    %{"large" => large, "small" => small} = functions
    assert %{chain: ["small"], deepest: 32, scratch: 0, scratch_with_calls: 0} = small

    # A page is 808 bytes.
    assert %{chain: ["large", turned | _], deepest: deepest} = large
    assert deepest in 64..512
    assert %{program: false, chain: [], scratch: own} = functions[turned]
    assert own >= 808
    assert large.scratch >= 2 * 808
    assert large.scratch_with_calls == large.scratch + own
    assert rem(large.scratch_with_calls, 8) == 0
  end

  test "the task refuses what it does not know" do
    for {arguments, message} <- [
          {[], "which module?"},
          {["--what", "X"], "--what is not an option"},
          {["No.Such.Module"], "there is no module No.Such.Module in this project"},
          {["nope"], "there is no module nope in this project"},
          {["Enum"], "Enum does not `use Honey`"}
        ] do
      assert_raise Mix.Error, ~r/#{Regex.escape(message)}/, fn ->
        Mix.Tasks.Honey.Inspect.run(arguments)
      end
    end
  end

  test "the task shows a module", %{monitor: module} do
    shell = Mix.shell()
    Mix.shell(Mix.Shell.Process)
    on_exit(fn -> Mix.shell(shell) end)
    Mix.Tasks.Honey.Inspect.run([inspect(module), "--json"])
    assert_received {:mix_shell, :info, ["{" <> _]}
  end

  test "a source that is on disk is used where the object has no text of its own" do
    path = CompilerUnit.write_source(@source, "monitor.ex")
    assert Honey.Diagnostic.source_line(path, 4) == "    times(ctx.prev_pid)"
  end

  @tag Kernel.tags()
  test "the verifier is asked, and nothing is pinned by that" do
    assert [%{name: :run, verified: verified, machine_code: _, memory: memory}] =
             Inspection.new(Pinned).verifier

    assert verified in [nil, 2]
    assert memory > 0
    {:ok, directory} = Honey.Pins.default_directory(Pinned)
    refute File.exists?(directory)
  end
end

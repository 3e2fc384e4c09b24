defmodule Honey.GuideBlocksTest do
  @moduledoc """
  What holds the guides to what is right finds what is wrong: one mistake of each kind.
  """

  use ExUnit.Case, async: true

  import ExUnit.CaptureIO

  alias Honey.Test.GuideBlocks
  alias Honey.Test.GuideBlocks.{Page, Run, Shell}

  @root Path.expand("../..", __DIR__)

  @module """
  ```elixir
  defmodule Seen do
    use Honey, license: "GPL"

    deftype Event, pid: :u32
    defmap :seen, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

    @sec "tracepoint/sched/sched_switch"
    def on_switch(ctx), do: count(ctx.next_pid)

    defp count(pid), do: Honey.KernelMap.count(:seen, pid)

    def all(seen), do: Honey.Map.to_list(seen, :seen)
  end
  ```
  """

  # What stands between a page's fences is told apart by its content.
  describe "kinds" do
    for {kind, block} <- [
          code: "```elixir\ndefmap :a, :bpf_hash\n```",
          code: "    Honey.stop(pid)",
          code: "```elixir\ncompilers: [:honey] ++ Mix.compilers()\n```",
          iex: "    iex> 1 + 1\n    2",
          test: "```elixir\ndefmodule T do\n  use ExUnit.Case\nend\n```",
          shell: "    make test      # all of it",
          shell: "    $ cd bench\n    something",
          shell: "```sh\nanything\n```",
          c: "```c\nint a;\n```",
          text: "```text\nso it is\n```",
          text: "    error: a.ex:1: no\n      hint: yes",
          unknown: "    This is no code.",
          unknown: "```rust\nfn main() {}\n```",
          unknown: "```elixir\ncase x do\n```"
        ] do
      test "#{kind}: #{inspect(block)}" do
        assert [%{kind: unquote(kind)}] = blocks(unquote(block))
      end
    end

    test "a block's place, its heading and its lines" do
      assert [%{line: 5, heading: "## Two", lines: ["a", "", "  b"]}] =
               blocks("# One\n\n## Two\n\n    a\n\n      b\n\nText")
    end
  end

  describe "code that is right" do
    test "of all kinds" do
      page =
        @module <>
          """
          Parts of a module, with what stands before:

          ```elixir
          @sec "tracepoint/sched/sched_process_exec"
          def on_exec(ctx), do: count(ctx.pid)
          ```

          ```elixir
          defmap :first, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Event

          KernelMap.put(:first, key, %Event{pid: key})

          Honey.Map.get(object, :first, 7)   #=> %Seen.Event{pid: 7}
          ```

          Elixir:

          ```elixir
          children = [{Honey, {Seen, name: :seen, attach: [on_switch: false]}}]
          Supervisor.start_link(children, strategy: :one_for_one)
          ```

              iex> {:ok, seen} = Honey.start_link(Seen)
              iex> Seen.all(seen)
              [{1, 2}]

              iex> Honey.Sim.run(Seen, :on_switch, ctx: %{next_pid: 7}).maps
              %{seen: %{7 => 1}}
          """

      assert problems(page) == []
    end
  end

  test "a project that a page shows does not become the project of the tests" do
    project =
      "defmodule Shown.MixProject do\n  use Mix.Project\n  def project, do: [app: :shown]\nend"

    assert problems("```elixir\n#{project}\n```") == []
    assert Mix.Project.get() == Honey.MixProject
  end

  describe "mistakes:" do
    for {name, block, pattern} <- [
          {"a function that is not there", "    Honey.Map.fetsh(object, :seen, 1)", ~r/fetsh/},
          {"an arity that is not there", "    Honey.stop(object, 1)", ~r"stop/2"},
          {"an option that is not there", "    Honey.start_link(Seen, vrs: [])",
           ~r/unknown option :vrs/},
          {"an option of a child", "    children = [{Honey, {Seen, nme: :seen}}]",
           ~r/unknown option :nme/},
          {"an option of a link", "    Honey.load(Seen, attach: [on_switch: [interfac: 1]])",
           ~r/unknown option :interfac/},
          {"an option behind a pipe", "    object |> Honey.Events.stream(:events, on_los: 1)",
           ~r/unknown option :on_los/},
          {"a function of the guide's module", "    Seen.al(object)", ~r"Seen.al/1"},
          {"a local function", "    frobnicate(1)", ~r"frobnicate/1"},
          {"a map in a program", "    bpf_map_delete_elem(:sene, 1)", ~r/unknown_map/},
          {"a field", "```elixir\n@sec \"xdp\"\ndef a(ctx), do: ctx.nothing\n```",
           ~r/unknown_field/},
          {"an option of a map", "    defmap :a, :bpf_hash, max_entires: 1", ~r/max_entires/},
          {"a struct", "    KernelMap.put(:seen, 1, %Evnt{})", ~r/Evnt/},
          {"a module and what is run beside it",
           "    defmodule A do\n    end\n\n    raise \"run\"",
           ~r/modules have a block of their own/},
          {"kernel code that nothing calls", "    def a(pid), do: KernelMap.count(:seen, pid)",
           ~r/no program calls `a`/},
          {"what is never used", "```elixir\ndefp unused, do: 1\n```", ~r/unused/},
          {"a warning of Honey's", "    bpf_map_lookup_elem(:seen, 1) + 1", ~r/nil_operand/},
          {"a session", "    iex> Honey.Map.kees(object, :seen)\n    [1]", ~r"kees/2"},
          {"a session's result", "    iex> Enum.sum([1, 2])\n    4", ~r/gives 3, not 4/},
          {"the result of a simulation",
           "    Honey.Sim.run(Seen, :on_switch, ctx: %{next_pid: 7}).return   #=> 5",
           ~r/gives 0, not 5/},
          {"an assertion",
           "    assert Honey.Sim.run(Seen, :on_switch, ctx: %{next_pid: 7}).maps == 1",
           ~r/Assertion/},
          {"no refusal", "```elixir\n# refused: unknown_map\nbpf_map_delete_elem(:seen, 1)\n```",
           ~r/promised is .*told \[\]/},
          {"another refusal",
           "```elixir\n# refused: nil_operand\nbpf_map_delete_elem(:sene, 1)\n```",
           ~r/promised is .*unknown_map/},
          {"a warning for a refusal",
           "```elixir\n# refused: nil_operand\nbpf_map_lookup_elem(:seen, 1) + 1\n```",
           ~r/promised is .*warns/},
          {"C", "```c\nint a\n```", ~r/expected ';'/},
          {"what is of no kind", "    Something, that is said.", ~r/neither code nor a command/},
          {"a task", "    mix honey.inspekt Seen", ~r/mix honey.inspekt/},
          {"a target", "    make tset", ~r/make tset/},
          {"a message without a code", "    error: a.ex:1: no\n      hint: yes", ~r/no code of/},
          {"a message with a wrong code", "    error: a.ex:1: no [noo]\n      hint: yes",
           ~r/no code of/},
          {"a path", "    $ scripts/tset-vm.sh 5.10", ~r/scripts\/tset-vm.sh/},
          {"code in a command", "    mix run -e \"Seen.al(1)\"", ~r"Seen.al/1"}
        ] do
      test name do
        assert [problem | _] = problems(@module <> "\n" <> unquote(block) <> "\n")
        assert problem =~ unquote(Macro.escape(pattern))
      end
    end
  end

  @tag Honey.Test.Kernel.tags()
  test "what an object is asked that has no such type" do
    for {block, refusal} <- [
          {"Honey.Map.put(object, :seen, {1, 2}, 3)", ~r/is not of the map's type/},
          {"object |> Honey.map(:seen) |> Honey.Map.pop()", ~r/takes no `pop`/},
          {"Honey.Map.get(object, :seen, 7)", nil}
        ] do
      blocks = blocks(@module <> "\n    #{block}\n")
      found = Page.check(blocks, "tried#{System.unique_integer([:positive])}.md", @root)
      %{modules: [module | _] = modules, live: live} = found[List.last(blocks).line]
      object = Honey.load!(module)
      refusals = Run.try_on(object, modules -- [module], live)
      Honey.unload(object)
      for {_, %{modules: modules}} <- found, module <- modules, do: Honey.Test.Elf.purge(module)

      if refusal,
        do: assert([text] = refusals) && assert(text =~ refusal),
        else: assert(refusals == [] and live.statements == [block])
    end
  end

  test "what is refused and what is warned of, as promised" do
    assert problems(
             @module <>
               """

               ```elixir
               # refused: unknown_map
               bpf_map_delete_elem(:sene, 1)
               ```

               ```elixir
               bpf_map_lookup_elem(:seen, 1) + 1   # warns: nil_operand
               ```
               """
           ) == []
  end

  test "messages have the line of the page" do
    assert [problem | _] = problems(@module <> "\n    a = 1\n    Honey.Map.fetsh(a, :seen, 1)\n")
    assert problem =~ ~r/^18: /
  end

  test "documentation of a source: what is not there is found at its line" do
    source = """
    defmodule A do
      @moduledoc \"\"\"
      Text.

          Honey.stop(a)
          a |> Honey.Map.fetsh(:b, 1)
          bpf_ktime_get_ms()
          KernelMap.count(:a)
          Honey.start_link(A, vrs: [])
          &Honey.Map.get/2
          own(a)

      And what says nothing.
      \"\"\"
      @doc "    Honey.nothing()"
      def a, do: 1
    end
    """

    directory = directory()
    File.write!(Path.join(directory, "a.ex"), source)

    assert [
             "a.ex:5: there is no Honey.Map.fetsh/3",
             "a.ex:5: there is no Honey.BpfHelpers.bpf_ktime_get_ms/0",
             "a.ex:5: there is no Honey.KernelMap.count/1",
             "a.ex:5: unknown option :vrs of Honey.start_link/2" <> _
           ] = Enum.sort_by(Page.documentation_problems("a.ex", directory), &order/1)
  end

  defp order(problem), do: Enum.find_index(~w(fetsh get_ms count vrs), &(problem =~ &1))

  test "commands and links of a text" do
    assert Shell.named("`mix honey.doctor`, `make test` and `mix test --trace`", @root) == []
    assert [_] = Shell.named("`mix honey.docter`", @root)
    assert [_] = Shell.named("`make tset`", @root)

    directory = directory()

    File.write!(
      Path.join(directory, "a.md"),
      "# A: `b`\n[a](#a-b) [b](#b) [c](c.md) [d](a.md#a-b)\n"
    )

    assert ["#b: there is no such heading", "c.md leads nowhere"] =
             Page.text_problems("a.md", directory)
  end

  defp directory do
    directory =
      Path.join(
        System.tmp_dir!(),
        "honey-page-#{System.pid()}-#{System.unique_integer([:positive])}"
      )

    File.mkdir_p!(directory)
    on_exit(fn -> File.rm_rf!(directory) end)
    directory
  end

  defp blocks(text), do: GuideBlocks.blocks(text, "page.md")

  # Each page has modules of its own.
  defp problems(text) do
    file = "page#{System.unique_integer([:positive])}.md"
    blocks = GuideBlocks.blocks(text, file)

    {found, _} =
      with_io(:stderr, fn -> with_output(fn -> Page.check(blocks, file, @root) end) end)

    for {_, %{modules: modules}} <- found, module <- modules, do: Honey.Test.Elf.purge(module)
    for {_, %{problems: problems}} <- Enum.sort(found), problem <- problems, do: problem
  end

  defp with_output(check) do
    {found, _} = with_io(check)
    found
  end
end

defmodule Honey.PrintkTest do
  @moduledoc """
  What bpf_printk writes: the same line in the kernel's trace, in `Honey.Sim`, and as Elixir's own
  string has it.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Sim
  alias Honey.Test.Kernel

  @moduletag Kernel.tags()
  @token "honey-#{System.pid()}-#{System.unique_integer([:positive])}"
  @trace "/sys/kernel/tracing/trace"

  defmodule Prints do
    use Honey, license: "GPL", kernel: "5.16"
    import Honey.BpfHelpers

    @token Module.get_attribute(Honey.PrintkTest, :token)

    deftype Event,
      pid: :u32,
      kind: {:enum, [:exec, :exit, nothing_at_all: 7]},
      name: {:string, 16}

    defvar :event, Event, %Event{pid: 4_000_000_000, kind: :nothing_at_all, name: "two words"}
    defvar :big, :u64, 0xFFFFFFFFFFFFFFFF
    defvar :small, :s64, -0x8000000000000000
    defvar :flag, :bool, true
    defvar :tone, {:enum, [red: 1, green: 2]}, nil

    @sec "syscall"
    def run(_ctx) do
      event = event()
      bpf_printk(@token <> " a text, 100% \"quoted\"\t\\ as it stands")
      bpf_printk("#{@token} #{big()} #{small()} #{event.pid}")
      bpf_printk("#{@token} kind #{event.kind}, name #{event.name}.")
      bpf_printk("#{@token} #{flag()} #{tone()}|#{not flag()}")
      bpf_printk("#{@token} #{:atom} #{nil}#{"text 5%"}")

      bpf_printk(
        "#{@token} #{1} #{2} #{3} #{4} #{event.name} #{5 - 11} #{event.kind} #{big()} #{8}"
      )

      bpf_printk("#{@token} %d %x %s %u %d", [-1, 255, event.name, 7, big()])
      bpf_printk(["#{@token} %s %s %d%%", event.name, event.name, small()])
      count(bpf_printk("#{@token} #{event.name}#{event.name}"))
    end

    defp count({:error, _}), do: -1
    defp count(written), do: written

    def lines do
      event = event()

      [
        @token <> " a text, 100% \"quoted\"\t\\ as it stands",
        "#{@token} #{big()} #{small()} #{event.pid}",
        "#{@token} kind #{event.kind}, name #{event.name}.",
        "#{@token} #{flag()} #{tone()}|#{not flag()}",
        "#{@token} #{:atom} #{nil}#{"text 5%"}",
        "#{@token} #{1} #{2} #{3} #{4} #{event.name} #{5 - 11} #{event.kind} #{big()} #{8}",
        "#{@token} -1 ff #{event.name} 7 #{big()}",
        "#{@token} #{event.name} #{event.name} #{small()}%",
        "#{@token} #{event.name}#{event.name}"
      ]
    end
  end

  setup do
    Kernel.mount_tracefs()
  end

  defp traced do
    for line <- String.split(File.read!(@trace), "\n"),
        [_, text] <- [String.split(line, "bpf_trace_printk: ", parts: 2)],
        String.starts_with?(text, @token),
        do: text
  end

  test "each line is the same in the kernel, in Honey.Sim and in Elixir" do
    for given <- [[], [flag: false, tone: :green, big: 1, small: 7]] do
      object = Honey.load!(Prints, vars: given)
      before = traced()
      {:ok, %{return: return}} = Honey.test_run(object, :run)
      :ok = Honey.unload(object)
      result = Sim.run(Prints, :run, vars: given)
      assert return == result.return
      assert traced() -- before == result.printk
      if given == [], do: assert(result.printk == Prints.lines())
    end
  end

  test "the kernel itself prints no letter right behind a string, which is refused" do
    for {text, says} <- [
          {~S|"#{bpf_get_current_comm()}x"|, "a string is followed by `x`"},
          {~S|"%s9", [bpf_get_current_comm()]|, "a string is followed by `9`"},
          {~S|"#{bpf_get_current_comm()}#{:x}"|, "a string is followed by `x`"},
          {~S|"pid %d"|, "the text has `%d`, but no list of values follows"},
          {~S|"#{bpf_map_lookup_elem(:counts, 1)}"|, "which bpf_printk cannot print"},
          {~S|"#{{1, 2}}"|, "which bpf_printk cannot print"},
          {~S|"größer #{1}"|, "a character that the kernel does not print"},
          {~S|"#{1}#{2}#{3}#{4}"|, "`bpf_printk` of more than three values needs kernel 5.16"}
        ] do
      source = """
      defmodule Honey.PrintkTest.Refused do
        use Honey, license: "GPL"
        import Honey.BpfHelpers
        defmap :counts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64
        @sec "raw_tracepoint/sched_switch"
        def run(_ctx), do: bpf_printk(#{text})
      end
      """

      error = catch_error(capture_io(:stderr, fn -> Code.compile_string(source) end))
      assert %Honey.CompileError{} = error
      assert Exception.message(error) =~ says
    end
  end
end

defmodule Honey.LostUpdateTest do
  @moduledoc """
  What is said to do about an update that may be lost: a lock only where the kernel takes one.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.CompilerUnit

  # The hints of a module whose programs have these sections.
  defp hints(sections) do
    programs =
      for {section, n} <- Enum.with_index(sections) do
        """
        @sec "#{section}"
        def program#{n}(_ctx) do
          Honey.KernelMap.update(:pairs, 1, {1, 2}, fn {a, b} -> {a + 1, b + 2} end)
          Honey.KernelMap.update(:longest, 1, %Task{}, &%{&1 | longest: &1.longest * 2})
          task = Honey.KernelMap.get(:tasks, 2, %Task{})
          Honey.KernelMap.put(:tasks, 2, %{task | calls: task.calls + 1})
          0
        end
        """
      end

    source = """
    defmodule Honey.LostUpdate#{System.unique_integer([:positive])} do
      use Honey.Test.CompilerUnit, license: "GPL"
      deftype Task, calls: :u64, longest: :u32
      defmap :pairs, :bpf_hash, max_entries: 8, key_type: :u32, value_type: {:u64, :u64}
      defmap :longest, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Task
      defmap :tasks, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Task
      #{programs}
    end
    """

    {result, _} =
      with_io(:stderr, fn ->
        Code.compile_string(source, "lost_update.ex")
        Honey.Compiler.compile(CompilerUnit.last(), Honey.Compiler.environment(File.cwd!()))
      end)

    assert {:ok, %{warnings: warnings}} = result
    for %{code: :lost_update, hint: hint} <- warnings, do: hint
  end

  test "a lock, where all programs of the module can have one" do
    assert [pair, field, two] = hints(["xdp"])
    assert pair == "keep it in a struct with a lock, and change it in `Honey.with_lock`"
    assert field == "hold a lock: `Honey.with_lock`, or use a per-CPU map"
    assert two =~ ~r/^let one call do both: .*, or hold a lock: `Honey.with_lock`$/
  end

  test "no lock, where a program traces" do
    for sections <- [
          ["tracepoint/sched/sched_switch"],
          ["raw_tracepoint/sys_enter"],
          ["xdp", "tracepoint/sched/sched_switch"]
        ] do
      assert [_ | _] = hints = hints(sections)
      refute Enum.any?(hints, &(&1 =~ "lock")), inspect(hints)

      assert "keep numbers that are added to in a struct of `deftype`, or use a per-CPU map" in hints

      assert "use a per-CPU map" in hints
    end
  end
end

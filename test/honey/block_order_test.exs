defmodule Honey.BlockOrderTest do
  @moduledoc """
  Kernels such as Linux 6.1 let only jumps lead back to the beginning of a loop: where clang lays a loop out so
  that its body falls into it, clang is asked again (c_src/compiler/object/check_order.h). It rarely
  does, so that the first answer here is that of a stand-in.
  """

  use ExUnit.Case, async: true

  alias Honey.Compiler

  defmodule Straight do
    use Honey, license: "GPL"

    @sec "raw_tracepoint/sys_enter"
    def on_call(_ctx), do: 7
  end

  @fallen Path.expand("../../c_src/test/fixtures/elf/fall_back.c", __DIR__)
  @kept "-mllvm -disable-block-placement"

  setup %{tmp_dir: directory} do
    object = Path.join(directory, "fallen.o")
    arguments = ~w(-O2 -g -target bpf -mcpu=v3 -c -o #{object} #{@fallen})
    {_, 0} = System.cmd(Compiler.clang(), arguments, stderr_to_stdout: true)
    %{object: object, unit: Straight.__honey__(:unit), environment: Compiler.environment(".")}
  end

  # Notes what it is asked for, then runs the script.
  defp stand_in(directory, script) do
    path = Path.join(directory, "clang")
    File.write!(path, "#!/bin/sh\necho \"$@\" >>#{directory}/asked\n#{script}\n")
    File.chmod!(path, 0o755)
    path
  end

  defp asked(directory) do
    for line <- File.stream!(Path.join(directory, "asked")), do: line =~ @kept
  end

  @tag :tmp_dir
  test "clang is asked once more, and for another order", context do
    clang =
      stand_in(context.tmp_dir, """
      case "$*" in
      *"#{@kept}"*) exec #{Compiler.clang()} "$@" ;;
      esac
      cat #{context.object}
      """)

    {:ok, expected} = Compiler.compile(context.unit, context.environment)
    {:ok, result} = Compiler.compile(context.unit, %{context.environment | clang: clang})
    assert result.elf == expected.elf
    assert asked(context.tmp_dir) == [false, true]
  end

  @tag :tmp_dir
  test "what no order helps is kept: newer kernels take it", context do
    clang = stand_in(context.tmp_dir, "cat #{context.object}")
    {:ok, result} = Compiler.compile(context.unit, %{context.environment | clang: clang})
    assert result.elf =~ "fallen"
    assert asked(context.tmp_dir) == [false, true]
  end

  @tag :tmp_dir
  test "a second run that fails leaves the first object", context do
    for failure <- ["exit 1", "echo no >&2; exit 1", "echo garbage", "exit 0", "kill -SEGV $$"] do
      clang =
        stand_in(context.tmp_dir, """
        case "$*" in
        *"#{@kept}"*) #{failure}; exit ;;
        esac
        cat #{context.object}
        """)

      {:ok, result} = Compiler.compile(context.unit, %{context.environment | clang: clang})
      assert result.elf =~ "fallen"
    end
  end

  @tag :tmp_dir
  test "loops in order are left as they are", context do
    clang = stand_in(context.tmp_dir, "exec #{Compiler.clang()} \"$@\"")
    {:ok, _} = Compiler.compile(context.unit, %{context.environment | clang: clang})
    assert asked(context.tmp_dir) == [false]
  end
end

defmodule SyscallLatency.CLITest do
  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias SyscallLatency.CLI

  test "wrong arguments are answered with the usage, and status 1" do
    for arguments <- [
          ["--seconds", "x"],
          ["--seconds", "0"],
          ["--rows", "0"],
          ["--pid", "-1"],
          ["--comm", "longer than 15 bytes"],
          ["--syscall", "no_such_call"],
          ["--syscall", "-1"],
          ["--other"],
          ["word"]
        ] do
      usage =
        capture_io(:stderr, fn -> assert catch_exit(CLI.main(arguments)) == {:shutdown, 1} end)

      assert usage =~ "Usage: mix run [--seconds N]"
    end
  end

  test "the usage is also there for who asks for it" do
    assert capture_io(fn -> CLI.main(["--help"]) end) =~ "Usage: mix run [--seconds N]"
  end

  @tag :kernel
  test "shows the table, and the histogram that is asked for" do
    shown =
      capture_io(fn -> CLI.main(["--seconds", "1", "--rows", "3", "--syscall", "futex"]) end)

    assert [table, "futex", histogram] = String.split(shown, "\n\n")
    assert ["system call" <> _, _first | _] = String.split(table, "\n")
    assert histogram =~ ~r/\A +ns +count\n/
  end
end

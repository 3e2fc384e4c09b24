defmodule RunQueueLatency.CLITest do
  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias RunQueueLatency.CLI

  test "wrong arguments are answered with the usage, and status 1" do
    for arguments <- [
          ["--seconds", "x"],
          ["--seconds", "0"],
          ["--comm", "longer than 15 bytes"],
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
  @tag :tmp_dir
  test "shows the waits, and writes the plot", %{tmp_dir: folder} do
    file = Path.join(folder, "waits.svg")
    shown = capture_io(fn -> CLI.main(["--seconds", "1", "--svg", file]) end)
    assert [_, waits] = Regex.run(~r/\AWaits for a CPU: (\d+) in 1 s\n\n +µs +count\n/, shown)
    assert String.to_integer(waits) > 0
    assert File.read!(file) =~ "Waits for a CPU: #{waits} in 1 s"
  end

  @tag :kernel
  @tag :tmp_dir
  test "says so when the plot cannot be written", %{tmp_dir: folder} do
    file = Path.join(folder, "none/waits.svg")

    said =
      capture_io(:stderr, fn ->
        capture_io(fn -> assert catch_exit(CLI.main(["--seconds", "1", "--svg", file])) end)
      end)

    assert said =~ "#{file} cannot be written: no such file or directory"
  end
end

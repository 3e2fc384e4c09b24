defmodule IoLatency.CLITest do
  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias IoLatency.CLI

  test "wrong arguments are answered with the usage, and status 1" do
    for arguments <- [
          ["--seconds", "x"],
          ["--seconds", "0"],
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
  test "shows a histogram for each operation", %{tmp_dir: folder} do
    file = Path.join(folder, "file")
    writer = Task.async(fn -> write(file) end)
    shown = capture_io(fn -> CLI.main(["--seconds", "1", "--files"]) end)
    send(writer.pid, :stop)
    Task.await(writer)
    assert shown =~ ~r/^write calls: \d+ in 1 s\n\n +µs +count\n +(< )?\d/m
  end

  @tag :kernel
  test "looks at block devices for so long" do
    shown = capture_io(fn -> CLI.main(["--seconds", "1"]) end)

    assert shown =~
             ~r/^No block device was asked for anything in 1 s|^\w+, \w+: \d+ in 1 s\n\n +µs/m
  end

  defp write(file) do
    File.write!(file, "text")

    receive do
      :stop -> :ok
    after
      10 -> write(file)
    end
  end
end

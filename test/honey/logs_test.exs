defmodule Honey.LogsTest do
  @moduledoc """
  The catalogue in test/logs: of what real kernels refused, the whole message, and that it says what
  it must.

  `HONEY_UPDATE_GOLDEN=1 mix test test/honey/logs_test.exs` writes the messages; their difference is
  for reading.
  """

  use ExUnit.Case, async: true

  alias Honey.Error
  alias Honey.Test.Logs

  @update? System.get_env("HONEY_UPDATE_GOLDEN") == "1"
  @root [:cap_bpf, :cap_dac_read_search, :cap_net_admin, :cap_perfmon, :cap_sys_admin]

  # A tracefs with one tracepoint, since messages say what is there.
  setup_all do
    tracefs = Path.join(System.tmp_dir!(), "honey-logs-#{System.pid()}")
    File.mkdir_p!(Path.join(tracefs, "events/sched/sched_switch"))
    on_exit(fn -> File.rm_rf!(tracefs) end)
    %{tracefs: tracefs}
  end

  defp error(name, kernel, path, tracefs) do
    {step, reason} = Logs.read(path)
    elf = Logs.object(name)
    functions = Honey.Listing.functions(elf)

    Error.from_loader(step, reason,
      elf: elf,
      section: functions |> Enum.find(&(&1.section != ".text")) |> Map.fetch!(:section),
      capabilities: @root,
      kernel: kernel,
      tracefs: {:ok, tracefs}
    )
  end

  test "every program was refused by some kernel, and every log is of a program" do
    logs = for kernel <- Logs.kernels(), {name, _} <- Logs.logs(kernel), uniq: true, do: name
    assert Enum.sort(logs) == Enum.sort(Logs.names())
    assert Enum.sort(Logs.kernels()) == ["5.10", "6.1", "6.12", "6.18"]
  end

  for kernel <- Logs.kernels(), {name, path} <- Logs.logs(kernel) do
    test "#{kernel}: #{name}", %{tracefs: tracefs} do
      path = unquote(path)
      error = error(unquote(name), unquote(kernel), path, tracefs)
      message = Exception.message(error) <> "\n"
      golden = Path.rootname(path) <> ".err"
      if @update?, do: File.write!(golden, message)

      assert message == File.read!(golden)
      assert error.errno != nil
      assert message =~ error.cause
      # What the verifier refuses is explained, and stands in the program's own source.
      if error.log do
        refute error.cause =~ ~r/the verifier refused it: \S+ .*\b(R\d|insn|func|off=)\b/

        unless unquote(name) in ~w(combined_stack fetching_atomic recursion lock_in_tracing map_unknown) do
          assert %{file: unquote(name) <> ".bpf.c", line: line, text: text} = error.source
          source = Path.join([Logs.directory(), "programs", unquote(name) <> ".bpf.c"])
          assert source |> File.read!() |> String.split("\n") |> Enum.at(line - 1) =~ text
        end
      end
    end
  end
end

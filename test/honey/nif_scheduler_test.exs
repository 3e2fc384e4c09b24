defmodule Honey.NifSchedulerTest do
  @moduledoc """
  Which scheduler the compiler's functions run on: a dirty one, where they take milliseconds; else that of
  the caller.
  """

  use ExUnit.Case, async: false

  alias Honey.Nif

  for name <- [:helpers, :tracepoints] do
    test "#{name}/0 does not hold a scheduler up" do
      assert dirty?(unquote(name))
    end
  end

  for name <- [:operations, :map_kinds, :program_kinds] do
    test "#{name}/0 runs where the caller is" do
      refute dirty?(unquote(name))
    end
  end

  # Whether the function is come to on a scheduler that has no number: dirty ones have none in traces.
  defp dirty?(name) do
    Code.ensure_loaded!(Nif)
    caller = spawn_link(fn -> receive(do: (:go -> apply(Nif, name, []))) end)
    monitor = Process.monitor(caller)
    :erlang.trace(caller, true, [:running, :scheduler_id])
    send(caller, :go)
    assert_receive {:DOWN, ^monitor, :process, ^caller, :normal}, 5_000
    delivered = :erlang.trace_delivered(caller)
    assert_receive {:trace_delivered, ^caller, ^delivered}, 5_000

    received?({:trace, caller, :in, {Nif, name, 0}, 0})
  end

  defp received?(message) do
    receive do
      ^message -> true
    after
      0 -> false
    end
  end
end

defmodule Honey.StoppedApplicationTest do
  @moduledoc """
  Owners whose application has stopped, in a VM of their own: they go on, can be stopped, and are found again.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Child, Kernel}

  @moduletag Kernel.tags()

  @code """
  Logger.configure(level: :error)

  defmodule Left do
    use Honey, license: "GPL"
    defmap :table, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx), do: 0
  end

  reason = fn
    {:error, error} -> {error.step, error.reason}
    answer -> answer
  end

  again = fn again, ask, tries ->
    case ask.() do
      {:error, _} when tries > 0 ->
        Process.sleep(20)
        again.(again, ask, tries - 1)

      answer ->
        answer
    end
  end

  {:ok, one} = Honey.start_link(Left, name: :one)
  {:ok, two} = Honey.start_link(Left)
  {:ok, three} = Honey.start_link(Left, name: :three)
  :ok = Honey.Map.put(one, :table, 1, 10)
  map = Honey.map!(one, :table)
  :ok = Application.stop(:honey)

  stopped = [
    reason.(Honey.object(one)),
    reason.(Honey.Map.get(:one, :table, 1)),
    reason.(Honey.detach(one)),
    reason.(Honey.attach(one)),
    reason.(Honey.upgrade(one)),
    reason.(Honey.object(self())),
    Honey.Map.get(map, 1),
    Process.alive?(two),
    Honey.stop(two),
    Process.alive?(two),
    Honey.stop(two),
    Honey.unload(:three),
    Process.whereis(:three)
  ]

  {:error, error} = Honey.object(one)
  {:ok, _} = Application.ensure_all_started(:honey)
  found = again.(again, fn -> Honey.Map.get(:one, :table, 1) end, 100)
  %{stopped: stopped, message: Exception.message(error), pid: inspect(one), found: found, stop: Honey.stop(one)}
  """

  test "they say that it does not run, and stop" do
    answers = Child.run!(["env"], @code)

    assert answers.stopped == [
             {:owner, :not_running},
             {:owner, :not_running},
             {:owner, :not_running},
             {:owner, :not_running},
             {:owner, :not_running},
             {:owner, :not_an_owner},
             10,
             true,
             :ok,
             false,
             :ok,
             :ok,
             nil
           ]

    assert answers.message ==
             "no object: the application :honey, which knows what the process #{answers.pid} owns, does not run " <>
               "[not_running]\n  hint: start it, `Application.ensure_all_started(:honey)`: it is told then by who owns objects"

    assert answers.found == 10
    assert answers.stop == :ok
  end
end

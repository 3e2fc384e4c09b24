defmodule Honey.OwnershipTest do
  @moduledoc """
  Objects leave nothing in the kernel and in this process: after many cycles, as many at once, with owners that
  are killed at any point, under supervisors, and when their VM ends. `make soak-ownership` does the same
  thousands of times.
  """

  use ExUnit.Case, async: false

  alias Honey.Error
  alias Honey.Test.{Kernel, Ownership}

  @moduletag Kernel.tags()
  @moduletag :capture_log

  @nothing %{prog: 0, map: 0, link: 0}

  setup_all do
    Kernel.mount_tracefs()
    %{run: Ownership.new()}
  end

  setup %{run: run} do
    fds = Ownership.process().fds

    on_exit(fn ->
      assert Ownership.left_in_the_end(run) == @nothing
      assert Kernel.eventually(fn -> Ownership.process().fds <= fds end)
    end)
  end

  test "what is counted is there", %{run: run} do
    object = Honey.load!(run.module)
    {:ok, [_, _]} = Honey.attach(object)
    assert Ownership.left(run) == %{prog: 2, map: 3, link: 2}
    Honey.detach(object)
    assert Kernel.eventually(fn -> Ownership.left(run).link == 0 end)
    Honey.unload(object)
  end

  test "a hundred cycles leave nothing", %{run: run} do
    Ownership.cycles(run, 20)
    before = Ownership.process()
    Ownership.cycles(run, 100)
    # An object that stayed would be more than that.
    assert Ownership.process().beam < before.beam + 4096
  end

  test "a hundred objects are there at once, and go with their process", %{run: run} do
    assert Ownership.at_once(run, 100) == %{prog: 200, map: 300, link: 140}
  end

  test "owners may be killed at any point", %{run: run} do
    Ownership.kills(run, 60)
  end

  test "a tracepoint takes 64 programs; the error says so, and the others stay", %{run: run} do
    objects = for _ <- 1..65, do: Honey.load!(run.module)
    answers = Enum.map(objects, &Honey.attach(&1, Ownership.tracepoint_program(run), []))
    assert {:error, %Error{step: :attach, errno: :e2big} = error} = List.last(answers)

    assert Exception.message(error) =~
             "as many programs are attached to this tracepoint as it takes"

    assert {:ok, _} = hd(answers)
    Enum.each(objects, &Honey.unload/1)
  end

  test "a supervisor restarts owners under load; readers get values, or are told why not", %{
    run: run
  } do
    name = :honey_ownership_test
    count = Ownership.count_map(run)
    supervisor = start_supervised!({DynamicSupervisor, strategy: :one_for_one, max_restarts: 100})
    {:ok, _} = DynamicSupervisor.start_child(supervisor, {Honey, {run.module, name: name}})

    readers = for _ <- 1..8, do: Task.async(fn -> read(name, count, %{}) end)

    for _ <- 1..10 do
      pid = Process.whereis(name)
      Process.exit(pid, :kill)

      assert Kernel.eventually(fn ->
               next = Process.whereis(name)
               next not in [nil, pid] and is_integer(Honey.Map.get(name, count, 0))
             end)
    end

    Enum.each(readers, &send(&1.pid, :enough))

    for answers <- Task.await_many(readers, 60_000) do
      assert Map.keys(answers) -- [:closed, :starting, :value] == []
      assert answers.value > 0
    end

    assert Kernel.eventually(fn -> Ownership.left(run).prog == 2 end)
    stop_supervised!(DynamicSupervisor)
  end

  defp read(name, map, answers) do
    answer =
      case Honey.Map.get(name, map, 0) do
        value when is_integer(value) -> :value
        {:error, %Error{reason: reason}} -> reason
      end

    answers = Map.update(answers, answer, 1, &(&1 + 1))

    receive do
      :enough -> answers
    after
      0 -> read(name, map, answers)
    end
  end

  test "a module may be there twice, and ExUnit's supervisor ends it", %{run: run} do
    calls = Ownership.calls_map(run)
    one = start_supervised!({Honey, {run.module, name: :honey_ownership_one}})
    two = start_supervised!({Honey, {run.module, name: :honey_ownership_two}})
    three = start_supervised!({Honey, run.module})
    :ok = Honey.Map.put(one, calls, 1, values(1))
    :ok = Honey.Map.put(two, calls, 1, values(2))
    assert [1 | _] = Honey.Map.get(:honey_ownership_one, calls, 1)
    assert [2 | _] = Honey.Map.get(:honey_ownership_two, calls, 1)
    assert Honey.Map.get(three, calls, 1) == nil
    assert Ownership.left(run).prog == 6
    assert stop_supervised({Honey, :honey_ownership_one}) == :ok
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(:honey_ownership_one, calls, 1)
    assert [2 | _] = Honey.Map.get(two, calls, 1)
  end

  defp values(n) do
    {:ok, cpus} = Honey.LoaderNif.map_cpus()
    List.duplicate(n, cpus)
  end

  for ending <- [:stop, :halt, :kill] do
    test "nothing is left when a VM ends by #{ending}" do
      prefix = Ownership.prefix()
      {port, pid} = start_vm(prefix, unquote(ending))
      assert Ownership.left(prefix) == %{prog: 4, map: 6, link: 4}

      if unquote(ending) == :kill,
        do: {_, 0} = System.cmd("sh", ["-c", "kill -9 #{pid}"]),
        else: Port.command(port, "end\n")

      assert_receive {^port, {:exit_status, _}}, 20_000
      assert Ownership.left_in_the_end(prefix) == @nothing
    end
  end

  @endings %{
    stop: "System.stop(0); Process.sleep(:infinity)",
    halt: "System.halt(0)",
    kill: "Process.sleep(:infinity)"
  }

  # One owner is under a supervisor, of which nobody says that it is to end; the other object is a process's own.
  defp start_vm(prefix, ending) do
    source = Ownership.source(Honey.OwnershipTest.Vm, prefix)

    script = """
    [{module, _}] = Code.compile_string(#{inspect(source)}) |> Enum.filter(&function_exported?(elem(&1, 0), :__honey__, 1))
    {:ok, _} = Supervisor.start_link([{Honey, {module, name: :vm}}], strategy: :one_for_one)
    {:ok, [_, _]} = Honey.attach(Honey.load!(module))
    IO.puts(System.pid())
    IO.gets("")
    #{@endings[ending]}
    """

    paths = Enum.flat_map(:code.get_path(), &path(List.to_string(&1)))

    port =
      Port.open({:spawn_executable, System.find_executable("elixir")}, [
        :binary,
        :exit_status,
        :stderr_to_stdout,
        line: 1000,
        args: paths ++ ["-e", script]
      ])

    assert_receive {^port, {:data, {:eol, pid}}}, 60_000
    {port, String.to_integer(pid)}
  end

  defp path(path), do: if(path =~ ~r{/_build/}, do: ["-pa", path], else: [])
end

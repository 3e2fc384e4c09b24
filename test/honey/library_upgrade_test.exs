defmodule Honey.LibraryUpgradeTest do
  @moduledoc """
  The loader's library is replaced by one from another path, as a release's upgrade does, while objects are
  open. The old one's code is gone then: nothing that it left may lead there.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Child, Kernel}

  @moduletag Kernel.tags()

  # In a BEAM of its own, which a mistake ends.
  @code ~S"""
  defmodule Upgraded do
    use Honey, license: "GPL", kernel: "5.14"
    deftype Seen, code: :s32
    defmap :events, TYPE, max_entries: 4096, types: [Seen]

    @sec "raw_tracepoint/sched_switch"
    def run(_ctx) do
      Honey.Events.emit(:events, %Seen{code: 7})
      0
    end
  end

  replace = fn directory ->
    for part <- ["ebin", "priv"],
        do: {_, 0} = System.cmd("cp", ["-rL", Application.app_dir(:honey, part), directory])

    true = :code.replace_path(:honey, String.to_charlist(Path.join(directory, "ebin")))
    :code.purge(Honey.LoaderNif)
    {:module, _} = :code.load_file(Honey.LoaderNif)
    :code.purge(Honey.LoaderNif)
    libraries = for line <- File.stream!("/proc/self/maps"), line =~ "honey_loader", do: line |> String.split() |> List.last()
    1 = length(Enum.uniq(libraries))
    true = Enum.all?(libraries, &String.starts_with?(&1, directory))
  end

  events = fn ref ->
    receive do
      {:honey_events, ^ref, events} -> for event <- events, do: event.code
    after
      20_000 -> :nothing
    end
  end

  parent = self()

  owner =
    spawn(fn ->
      send(parent, Honey.load!(Upgraded))
      receive do: (:end -> :ok)
    end)

  object = receive do: (object -> object)
  {:ok, ref} = Honey.Events.subscribe(object, :events, active: true)
  {:ok, _} = Honey.test_run(object, :run)
  before = events.(ref)

  directory = Path.join(System.tmp_dir!(), "honey-upgraded-#{System.pid()}")
  File.mkdir_p!(directory)

  try do
    replace.(directory)
    {:ok, _} = Honey.test_run(object, :run)
    later = events.(ref)
    monitor = Process.monitor(owner)
    send(owner, :end)
    receive do: ({:DOWN, ^monitor, _, _, _} -> :ok)

    closed? =
      Enum.any?(1..1_000, fn _ ->
        Process.sleep(20)
        match?({:error, %{reason: :closed}}, Honey.test_run(object, :run))
      end)

    {before, later, closed?}
  after
    File.rm_rf!(directory)
  end
  """

  for type <- [:bpf_ringbuf, :bpf_perf_event_array] do
    test "an object with a #{type} goes on, and is closed when its owner ends" do
      code = String.replace(@code, "TYPE", inspect(unquote(type)))
      assert Child.run!(["env"], code) == {[7], [7], true}
    end
  end
end

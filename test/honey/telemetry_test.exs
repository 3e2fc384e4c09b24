defmodule Honey.TelemetryTest do
  @moduledoc "The events, told to a stand-in for `:telemetry`, which Honey does not depend on."

  use ExUnit.Case, async: false

  alias Honey.{Error, Events}
  alias Honey.Test.{Elf, Kernel}

  @moduletag Kernel.tags()

  defmodule Emits do
    use Honey, license: "GPL", kernel: "5.14"

    deftype Event, number: :u64, padding: {:array, :u64, 63}
    defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Event]

    @sec "syscall"
    def emit(_ctx) do
      Honey.Events.emit(:events, %Event{number: 1})
      0
    end

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx), do: 0
  end

  # The same ring, of another size.
  defmodule Other do
    use Honey, license: "GPL", kernel: "5.14"

    deftype Event, number: :u64
    defmap :events, :bpf_ringbuf, max_entries: 8192, types: [Event]

    @sec "syscall"
    def emit(_ctx) do
      Honey.Events.emit(:events, %Event{number: 1})
      0
    end
  end

  # As the library: a span's function gives its result and the metadata of its stop.
  @stand_in (quote do
               def execute(name, measurements, metadata) do
                 send(Honey.TelemetryTest.Listener, {:told, name, measurements, metadata})
                 :ok
               end

               def span(name, metadata, function) do
                 execute(name ++ [:start], %{system_time: 0}, metadata)

                 try do
                   {result, metadata} = function.()
                   execute(name ++ [:stop], %{duration: 0}, metadata)
                   result
                 catch
                   kind, reason ->
                     execute(name ++ [:exception], %{duration: 0}, metadata)
                     :erlang.raise(kind, reason, __STACKTRACE__)
                 end
               end
             end)

  setup do
    if Code.ensure_loaded?(:telemetry), do: flunk("the tests have no library `:telemetry`")
    Module.create(:telemetry, @stand_in, Macro.Env.location(__ENV__))
    Process.register(self(), Honey.TelemetryTest.Listener)
    on_exit(fn -> Elf.purge(:telemetry) end)
  end

  test "loads and attaches, with what they are of" do
    {:ok, object} = Honey.load(Emits)
    on_exit(fn -> Honey.unload(object) end)
    about = %{object: "Emits", module: Emits, owner: self()}
    assert_received {:told, [:honey, :load, :start], %{system_time: _}, ^about}
    stopped = Map.put(about, :error, nil)
    assert_received {:told, [:honey, :load, :stop], %{duration: _}, ^stopped}

    {:ok, _} = Honey.attach(object, :on_exec, [])

    about =
      Map.merge(about, %{
        program: :on_exec,
        section: "raw_tracepoint/sched_process_exec",
        interface: nil
      })

    assert_received {:told, [:honey, :attach, :start], _, ^about}
    stopped = Map.put(about, :error, nil)
    assert_received {:told, [:honey, :attach, :stop], _, ^stopped}
  end

  test "refusals are stops with their error" do
    elf = Elf.build!("refused")
    assert {:error, %Error{} = error} = Honey.load_binary(elf, name: "bad")

    assert_received {:told, [:honey, :load, :stop], _,
                     %{object: "bad", module: nil, error: ^error}}

    refute_received {:told, [:honey, :load, :exception], _, _}
  end

  test "the guide has the table of the events" do
    rows = fn text ->
      for [row] <- Regex.scan(~r/^ *\| `\[:honey.*$/m, text), do: String.trim(row)
    end

    told = rows.(File.read!("lib/honey/telemetry.ex"))
    assert length(told) == 10
    assert rows.(File.read!("guides/deployment.md")) == told
  end

  test "an owner's are told where it runs" do
    {:ok, owner} = Honey.start_link(Emits)
    assert_received {:told, [:honey, :load, :stop], _, %{error: nil}}
    assert_received {:told, [:honey, :attach, :stop], _, %{program: :on_exec, error: nil}}
    # What only runs on demand is attached to nothing.
    refute_received {:told, [:honey, :attach, _], _, %{program: :emit}}
    Honey.stop(owner)
  end

  test "upgrades, with what became of everything" do
    {:ok, owner} = Honey.start_link(Emits, hot_swap: false)
    about = %{object: "Emits", module: Emits, owner: owner}
    {:ok, upgrade} = Honey.upgrade(owner)
    assert_received {:told, [:honey, :upgrade, :start], %{system_time: _}, ^about}
    assert_received {:told, [:honey, :upgrade, :stop], %{duration: _}, stopped}
    became = %{programs: %{on_exec: :overlap}, maps: %{events: :kept}, vars: %{}}
    assert Map.take(upgrade, [:programs, :maps, :vars]) == became
    assert stopped == about |> Map.put(:error, nil) |> Map.merge(became)

    # It has loaded an object, and that is a part of it.
    assert_received {:told, [:honey, :load, :stop], _, _}
    refute_received {:told, [:honey, :load, :stop], _, _}

    assert {:error, error} = Honey.upgrade(owner, module: Other)
    about = %{object: "Other", module: Other, owner: owner}
    assert_received {:told, [:honey, :upgrade, :start], _, ^about}
    refused = %{error: error, programs: %{}, maps: %{}, vars: %{}}
    stopped = Map.merge(about, refused)
    assert_received {:told, [:honey, :upgrade, :stop], _, ^stopped}
    Honey.stop(owner)
  end

  test "what a ring loses is told once, however many subscribe" do
    {:ok, object} = Honey.load(Emits)
    on_exit(fn -> Honey.unload(object) end)
    for _ <- 1..2, do: {:ok, _} = Events.subscribe(object, :events, active: false)
    for _ <- 1..20, do: {:ok, _} = Honey.test_run(object, :emit)
    %{Emits.Event => lost} = Events.lost(object, :events)
    assert lost > 0

    # The server looks when somebody wants records.
    {:ok, _} = Events.subscribe(object, :events, active: true)
    assert_receive {:told, [:honey, :events, :lost], %{count: ^lost}, about}
    assert %{object: name, module: Emits, ring: :events, id: id} = about
    assert name == object.name
    assert Kernel.map?(id)
    refute_receive {:told, [:honey, :events, :lost], _, _}, 50
  end
end

defmodule Honey.Bench.Plain do
  @moduledoc """
  In the place of Honey, to see what Elixir needs for the same module without it.
  """

  defmacro __using__(_options) do
    quote do
      import Bitwise
      import Honey.Bench.Plain, only: [defmap: 3]
      Module.register_attribute(__MODULE__, :sec, accumulate: true)
    end
  end

  defmacro defmap(_name, _type, _options), do: nil
end

defmodule Honey.Bench.Latency do
  @moduledoc """
  How long it takes from the source to the ELF, against clang alone on the very C that Honey emits.
  """

  alias Honey.Bench.{Kernel, Subject, Text}

  @rounds 25
  @heading ["", "ms", "of clang alone"]

  @spec report([Subject.t()]) :: iodata
  def report(subjects) do
    [
      "COMPILE TIME, medians of #{@rounds} rounds, in milliseconds\n",
      "#{Kernel.describe()}\n\n",
      Enum.map(subjects, &[table(&1), "\n"])
    ]
  end

  defp table(subject) do
    directory = Path.join(System.tmp_dir!(), "honey-bench-#{System.pid()}")
    File.mkdir_p!(directory)

    try do
      measured = measure(subject, directory)
      alone = Text.median(measured.clang)

      rows =
        for {name, title} <- [
              clang: "clang alone, on Honey's C",
              unit: "Honey, from the unit to the ELF",
              elf: "from the source to the ELF",
              file: "Code.compile_file, from the source to the end",
              elixir: "the same without Honey, Elixir's own work",
              by_hand: "clang alone, on the C by hand"
            ] do
          time = Text.median(Map.fetch!(measured, name))
          [title, Text.decimal(time / 1000, 1), Text.ratio(time, alone)]
        end

      Text.table(subject.title, @heading, rows)
    after
      File.rm_rf!(directory)
    end
  end

  # The ways take turns, so that what else the machine does concerns all of them.
  defp measure(subject, directory) do
    c_file = Path.join(directory, "honey.c")
    out = Path.join(directory, "out.o")
    File.write!(c_file, subject.module.__honey__(:c_source))
    plain = write_plain(subject, directory)
    unit = subject.module.__honey__(:unit)
    environment = Honey.Compiler.environment(Path.dirname(subject.source))

    ways = [
      clang: fn -> {_, 0} = Subject.clang(c_file, out) end,
      unit: fn -> {:ok, _} = Honey.Nif.compile(unit, environment) end,
      elf: fn -> until_elf(fn -> Subject.compile_elixir(subject.source) end) end,
      file: fn -> Subject.compile_elixir(subject.source) end,
      elixir: fn -> Subject.compile_elixir(plain) end,
      by_hand: fn -> {_, 0} = Subject.clang(subject.c_file, out) end
    ]

    for _ <- 0..@rounds, {name, way} <- ways do
      case :timer.tc(way) do
        {_, {:microseconds, time}} -> {name, time}
        {time, _} -> {name, time}
      end
    end
    |> Enum.drop(length(ways))
    |> Enum.group_by(&elem(&1, 0), &elem(&1, 1))
  end

  # The ELF is there when the compiler returns; what Elixir then makes of the module's other
  # functions is its own. A process cannot trace itself, so another one hears of the return.
  defp until_elf(way) do
    parent = self()
    tracer = spawn_link(fn -> tell_return(parent) end)

    pattern = [{:_, [], [{:return_trace}]}]
    :erlang.trace_pattern({Honey.Nif, :compile, 2}, pattern, [])
    :erlang.trace(self(), true, [:call, :monotonic_timestamp, {:tracer, tracer}])
    start = :erlang.monotonic_time()
    way.()
    :erlang.trace(self(), false, [:call])
    :erlang.trace_pattern({Honey.Nif, :compile, 2}, false, [])

    receive do
      {:elf_at, time} ->
        {:microseconds, :erlang.convert_time_unit(time - start, :native, :microsecond)}
    end
  end

  defp tell_return(parent) do
    receive do
      {:trace_ts, _, :return_from, _, _, time} -> send(parent, {:elf_at, time})
      {:trace_ts, _, :call, _, _} -> tell_return(parent)
    end
  end

  # The module under another name and without Honey: its programs are ordinary functions.
  defp write_plain(subject, directory) do
    path = Path.join(directory, "plain.ex")

    text =
      subject.source
      |> File.read!()
      |> String.replace("use Honey,", "use Honey.Bench.Plain,")
      |> String.replace(~r/^defmodule /, "defmodule Honey.Bench.Plain.")

    File.write!(path, text)
    path
  end
end

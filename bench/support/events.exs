defmodule Honey.Bench.Events do
  @moduledoc """
  How long each program takes for an event, Honey's and C's in turns under one load.
  """

  alias Honey.Bench.{Kernel, Subject, Text}

  @rounds 21
  @milliseconds 300
  @heading ["", "events/s", "Honey ns", "C ns", "empty ns", "Honey/C"]

  @spec report([Subject.t()]) :: iodata
  def report(subjects) do
    directory = Path.join(System.tmp_dir!(), "honey-bench-#{System.pid()}")
    File.mkdir_p!(directory)

    try do
      load = build_load(directory)

      Kernel.with_statistics(fn ->
        [
          "TIME for an event, medians of #{@rounds} rounds; all have the cost of measuring in ",
          "them,\nwhich is nearly all that an empty program shows\n\n",
          for(subject <- subjects, subject.load != :none, do: [with_load(load, subject), "\n"])
        ]
      end)
    after
      File.rm_rf!(directory)
    end
  end

  defp with_load(program, subject) do
    port = Port.open({:spawn_executable, program}, [:binary, :exit_status, args: subject.load])

    Process.sleep(200)

    try do
      table(subject)
    after
      # The load ends when its input does.
      Port.close(port)
    end
  end

  # Each round loads the objects anew: where code and maps happen to lie in memory counts for a
  # nanosecond or two, which the rounds so average out.
  defp table(subject) do
    programs = subject.module.__honey__(:programs)

    elves = [
      honey: subject.module.__honey__(:elf),
      c: subject.c_elf,
      empty: Subject.compile_c(empty_c(programs))
    ]

    rounds = for _ <- 1..@rounds, {name, elf} <- Enum.shuffle(elves), do: {name, observe(elf)}
    Text.table(subject.title, @heading, Enum.map(programs, &row(&1.elf_name, rounds)))
  end

  defp row(program, rounds) do
    time = fn which ->
      Text.median(for {^which, %{^program => {n, ns}}} <- rounds, n > 0, do: ns / n)
    end

    runs = Text.median(for {:honey, %{^program => {n, _}}} <- rounds, do: n)
    [honey, c, empty] = Enum.map([:honey, :c, :empty], time)

    [program, Text.decimal(runs * 1000 / @milliseconds, 0)] ++
      Enum.map([honey, c, empty], &Text.decimal(&1, 1)) ++ [Text.ratio(honey, c)]
  end

  # Attaches the programs for a while: {runs, nanoseconds} of each.
  defp observe(elf) do
    {:ok, object} = Honey.load_binary(elf)

    try do
      {:ok, _} = Honey.attach(object)
      Process.sleep(@milliseconds)
      :ok = Honey.detach(object)
      statistics(object)
    after
      Honey.unload(object)
    end
  end

  defp statistics(object),
    do: Map.new(object.programs, &{&1.elf_name, Kernel.statistics(&1.id)})

  # A file with programs of these names and sections that do nothing.
  defp empty_c(programs) do
    functions =
      for program <- programs do
        """
        __attribute__((section("#{program.section}"), used))
        int #{program.elf_name}(void *ctx)
        {
        	return 0;
        }
        """
      end

    path = Path.join([System.tmp_dir!(), "honey-bench-#{System.pid()}", "empty.bpf.c"])
    license = ~s|char LICENSE[] __attribute__((section("license"), used)) = "GPL";\n|
    File.write!(path, [license | functions])
    path
  end

  defp build_load(directory) do
    program = Path.join(directory, "load")

    {"", 0} =
      System.cmd("cc", ["-O1", "-Wall", "-o", program, Path.expand("../c/load.c", __DIR__)],
        stderr_to_stdout: true
      )

    program
  end
end

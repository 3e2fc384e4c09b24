defmodule Honey.Test.Ownership do
  @moduledoc """
  What objects leave when they go: cycles, objects at once, owners that are killed at any point.

  A module of its own is compiled for each run, whose programs and maps have names that nobody else's have, so that the
  kernel can be asked for just these: `left/1`. test/honey/ownership_test.exs runs a little of
  it, `make soak-ownership` much.
  """

  alias Honey.Test.Kernel

  defstruct [:module, :prefix]

  @type t :: %__MODULE__{module: module(), prefix: binary()}
  @type kinds :: %{prog: non_neg_integer(), map: non_neg_integer(), link: non_neg_integer()}

  @nothing %{prog: 0, map: 0, link: 0}

  # Of programs at one tracepoint the kernel takes 64, whoever attaches them.
  @most_at_tracepoint 40

  @doc "The source of a module whose programs and maps begin with the prefix, which is short."
  @spec source(module(), binary()) :: binary()
  def source(module, prefix) do
    """
    defmodule #{inspect(module)} do
      use Honey, license: "GPL"

      deftype Event, pid: :u32

      defmap :#{prefix}_calls, :bpf_percpu_hash, max_entries: 64, key_type: :u32, value_type: :u64
      defmap :#{prefix}_count, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
      defmap :#{prefix}_ring, :bpf_ringbuf, max_entries: 4096, types: [Event]

      @sec "tracepoint/syscalls/sys_enter_getpgid"
      def #{prefix}_tp(ctx) do
        Honey.KernelMap.count(:#{prefix}_calls, ctx.pid &&& 0xFFFFFFFF)
        Honey.Events.emit(:#{prefix}_ring, %Event{pid: ctx.pid &&& 0xFFFFFFFF})
      end

      @sec "raw_tracepoint/sched_process_exec"
      def #{prefix}_raw(_ctx), do: Honey.KernelMap.count(:#{prefix}_count, 0)
    end
    """
  end

  @doc "A prefix that no other process, and no other run of this one, has."
  @spec prefix() :: binary()
  def prefix do
    unique = System.unique_integer([:positive])
    "h" <> String.downcase(Integer.to_string(String.to_integer(System.pid()) * 1000 + unique, 36))
  end

  @spec new() :: t()
  def new do
    prefix = prefix()
    module = Module.concat(Honey.Test.Ownership, "Of" <> prefix)
    Code.compile_string(source(module, prefix), "ownership.ex")
    %__MODULE__{module: module, prefix: prefix}
  end

  @doc "How much there is in the kernel under the prefix."
  @spec left(t() | binary()) :: kinds()
  def left(%__MODULE__{prefix: prefix}), do: left(prefix)

  def left(prefix) do
    programs = named("prog", prefix)
    ids = Enum.map(programs, & &1["id"])
    links = Enum.count(show("link"), &(&1["prog_id"] in ids))
    %{prog: length(programs), map: length(named("map", prefix)), link: links}
  end

  @doc "Waits until there is nothing any more; what there is then."
  @spec left_in_the_end(t() | binary()) :: kinds()
  def left_in_the_end(run) do
    Kernel.eventually(fn -> left(run) == @nothing end)
    left(run)
  end

  defp named(kind, prefix),
    do: Enum.filter(show(kind), &String.starts_with?(&1["name"] || "", prefix))

  # What goes while bpftool looks makes it fail, and it may not have told of all others by then: it looks again.
  defp show(kind, tries \\ 50) do
    tool = System.find_executable("bpftool") || "/usr/sbin/bpftool"

    case System.cmd(tool, ["-j", kind, "show"], stderr_to_stdout: true) do
      {_, status} when status != 0 and tries > 0 -> show(kind, tries - 1)
      {output, _} -> objects(output)
    end
  end

  defp objects(output) do
    for [object] <- Regex.scan(~r/\{"id":\d+[^{}]*/, output) do
      for [_, key, value] <- Regex.scan(~r/"(id|name|prog_id)":"?([^",]*)/, object), into: %{} do
        {key, if(key == "name", do: value, else: String.to_integer(value))}
      end
    end
  end

  @doc "Descriptors of this process; its memory in kilobytes, the VM's after collection and the system's."
  @spec process() :: %{fds: non_neg_integer(), beam: non_neg_integer(), rss: non_neg_integer()}
  def process do
    Enum.each(Process.list(), &:erlang.garbage_collect/1)

    [_, rss] = Regex.run(~r/^VmRSS:\s*(\d+)/m, File.read!("/proc/self/status"))

    %{
      fds: length(File.ls!("/proc/self/fd")),
      beam: div(:erlang.memory(:total), 1024),
      rss: String.to_integer(rss)
    }
  end

  @doc "Loads, attaches, uses, detaches and unloads, so many times."
  @spec cycles(t(), non_neg_integer(), (non_neg_integer() -> any())) :: :ok
  def cycles(run, count, report \\ fn _ -> :ok end) do
    for n <- 1..count//1 do
      object = Honey.load!(run.module)
      {:ok, links} = Honey.attach(object)
      :ok = Honey.Map.put(object, count_map(run), 0, n)
      true = Honey.Map.get(object, count_map(run), 0) >= n
      if rem(n, 3) == 0, do: Enum.each(links, &Honey.detach/1)
      if rem(n, 3) == 1, do: :ok = Honey.detach(object)
      :ok = Honey.unload(object)
      report.(n)
    end

    :ok
  end

  @doc "Objects that are all there at once, in a process that ends then; what the kernel had meanwhile."
  @spec at_once(t(), pos_integer()) :: kinds()
  def at_once(run, count) do
    Task.await(
      Task.async(fn ->
        objects =
          for n <- 1..count do
            object = Honey.load!(run.module)
            {:ok, _} = Honey.attach(object, raw_program(run), [])
            if n <= @most_at_tracepoint, do: {:ok, [_]} = Honey.attach(object)
            :ok = Honey.Map.put(object, calls_map(run), n, List.duplicate(n, cpus()))
            object
          end

        for {object, n} <- Enum.with_index(objects, 1) do
          [^n | _] = Honey.Map.get(object, calls_map(run), n)
        end

        left(run)
      end),
      120_000
    )
  end

  defp cpus do
    {:ok, cpus} = Honey.LoaderNif.map_cpus()
    cpus
  end

  @doc """
  Owners that are killed after a random time: as they start, as others attach, read, subscribe and
  stop.
  """
  @spec kills(t(), non_neg_integer(), (non_neg_integer() -> any())) :: :ok
  def kills(run, count, report \\ fn _ -> :ok end) do
    for n <- 1..count//1 do
      kill_one(run)
      report.(n)
    end

    :ok
  end

  defp kill_one(run) do
    test = self()

    {starter, monitor} =
      spawn_monitor(fn ->
        {:ok, owner} = Honey.start_link(run.module)
        send(test, {:owner, owner})
        Process.sleep(:infinity)
      end)

    owner =
      receive do
        {:owner, owner} -> owner
      after
        :rand.uniform(50) -> nil
      end

    # One that has started is used until it dies; else the start is what is interrupted.
    users = if owner, do: Enum.map(uses(run), &use_until_closed(owner, &1)), else: []
    if owner, do: Process.sleep(:rand.uniform(20) - 1)
    Process.exit(if(owner && :rand.uniform(2) == 1, do: owner, else: starter), :kill)
    receive do: ({:DOWN, ^monitor, _, _, _} -> :ok)
    Enum.each(users, &Task.await(&1, 30_000))
    flush()
  end

  defp flush do
    receive do
      {:owner, owner} ->
        Process.exit(owner, :kill)
        flush()
    after
      0 -> :ok
    end
  end

  defp uses(run) do
    [
      fn owner -> Honey.attach(owner) end,
      fn owner -> Honey.detach(owner) end,
      fn owner -> Honey.Map.put(owner, count_map(run), 0, 1) end,
      fn owner -> Honey.Map.to_list(owner, calls_map(run)) end,
      fn owner -> Honey.Events.subscribe(owner, :"#{run.prefix}_ring") end,
      fn owner -> if :rand.uniform(20) == 1, do: Honey.stop(owner), else: Honey.errors(owner) end
    ]
  end

  # Answers, whatever the owner's fate, and ends when all that comes is that it is closed.
  defp use_until_closed(owner, use) do
    Task.async(fn ->
      fn -> use.(owner) end
      |> Stream.repeatedly()
      |> Enum.find(fn _ -> not Process.alive?(owner) end)

      use.(owner)
    end)
  end

  def raw_program(run), do: :"#{run.prefix}_raw"
  def tracepoint_program(run), do: :"#{run.prefix}_tp"
  def count_map(run), do: :"#{run.prefix}_count"
  def calls_map(run), do: :"#{run.prefix}_calls"
end

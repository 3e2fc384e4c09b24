defmodule Honey.ForeignTest do
  @moduledoc """
  Objects, maps and links that come from another VM, as terms do: from a file, or by a message. Here they
  are closed, for every function that takes one.
  """

  use ExUnit.Case, async: true

  alias Honey.Error
  alias Honey.Test.{Child, Kernel}

  @moduletag Kernel.tags()

  @code """
  defmodule Foreign do
    use Honey, license: "GPL", kernel: "6.1"
    deftype Seen, pid: :u32
    defvar :limit, :u32, live: true
    defmap :table, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :cpus, :bpf_percpu_hash, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :queue, :bpf_queue, max_entries: 4, value_type: :u64
    defmap :bloom, :bpf_bloom_filter, max_entries: 4, value_type: :u64
    defmap :orders, :bpf_user_ringbuf, max_entries: 4096, value_type: :u64
    defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Seen]
    defmap :outer, :bpf_hash_of_maps, max_entries: 4, key_type: :u32,
      inner: {:bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64}

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx) do
      Honey.Events.emit(:events, %Seen{pid: limit()})
      0
    end
  end

  object = Honey.load!(Foreign)
  {:ok, links} = Honey.attach(object)
  {object, hd(links)}
  """

  defmodule Next do
    use Honey, license: "GPL"

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx), do: 0
  end

  setup_all do
    {object, link} = Child.run!(["env"], @code)
    {:ok, object: object, link: link}
  end

  defp answer(function) do
    case function.() do
      {:error, %Error{reason: :closed}} -> :closed
      other -> other
    end
  rescue
    error in Error -> {:raised, error.reason}
  end

  # What takes no object.
  @others %{
    Honey => ~w(child_spec load load! load_file load_file! load_binary load_binary! start_link
      trace fuel with_lock tail_call)a,
    Honey.Map => ~w(__struct__ fetch_inner get_and_update)a,
    Honey.Var => ~w(__struct__ initial encode update)a,
    Honey.Events => ~w(emit active unsubscribe)a
  }

  defp check(module, cases, context) do
    wanted = for {function, _, answer} <- cases, do: {function, answer}

    answers =
      for {function, arguments, _} <- cases,
          do: {function, answer(fn -> apply(module, function, arguments.(context)) end)}

    assert answers == wanted
    functions = for {name, _} <- module.__info__(:functions), do: name
    untested = Enum.uniq(functions) -- (Keyword.keys(wanted) ++ @others[module])
    assert Enum.reject(untested, &match?("__" <> _, to_string(&1))) == []
  end

  # What is answered is raised by the function with `!`, where there is one.
  defp raising(module, cases) do
    names = for {name, _} <- module.__info__(:functions), into: MapSet.new(), do: name

    for {function, arguments, :closed} <- cases,
        raising = :"#{function}!",
        raising in names,
        do: {raising, arguments, {:raised, :closed}}
  end

  test "an object is closed", context do
    cases = [
      {:attach, &[&1.object], :closed},
      {:attach, &[&1.object, :on_exec, []], :closed},
      {:detach, &[&1.object], :ok},
      {:detach, &[&1.link], :ok},
      {:errors, &[&1.object], :closed},
      {:stats, &[&1.object], :closed},
      {:test_run, &[&1.object, :on_exec, []], :closed},
      {:upgrade, &[&1.object, [module: Next]], :closed},
      {:give_away, fn context -> [context.object, self()] end, :closed},
      {:object, &[&1.object], :closed},
      {:map, &[&1.object, :table], context.object.maps.table},
      {:map!, &[&1.object, :table], context.object.maps.table},
      {:unpin, &[&1.object], :ok},
      {:unload, &[&1.object], :ok},
      {:stop, &[&1.object], :ok}
    ]

    check(Honey, cases ++ raising(Honey, cases), context)
  end

  test "its maps are closed", context do
    all = &[&1.object.maps.table]

    cases = [
      {:get, &[&1.object, :table, 1], :closed},
      {:get, &[&1.object.maps.table, 1], :closed},
      {:fetch, &[&1.object.maps.table, 1], :closed},
      {:put, &[&1.object.maps.table, 1, 2], :closed},
      {:put_many, &[&1.object.maps.table, [{1, 2}]], :closed},
      {:delete, &[&1.object.maps.table, 1], :closed},
      {:take, &[&1.object.maps.table, 1], :closed},
      {:take_all, all, :closed},
      {:clear, all, :closed},
      {:push, &[&1.object.maps.queue, 1], :closed},
      {:push, &[&1.object.maps.orders, 1], :closed},
      {:pop, &[&1.object.maps.queue], :closed},
      {:peek, &[&1.object.maps.queue], :closed},
      {:member?, &[&1.object.maps.bloom, 1], :closed},
      {:update, fn context -> [context.object.maps.table, 1, 2, & &1] end, :closed},
      {:to_list, all, :closed},
      {:keys, all, :closed},
      {:count, all, :closed},
      {:sum, &[&1.object.maps.cpus, 1], :closed},
      {:max, &[&1.object.maps.cpus, 1], :closed},
      {:merge, fn context -> [context.object.maps.cpus, 1, &+/2] end, :closed},
      {:get, &[&1.object, {:outer, 1}, 1], :closed},
      {:put, &[&1.object.maps.outer, 1, %{1 => 2}], :closed},
      {:stream, all, Honey.Map.stream(context.object.maps.table)}
    ]

    check(Honey.Map, cases ++ raising(Honey.Map, cases), context)

    for enumerate <- [&Enum.to_list/1, &Enum.count/1],
        do: assert(answer(fn -> enumerate.(context.object.maps.table) end) == {:raised, :closed})

    stream = Honey.Map.stream(context.object.maps.table)
    assert answer(fn -> Enum.to_list(stream) end) == {:raised, :closed}
  end

  test "its variables and rings are closed", context do
    cases = [
      {:get, &[&1.object, :limit], :closed},
      {:put, &[&1.object, :limit, 2], :closed}
    ]

    check(Honey.Var, cases ++ raising(Honey.Var, cases), context)

    check(
      Honey.Events,
      [
        {:subscribe, &[&1.object, :events, []], :closed},
        {:lost, &[&1.object, :events], :closed},
        {:stream, &[&1.object, :events, []], Honey.Events.stream(context.object, :events)}
      ],
      context
    )

    stream = Honey.Events.stream(context.object, :events)
    assert answer(fn -> Enum.take(stream, 1) end) == {:raised, :closed}
  end
end

defmodule Honey.ArgumentsTest do
  @moduledoc """
  Wrong arguments of the public functions: the caller is told what was found and what was expected.

  Of each call below that is right, one argument at a time is replaced by what is not. The call may
  answer, by `{:error, error}` too, or raise `ArgumentError`, `Honey.Error` or `Honey.CompileError`, or the
  `FunctionClauseError` of the function that was called; but no error from Honey's inside.
  """

  use ExUnit.Case, async: false

  import Bitwise

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Program do
    use Honey, license: "GPL", kernel: "5.14"

    deftype Event, number: :u64
    deftype Setting, low: :u32

    defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
    defmap :by_cpu, :bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: :u64
    defmap :waiting, :bpf_queue, max_entries: 4, value_type: :u64
    defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Event]
    defvar :setting, Setting, %Setting{low: 1}, live: true

    @sec "syscall"
    def run(_ctx) do
      Honey.Events.emit(:events, %Event{number: setting().low})
      0
    end

    @sec "xdp"
    def pass(_ctx), do: 2

    def plus(a, b), do: a + b
  end

  @wrong [
    nil,
    true,
    :wrong,
    "",
    "text",
    <<255>>,
    0,
    -1,
    1.5,
    1 <<< 70,
    [],
    [1],
    [a: 1],
    [{1, 2}],
    [1 | 2],
    %{},
    %{a: 1},
    {},
    {:ok, 1},
    {:via, 1, 2},
    {:global, :nobody},
    1..3
  ]

  # The last one is what `fetch!` is for.
  @raises [ArgumentError, Honey.Error, Honey.CompileError, KeyError]

  setup_all do
    object = Honey.load!(Program)
    {:ok, _} = Application.ensure_all_started(:honey)
    sim = Honey.Sim.new(Program)
    %{object: object, sim: sim, map: Honey.map(object, :counts)}
  end

  defp wrong, do: @wrong ++ [self(), make_ref(), fn -> 1 end, fn _ -> 1 end, %Program.Event{}]

  # Every call, with one argument replaced by each of the wrong ones.
  defp check(module, calls) do
    faults =
      for {name, arguments} <- calls,
          at <- 0..(length(arguments) - 1),
          value <- wrong(),
          changed = List.replace_at(arguments, at, value),
          fault = fault(module, name, changed),
          do: {name, at, value, fault}

    shown =
      for {name, at, value, fault} <-
            Enum.uniq_by(faults, fn {name, at, _, fault} ->
              {name, at, String.slice(fault, 0, 40)}
            end),
          do: "#{inspect(module)}.#{name}, argument #{at + 1}: #{inspect(value)}: #{fault}\n"

    assert shown == [], Enum.join(shown)
  end

  defp fault(module, name, arguments) do
    apply(module, name, arguments)
    nil
  rescue
    error in @raises ->
      if Exception.message(error) in ["argument error", ""], do: "raised without words"

    error in FunctionClauseError ->
      unless {error.module, error.function} in [{module, name}, {module, without_raising(name)}],
        do: told(error, __STACKTRACE__)

    error ->
      told(error, __STACKTRACE__)
  catch
    kind, reason -> "#{kind} #{inspect(reason)}"
  end

  # `get!/2` is `get/2`, and its clauses are that one's.
  defp without_raising(name),
    do: name |> Atom.to_string() |> String.trim_trailing("!") |> String.to_existing_atom()

  defp told(error, stacktrace) do
    where =
      Enum.find_value(stacktrace, fn {module, function, _, place} ->
        if to_string(module) =~ "Honey",
          do: "#{inspect(module)}.#{function}, #{place[:file]}:#{place[:line]}"
      end)

    message = error |> Exception.message() |> String.split("\n") |> hd()
    "#{inspect(error.__struct__)} #{message} at #{where}"
  end

  test "Honey", %{object: object} do
    calls = [
      {:load, [Enum, []]},
      {:load, [Program, [attach: [pass: false]]]},
      {:load_file, ["/nowhere", []]},
      {:load_binary, ["no ELF", []]},
      {:attach, [object, :nothing, []]},
      {:detach, [:nobody]},
      {:unload, [:nobody]},
      {:stop, [:nobody]},
      {:start_link, [Enum, []]},
      {:child_spec, [Program]},
      {:child_spec, [{Program, []}]},
      {:map, [object, :counts]},
      {:errors, [object]},
      {:stats, [object]},
      {:trace, [[]]},
      {:give_away, [object, self()]},
      {:upgrade, [:nobody, []]},
      {:object, [:nobody]},
      {:test_run, [object, :run, []]}
    ]

    check(Honey, calls ++ raising(Honey, calls))
  end

  defp raising(module, calls) do
    for {name, arguments} <- calls,
        function_exported?(module, :"#{name}!", length(arguments)),
        do: {:"#{name}!", arguments}
  end

  # Of every option that there is, each of the wrong values.
  test "the options of Honey", %{object: object} do
    check_options(
      Honey,
      [:attach, :stats, :vars, :name, :pin, :pin_links, :maps, :swap, :hot_swap],
      [
        {:load_binary, ["no ELF"]},
        {:load, [Enum]},
        {:start_link, [Enum]}
      ]
    )

    check_options(Honey, [:data, :ctx, :repeat], [{:test_run, [object, :run]}])
    check_options(Honey, [:interface, :mode], [{:attach, [object, :nothing]}])
    check_options(Honey, [:module, :on_change, :vars], [{:upgrade, [:nobody]}])
    check_options(Honey, [:timeout], [{:trace, []}])
  end

  # The options are the last argument.
  defp check_options(module, options, calls) do
    faults =
      for option <- options,
          {name, arguments} <- calls,
          value <- wrong(),
          fault = fault(module, name, arguments ++ [[{option, value}]]),
          do: {name, option, value, fault}

    shown =
      for {name, option, value, fault} <- Enum.uniq_by(faults, fn {a, b, _, c} -> {a, b, c} end),
          do: "#{inspect(module)}.#{name}, #{option}: #{inspect(value)}: #{fault}\n"

    assert shown == [], Enum.join(shown)
  end

  test "Honey.Sim", %{sim: sim} do
    check(Honey.Sim, [
      {:new, [Program, []]},
      {:run, [Program, :plus, [args: [1, 2]]]},
      {:run, [sim, :plus, [args: [1, 2]]]},
      {:run, [sim, :run, []]},
      {:map, [sim, :counts]},
      {:put_map, [sim, :counts, %{}]},
      {:drain, [sim, :events]},
      {:advance, [sim, 1]},
      {:timers, [sim, :counts]},
      {:var, [sim, :setting]}
    ])
  end

  test "the options of Honey.Sim", %{sim: sim} do
    options = [:maps, :vars, :helpers, :args, :types, :ctx, :cpus] ++ Honey.Sim.World.names()

    faults =
      for option <- options,
          value <- wrong() ++ [[1, 1 | 2], [1, nil], [1, 1.5], %{counts: 1}, %{counts: %{a: 1}}],
          {on, function} <- [{sim, :plus}, {Program, :run}],
          given = [{option, value} | if(option == :args, do: [], else: args(function))],
          fault = fault(Honey.Sim, :run, [on, function, given]),
          do: {option, fault, "Honey.Sim.run #{function} #{inspect(given)}: #{fault}\n"}

    shown =
      for {_, _, text} <-
            Enum.uniq_by(faults, fn {option, fault, _} -> {option, String.slice(fault, 0, 40)} end),
          do: text

    assert shown == [], Enum.join(shown)
  end

  defp args(:plus), do: [args: [1, 2]]
  defp args(:run), do: []

  test "Honey.Map", %{object: object, map: map} do
    for source <- [[map], [object, :counts]] do
      calls = [
        {:get, source ++ [1]},
        {:fetch, source ++ [1]},
        {:put, source ++ [1, 2]},
        {:put, source ++ [1, 2, :any]},
        {:put_many, source ++ [[{1, 2}]]},
        {:put_many, source ++ [[{1, 2}], :any]},
        {:delete, source ++ [1]},
        {:take, source ++ [1]},
        {:take_all, source},
        {:clear, source},
        {:push, source ++ [1]},
        {:pop, source},
        {:peek, source},
        {:member?, source ++ [1]},
        {:update, source ++ [1, 0, &(&1 + 1)]},
        {:to_list, source},
        {:keys, source},
        {:count, source},
        {:stream, source},
        {:sum, source ++ [0]},
        {:max, source ++ [0]},
        {:merge, source ++ [0, &(&1 + &2)]}
      ]

      check(Honey.Map, calls ++ raising(Honey.Map, calls))
    end

    for {name, call} <- [by_cpu: {:sum, [0]}, by_cpu: {:merge, [0, &(&1 + &2)]}] do
      {function, arguments} = call
      check(Honey.Map, [{function, [object, name | arguments]}])
    end

    check(Honey.Map, [
      {:put, [object, :by_cpu, 0, [1, 2]]},
      {:push, [object, :waiting, 1]},
      {:push, [object, :waiting, 1, :any]},
      {:pop, [object, :waiting]},
      {:peek, [object, :waiting]}
    ])
  end

  test "Honey.Events, Honey.Var", %{object: object} do
    check(Honey.Events, [
      {:subscribe, [object, :events, []]},
      {:active, [make_ref(), :once]},
      {:unsubscribe, [make_ref()]},
      {:stream, [object, :events, []]},
      {:lost, [object, :events]}
    ])

    check_options(Honey.Events, [:active, :buffer, :pid, :mailbox, :timeout], [
      {:subscribe, [object, :events]},
      {:stream, [object, :events]}
    ])

    for get <- [:get, :get!], put <- [:put, :put!] do
      check(Honey.Var, [{get, [object, :setting]}, {put, [object, :setting, %{low: 1}]}])
    end
  end

  test "Honey.Clock" do
    check(Honey.Clock, [
      {:now, [:monotonic]},
      {:offset, [:boot]},
      {:to_datetime, [1, :monotonic]},
      {:to_os_time, [1, :second, :monotonic]}
    ])
  end

  test "Honey.Symbols" do
    path = Path.join(System.tmp_dir!(), "honey-arguments-#{System.unique_integer([:positive])}")
    on_exit(fn -> File.rm(path) end)
    File.write!(path, "ffffffff81000000 T schedule\n")
    symbols = Honey.Symbols.read!(path)

    check(Honey.Symbols, [
      {:read, [path]},
      {:read!, [path]},
      {:lookup, [symbols, 1]},
      {:name, [symbols, 1]},
      {:stack, [symbols, [1]]},
      {:folded, [symbols, [{[1], 1}]]}
    ])
  end

  test "what Mix tasks show" do
    check(Honey.Probes, [{:names, ["sched"]}, {:suggest, ["sched"]}, {:fetch, ["sched", {5, 10}]}])

    check(Honey.Inspection, [{:new, [Program, []]}])
  end

  test "Mix tasks say how they are called" do
    for {task, arguments} <- [
          {Mix.Tasks.Honey.Inspect, []},
          {Mix.Tasks.Honey.Inspect, ["A", "B"]},
          {Mix.Tasks.Honey.Inspect, ["--wrong"]},
          {Mix.Tasks.Honey.Inspect, ["no module"]},
          {Mix.Tasks.Honey.Inspect, ["Enum"]},
          {Mix.Tasks.Honey.Probes, []},
          {Mix.Tasks.Honey.Probes, ["a", "b"]},
          {Mix.Tasks.Honey.Probes, ["--wrong"]},
          {Mix.Tasks.Honey.Probes, ["sched", "--kernel", "x"]},
          {Mix.Tasks.Honey.Probes, ["no such event"]},
          {Mix.Tasks.Honey.Doctor, ["now"]},
          {Mix.Tasks.Honey.Doctor, ["--wrong"]}
        ] do
      assert_raise Mix.Error, fn -> task.run(arguments) end
    end
  end
end

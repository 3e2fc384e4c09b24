defmodule Honey.ScratchClaimsTest do
  @moduledoc """
  A program that is entered again before it has ended has scratch memory of its own each time.

  Each run fills scratch memory with the values of one page, changes it in thousands of turns, and
  counts what it does not find as it was. That runs were inside of one another is counted too.
  """

  use ExUnit.Case, async: false

  alias Honey.{LoaderNif, Test.Kernel}

  @moduletag Kernel.tags()

  @source ~S"""
  defmodule Honey.ScratchClaims do
    use Honey, license: "GPL", kernel: "5.17", on_error: 77
    import Honey.BpfHelpers

    deftype Page, seed: :s64, number: :s64, words: {:array, :s64, 120}

    defmap :pages, :bpf_array, max_entries: 64, key_type: :u32, value_type: Page
    defmap :given, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64
    defmap :inside, :bpf_array, max_entries: 1024, key_type: :u32, value_type: :s64
    defmap :counts, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp given(n), do: bpf_map_lookup_elem(:given, n) || 0
    defp inside(cpu), do: bpf_map_lookup_elem(:inside, cpu) || 0

    defp count(n, by) do
      old = bpf_map_lookup_elem(:counts, n)
      if old != nil, do: bpf_map_update_elem(:counts, n, old + by, :bpf_any)
    end

    defp enter(cpu, by) do
      old = bpf_map_lookup_elem(:inside, cpu)
      if old != nil, do: bpf_map_update_elem(:inside, cpu, old + by, :bpf_any)
    end

    # The words that were not what they are in the page of this number.
    defp work(key, turns) do
      page = bpf_map_lookup_elem(:pages, key) || %Page{}
      work_on(%{page | number: key}, key, turns)
    end

    defp work_on(start, key, turns) do
      {page, wrong} =
        Enum.reduce(1..turns//1, {start, 0}, fn i, {page, wrong} ->
          word = Enum.at(page.words, rem(i, 120))
          page = %{page | number: page.number + 1}
          {page, if(word == page.seed, do: wrong, else: wrong + 1)}
        end)

      wrong = if page.words == start.words and page.seed == start.seed, do: wrong, else: wrong + 1
      if page.number == key + turns and start.number == key, do: wrong, else: wrong + 1
    end

    @sec "syscall"
    def task(_ctx) do
      cpu = bpf_get_smp_processor_id()
      enter(cpu, 1)
      wrong = work(1, given(0))
      enter(cpu, -1)
      count(0, wrong)
      0
    end

    @sec "raw_tracepoint/hrtimer_expire_entry"
    def interrupt(_ctx) do
      if inside(bpf_get_smp_processor_id()) > 0 do
        count(1, 1)
        count(2, work(2, 20))
      end

      0
    end

    # Waits for another run on the same CPU. Nothing is at the address: the kernel has to look, and
    # lets other tasks run.
    @sec "syscall"
    def sleeper(_ctx) do
      cpu = bpf_get_smp_processor_id()
      key = bpf_get_current_pid_tgid() &&& 63
      page = bpf_map_lookup_elem(:pages, key) || %Page{}
      start = %{page | number: key}
      enter(cpu, 1)

      met =
        Enum.any?(1..given(0)//1, fn _ ->
          _ = bpf_copy_from_user(8, :u64)
          inside(cpu) > 1
        end)

      wrong = if start.number == key, do: work_on(start, key, 500), else: 1
      enter(cpu, -1)
      if met, do: count(1, 1)
      wrong
    end

    # Ends in each of its ways, as the input says.
    @sec "syscall"
    def exits(_ctx) do
      n = given(0)
      page = %Page{number: n}
      count(3, 1)

      case leave(page, n) do
        :early -> 3
        page -> page.number + (Enum.at(page.words, n) || 100)
      end
    end

    defp leave(_page, 1), do: raise("one")
    defp leave(_page, 2), do: :early
    defp leave(page, 3), do: %{page | number: div(10, page.number - 3)}

    defp leave(page, 4) do
      Enum.reduce(1..2000, page, fn i, page ->
        if i == 1500, do: raise("in a turn"), else: %{page | number: page.number + 1}
      end)
    end

    defp leave(page, n) when n > 4, do: %{page | number: page.number * 2}
  end
  """

  setup_all do
    modules = Code.compile_string(@source, "scratch_claims.ex")
    on_exit(fn -> for {module, _} <- modules, do: :code.purge(module) && :code.delete(module) end)
    %{module: Honey.ScratchClaims}
  end

  setup %{module: module} do
    object = Honey.load!(module)
    on_exit(fn -> Honey.unload(object) end)
    page = Module.concat(module, Page)

    for key <- 0..63 do
      seed = key * 1000 + 7

      :ok =
        Honey.Map.put(
          object,
          :pages,
          key,
          struct!(page, seed: seed, words: List.duplicate(seed, 120))
        )
    end

    %{object: object}
  end

  defp given(object, n, value), do: :ok = Honey.Map.put(object, :given, n, value)
  defp counted(object, n), do: Honey.Map.get(object, :counts, n)

  defp run(object, program) do
    {:ok, %{return: return}} = Honey.test_run(object, program)
    return
  end

  # A program that reads user memory waits for the memory map of its process while another thread
  # changes that; nothing else in it lets other tasks run.
  defp change_memory_map do
    # Of sizes that differ, since the VM keeps what it may use again.
    _ = :binary.copy(<<0>>, Enum.random(2..48) * 1024 * 1024)
    :erlang.garbage_collect()
    change_memory_map()
  end

  # As often as it takes until some runs were inside of others.
  defp run_until(object, wanted, run, tries \\ 200) do
    run.()

    cond do
      counted(object, 1) >= wanted -> :ok
      tries > 0 -> run_until(object, wanted, run, tries - 1)
      true -> flunk("no run was inside of another")
    end
  end

  test "an interrupt's program does not change a task's", %{object: object} do
    given(object, 0, 50_000)
    {:ok, link} = Honey.attach(object, :interrupt, [])
    run_until(object, 10, fn -> run(object, :task) end)
    Honey.detach(link)
    assert {counted(object, 0), counted(object, 2)} == {0, 0}
    assert Honey.errors(object) == []
  end

  test "programs that sleep, in several tasks at the same time", %{object: object} do
    given(object, 0, 200_000)
    changing = for _ <- 1..3, do: spawn(&change_memory_map/0)
    on_exit(fn -> Enum.each(changing, &Process.exit(&1, :kill)) end)

    run_until(object, 2, fn ->
      runs = for _ <- 1..8, do: Task.async(fn -> run(object, :sleeper) end)
      assert Task.await_many(runs, 60_000) == List.duplicate(0, 8)
    end)

    assert Honey.errors(object) == []
  end

  test "each way out gives scratch memory back", %{object: object} do
    for {n, return, raises} <- [
          {0, 77, true},
          {1, 77, true},
          {2, 3, false},
          {3, 77, true},
          {4, 77, true},
          {7, 14, false}
        ] do
      given(object, 0, n)
      before = total(object)
      assert Enum.uniq(for _ <- 1..40, do: run(object, :exits)) == [return]
      assert total(object) - before == if(raises, do: 40, else: 0)
      assert claims(object) == [0]
    end

    refute Enum.any?(Honey.errors(object), &(&1.kind == :busy))
  end

  test "it is there after ten thousand raises", %{object: object} do
    given(object, 0, 3)
    for _ <- 1..10_000, do: 77 = run(object, :exits)
    assert [%{kind: :arithmetic, count: 10_000}] = Honey.errors(object)
    given(object, 0, 7)
    assert run(object, :exits) == 14
  end

  test "a program that gets none raises, and does nothing else", %{object: object} do
    given(object, 0, 7)
    claim_all(object, 1)
    assert Enum.uniq(for _ <- 1..5, do: run(object, :exits)) == [77]
    assert [%{kind: :busy, function: {:exits, 1}, count: 5}] = Honey.errors(object)
    assert counted(object, 3) == 0
    assert claims(object) == [1]

    claim_all(object, 0)
    assert run(object, :exits) == 14
    assert counted(object, 3) == 1
    assert total(object) == 5
  end

  defp total(object), do: object |> Honey.errors() |> Enum.map(& &1.count) |> Enum.sum()

  # What the object does not show its users.
  defp scratch(object) do
    {:ok, rows} = LoaderNif.object_maps(object.ref)
    row = Enum.find(rows, &(elem(&1, 0) == "honey_scratch"))
    {:ok, map} = Honey.Map.Opening.open(object.ref, row, %{name: :scratch}, [], [])
    map
  end

  defp claim_all(object, claims) do
    scratch = scratch(object)

    for {key, cpus} <- Honey.Map.to_list(scratch) do
      claimed = for <<_::64, values::binary>> <- cpus, do: <<claims::native-64, values::binary>>
      :ok = Honey.Map.put(scratch, key, claimed)
    end
  end

  # The counters, each once.
  defp claims(object) do
    values = for {_, cpus} <- Honey.Map.to_list(scratch(object)), value <- cpus, do: value
    values |> Enum.map(fn <<claims::native-64, _::binary>> -> claims end) |> Enum.uniq()
  end
end

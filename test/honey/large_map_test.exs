defmodule Honey.LargeMapTest do
  @moduledoc """
  Large values that Elixir wrote into maps: programs read them, change them, and put them back, in the kernel
  as in the simulation and on the BEAM.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.LoaderNif
  alias Honey.Test.{Kernel, SimRun}

  @moduletag Kernel.tags()

  # Mark has gaps; Book is of 3.6 KiB.
  @source ~S"""
  defmodule Honey.LargeMaps do
    use Honey, license: "GPL", kernel: "KERNEL", on_error: 77
    import Honey.BpfHelpers

    deftype Mark, at: :s16, weight: :s64, on: :bool
    deftype Page, number: :s64, words: {:array, :s64, 120}, name: {:string, 40}, kind: {:enum, [:free, :used]}
    deftype Book, title: {:string, 300}, pages: {:array, Page, 2}, marks: {:array, Mark, 40}, bytes: {:binary, 37}, count: :s32, open: :bool

    defmap :books, :bpf_hash, max_entries: 4, key_type: :u32, value_type: Book
    defmap :pages, :bpf_array, max_entries: 4, key_type: :u32, value_type: Page
    defmap :given, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

    defp given(n), do: bpf_map_lookup_elem(:given, n) || 0

    # What is in the middle of a book, at indices that only the run knows.
    def read(book, i, j) do
      mark = Enum.at(book.marks, i)
      page = Enum.at(book.pages, j)
      weigh(mark) * 1_000_003 + weigh(page, i) * 31 + book.count + bit(book.open) + byte_size(book.title)
    end

    defp weigh(nil), do: 5
    defp weigh(mark), do: mark.at * 7 + mark.weight * 3 + bit(mark.on)

    defp weigh(nil, _), do: 11
    defp weigh(page, i), do: page.number * 13 + (Enum.at(page.words, i * 3) || 17) + byte_size(page.name) + bit(page.kind == :used)

    defp bit(true), do: 1
    defp bit(false), do: 0

    def change(book, page, n) do
      first = Enum.at(book.pages, rem(n, 2))
      first = if first, do: first, else: page
      changed = %{first | number: first.number - n, name: page.name, kind: :used}

      %{book | pages: [changed, page], count: book.count + n, open: not book.open, title: page.name}
    end

    @sec "SECTION"
    def reads(_ctx) do
      case bpf_map_lookup_elem(:books, 1) do
        nil -> 1
        book ->
          put(0, read(book, given(0), given(1)))
          2
      end
    end

    defp put(n, value), do: bpf_map_update_elem(:given, 2 + n, value, :bpf_any)

    @sec "SECTION"
    def changes(_ctx) do
      book = bpf_map_lookup_elem(:books, 1)
      page = bpf_map_lookup_elem(:pages, 3)

      if book != nil and page != nil do
        bpf_map_update_elem(:books, 2, change(book, page, given(0)), :bpf_any)
        bpf_map_update_elem(:books, 3, book, :bpf_any)
        put(0, bit(bpf_map_lookup_elem(:books, 3) == book) * 2 + bit(bpf_map_lookup_elem(:books, 2) == book))
        2
      else
        1
      end
    end
  end
  """

  # The oldest kernel has no `syscall` programs.
  defp compile(kernel, section \\ "syscall") do
    source = @source |> String.replace("KERNEL", kernel) |> String.replace("SECTION", section)
    capture_io(:stderr, fn -> Code.compile_string(source, "large_maps.ex") end)
    module = Honey.LargeMaps

    on_exit(fn ->
      for module <- [module | Enum.map(~w(Mark Page Book)a, &Module.concat(module, &1))] do
        :code.purge(module)
        :code.delete(module)
      end
    end)

    module
  end

  defp load(module) do
    object = Honey.load!(module)
    on_exit(fn -> Honey.unload(object) end)
    object
  end

  defp between(low, high), do: low + :rand.uniform(high - low + 1) - 1
  defp word, do: between(-0x8000_0000_0000_0000, 0x7FFF_FFFF_FFFF_FFFF)
  defp list(count, fun), do: for(_ <- 1..count, do: fun.())
  defp text(most), do: :binary.list_to_bin(list(between(0, most), fn -> between(1, 127) end))

  defp mark,
    do: [at: between(-0x8000, 0x7FFF), weight: between(-9999, 9999), on: between(0, 1) == 1]

  defp page do
    [
      number: between(-99_999, 99_999),
      words: list(120, &word/0),
      name: text(40),
      kind: Enum.random([:free, :used])
    ]
  end

  defp book(module) do
    struct!(Module.concat(module, Book),
      title: text(300),
      pages: list(2, fn -> page(module) end),
      marks: list(40, fn -> struct!(Module.concat(module, Mark), mark()) end),
      bytes: :binary.list_to_bin(list(37, fn -> between(0, 255) end)),
      count: between(-99_999, 99_999),
      open: between(0, 1) == 1
    )
  end

  defp page(module), do: struct!(Module.concat(module, Page), page())

  # As it is in the kernel.
  defp bytes(object, name, key) do
    {:ok, rows} = LoaderNif.object_maps(object.ref)
    row = Enum.find(rows, &(elem(&1, 0) == Atom.to_string(name)))
    {:ok, map} = Honey.Map.Opening.open(object.ref, row, %{name: name}, [], [])
    Honey.Map.get(map, key)
  end

  defp check(module) do
    :rand.seed(:exsss, {1, 2, 3})
    object = load(module)
    sim = Honey.Sim.new(module)
    for _ <- 1..6, do: check_reads(object, sim, module, book(module))
    for n <- 0..3, do: check_changes(object, sim, module, book(module), page(module), n)
  end

  defp check_reads(object, sim, module, book) do
    :ok = Honey.Map.put(object, :books, 1, book)
    assert Honey.Map.get(object, :books, 1) == book

    for {i, j} <- [{0, 0}, {7, 1}, {39, 1}, {40, 2}, {-1, -1}, {-40, 0}, {-41, -3}] do
      :ok = Honey.Map.put(object, :given, 0, i)
      :ok = Honey.Map.put(object, :given, 1, j)
      assert {:ok, %{return: 2}} = SimRun.test_run(object, sim, :reads)
      <<expected::signed-64>> = <<module.read(book, i, j)::64>>
      assert Honey.Map.get(object, :given, 2) == expected
    end
  end

  defp check_changes(object, sim, module, book, page, n) do
    :ok = Honey.Map.put(object, :books, 1, book)
    :ok = Honey.Map.put(object, :pages, 3, page)
    :ok = Honey.Map.put(object, :given, 0, n)
    changed = module.change(book, page, n)
    assert {:ok, %{return: 2}} = SimRun.test_run(object, sim, :changes)
    assert Honey.Map.get(object, :books, 1) == book
    assert Honey.Map.get(object, :books, 2) == changed
    assert Honey.Map.get(object, :given, 2) == 2

    :ok = Honey.Map.put(object, :books, 4, changed)
    assert bytes(object, :books, 3) == bytes(object, :books, 1)
    assert bytes(object, :books, 2) == bytes(object, :books, 4)
    Honey.Map.delete(object, :books, 4)
  end

  test "a program reads and changes every byte", do: "5.14" |> compile() |> check()

  test "with what the oldest kernel can",
    do: "5.10" |> compile("raw_tracepoint/sched_switch") |> check()

  @clang System.find_executable("clang-19")

  @tag if(@clang, do: [], else: [skip: "clang-19 is not installed"])
  test "with a newer clang" do
    before = System.get_env("HONEY_CLANG")
    System.put_env("HONEY_CLANG", @clang)

    on_exit(fn ->
      if before, do: System.put_env("HONEY_CLANG", before), else: System.delete_env("HONEY_CLANG")
    end)

    "5.14" |> compile() |> check()
    "5.10" |> compile("raw_tracepoint/sched_switch") |> check()
  end
end

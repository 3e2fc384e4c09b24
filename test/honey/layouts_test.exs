defmodule Honey.LayoutsTest do
  @moduledoc """
  Every shape that a struct or a tuple can have, as the key of a hash map: what programs put Elixir finds,
  and the other way round, and both go over the same keys. The layouts are clang's.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, Layouts, SimRun}

  @moduletag Kernel.tags()
  @moduletag timeout: 300_000

  # Maps of a module: as many as a program has room for.
  @batch 30
  @seeds [{3, 77}, {88, 12}]

  setup_all do
    sequences = Layouts.sequences() ++ Layouts.mixed()
    shapes = Enum.map(sequences, &{:tuple, &1}) ++ Enum.map(sequences, &{:struct, &1})

    modules =
      for {batch, n} <- shapes |> Enum.chunk_every(@batch) |> Enum.with_index() do
        module = Module.concat(__MODULE__, "Batch#{n}")
        batch = Enum.with_index(batch)
        Code.compile_string(source(module, batch), "layouts.ex")
        {module, batch}
      end

    on_exit(fn ->
      for {module, batch} <- modules,
          name <- [module | for({{:struct, _}, i} <- batch, do: Module.concat(module, "S#{i}"))],
          do: :code.delete(name) and :code.purge(name)
    end)

    %{modules: modules}
  end

  defp source(module, batch) do
    """
    defmodule #{inspect(module)} do
      use Honey, license: "GPL", kernel: "5.14"
      import Honey.BpfHelpers
      alias Honey.KernelMap

      #{for {{:struct, types}, i} <- batch, do: "deftype S#{i}, #{definition(types)}\n"}
      defmap :in, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u8
      defmap :out, :bpf_array, max_entries: #{2 * @batch}, key_type: :u32, value_type: :s64
      #{for {shape, i} <- batch, do: map(shape, i)}
      #{for {shape, i} <- batch, do: program(shape, i)}
    end
    """
  end

  defp definition(types),
    do:
      types
      |> Enum.with_index()
      |> Enum.map_join(", ", fn {type, n} -> "m#{n}: #{inspect(type)}" end)

  defp map(shape, i) do
    "defmap :m#{i}, :bpf_hash, max_entries: 4, key_type: #{key_type(shape, i)}, value_type: :u32\n"
  end

  defp key_type({:tuple, types}, _i), do: types |> List.to_tuple() |> inspect()
  defp key_type({:struct, _}, i), do: "S#{i}"

  defp key({:tuple, types}, _i, seed), do: types |> List.to_tuple() |> Layouts.source(seed)

  defp key({:struct, types}, i, seed) do
    fields =
      types
      |> Enum.with_index()
      |> Enum.map_join(", ", fn {type, n} -> "m#{n}: #{Layouts.source(type, seed)}" end)

    "%S#{i}{#{fields}}"
  end

  # What it puts, what it finds, and what it goes over.
  defp program(shape, i) do
    """
    @sec "syscall"
    def run#{i}(_ctx) do
      n = bpf_map_lookup_elem(:in, 0)
      m = bpf_map_lookup_elem(:in, 1)
      bpf_map_update_elem(:m#{i}, #{key(shape, i, "n")}, 7, :bpf_noexist)
      bpf_map_update_elem(:out, #{2 * i}, bpf_map_lookup_elem(:m#{i}, #{key(shape, i, "m")}) || 0, :bpf_any)

      sum =
        Enum.reduce(KernelMap.stream(:m#{i}), 0, fn {key, value}, sum ->
          cond do
            key == #{key(shape, i, "n")} -> sum + value
            key == #{key(shape, i, "m")} -> sum + value * 1000
            true -> sum + 1_000_000
          end
        end)

      bpf_map_update_elem(:out, #{2 * i + 1}, sum, :bpf_any)
      1
    end
    """
  end

  defp term({:tuple, types}, _module, _i, seed),
    do: types |> List.to_tuple() |> Layouts.term(seed)

  defp term({:struct, types}, module, i, seed) do
    fields = for {type, n} <- Enum.with_index(types), do: {:"m#{n}", Layouts.term(type, seed)}
    struct!(Module.concat(module, "S#{i}"), fields)
  end

  test "what one side puts the other finds", %{modules: modules} do
    for {module, batch} <- modules do
      object = Honey.load!(module)

      for {n, m} <- @seeds, {shape, i} <- batch do
        map = Honey.map(object, :"m#{i}")
        {ours, theirs} = {term(shape, module, i, m), term(shape, module, i, n)}
        :ok = Honey.Map.put(object, :in, 0, n)
        :ok = Honey.Map.put(object, :in, 1, m)
        :ok = Honey.Map.put(map, ours, 5)
        {:ok, %{return: 1}} = Honey.test_run(object, :"run#{i}")

        assert {shape, Honey.Map.get(map, theirs)} == {shape, 7}
        assert {shape, Honey.Map.get(object, :out, 2 * i)} == {shape, 5}
        assert {shape, Honey.Map.get(object, :out, 2 * i + 1)} == {shape, 5007}
        assert {shape, Enum.sort(map)} == {shape, Enum.sort([{ours, 5}, {theirs, 7}])}
        for key <- [ours, theirs], do: assert(:ok = Honey.Map.delete(map, key))
      end

      Honey.unload(object)
    end
  end

  # One of each batch: the simulation has the bytes by the same layouts.
  test "a simulation finds what the kernel finds", %{modules: modules} do
    for {module, batch} <- modules do
      object = Honey.load!(module)
      sim = Honey.Sim.new(module)
      :ok = Honey.Map.put(object, :in, 0, 9)
      :ok = Honey.Map.put(object, :in, 1, 99)

      for {shape, i} <- Enum.take_every(batch, 10) do
        :ok = Honey.Map.put(object, :"m#{i}", term(shape, module, i, 99), 5)
        assert {%{raised: nil} = same, same} = SimRun.run(object, sim, :"run#{i}")
        assert same.maps.out[2 * i + 1] == 5007
      end

      Honey.unload(object)
    end
  end

  test "sizes and offsets are clang's", %{modules: modules} do
    {structs, checks} =
      for {module, batch} <- modules, {shape, i} <- batch do
        name = "#{module |> Module.split() |> List.last()}_#{i}"
        {size, offsets} = layout(module, shape, i)
        {"struct #{name} { #{Layouts.fields(elem(shape, 1))} };", checks(name, size, offsets)}
      end
      |> Enum.unzip()

    assert length(structs) > 800
    assert clang(structs ++ List.flatten(checks)) == {"", 0}
    assert {error, 1} = clang(structs ++ checks("Batch0_1", 3, [0]))
    assert error =~ "static_assert failed" or error =~ "static assertion failed"
  end

  defp layout(module, {:tuple, _}, i) do
    %{key: {:tuple, size, parts}} = Enum.find(module.__honey__(:maps), &(&1.name == :"m#{i}"))
    {size, Enum.map(parts, &elem(&1, 0))}
  end

  defp layout(module, {:struct, _}, i) do
    type = Enum.find(module.__honey__(:types), &(&1.name == Module.concat(module, "S#{i}")))
    {type.size, Enum.map(type.fields, & &1.offset)}
  end

  defp checks(name, size, offsets) do
    [
      "_Static_assert(sizeof(struct #{name}) == #{size}, \"#{name}\");"
      | for {offset, n} <- Enum.with_index(offsets) do
          "_Static_assert(__builtin_offsetof(struct #{name}, m#{n}) == #{offset}, \"#{name}.m#{n}\");"
        end
    ]
  end

  defp clang(lines) do
    path =
      Path.join(
        System.tmp_dir!(),
        "honey_layouts_#{System.pid()}_#{System.unique_integer([:positive])}.c"
      )

    File.write!(path, Enum.join(lines, "\n"))
    options = ["-target", "bpf", "-fsyntax-only", "-w", path]
    result = System.cmd(System.get_env("HONEY_CLANG") || "clang", options, stderr_to_stdout: true)
    File.rm!(path)
    result
  end
end

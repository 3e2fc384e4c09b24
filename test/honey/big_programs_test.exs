defmodule Honey.BigProgramsTest do
  @moduledoc """
  Functions of hundreds of expressions of one shape, and a module of many functions: they compile,
  load, and give what they give on the BEAM.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{BigSource, Kernel}

  @moduletag Kernel.tags()

  @inputs [1, 2, 30, 333, 1500, 99_999]

  for {shape, n} <- [
        straight: 1000,
        updates: 300,
        lookups: 300,
        ifs: 400,
        nested: 400,
        raises: 300,
        clauses: 500,
        cond: 150,
        live: 100,
        loop: 100,
        functions: 300
      ] do
    test "#{n} of the shape `#{shape}`" do
      module = compile(unquote(shape), unquote(n))
      object = Honey.load!(module)

      for a <- @inputs do
        assert {a, on_beam(module, a)} == {a, in_kernel(object, a)}
      end

      Honey.unload(object)
    end
  end

  # Interpreted on the BEAM, whose own compiler takes minutes for such functions.
  for {shape, n} <- [
        straight: 2000,
        ifs: 1000,
        cases: 500,
        mixed: 1000,
        nested: 1000,
        raises: 1000,
        lookups: 500,
        updates: 2000,
        clauses: 1000,
        cond: 1000,
        heads: 1000,
        deep: 1000,
        live: 500,
        loop: 300
      ] do
    test "#{n} of the shape `#{shape}`, in pieces" do
      name = Module.concat(Honey.Big, "#{unquote(shape)}#{unquote(n)}Pieces" |> Macro.camelize())
      source = BigSource.source(name, unquote(shape), unquote(n))
      module = source |> BigSource.unit() |> BigSource.module()
      function = BigSource.function(source, name)
      object = Honey.load!(module)
      sim = Honey.Sim.new(module)

      for a <- [1, 333, 99_999, 3 * unquote(n)] do
        expected = on_beam(function, a)
        assert {a, expected} == {a, in_kernel(object, a)}
        assert {a, expected} == {a, in_sim(sim, a)}
      end

      Honey.unload(object)
    end
  end

  # Too large for the BEAM to interpret in a test.
  for {shape, n} <- [straight: 5000, ifs: 5000] do
    test "#{n} of the shape `#{shape}` give in the kernel what they give in the simulation" do
      name = Module.concat(Honey.Big, "#{unquote(shape)}#{unquote(n)}" |> Macro.camelize())
      unit = BigSource.unit(BigSource.source(name, unquote(shape), unquote(n)))
      module = BigSource.module(unit)
      object = Honey.load!(module)
      sim = Honey.Sim.new(module)
      for a <- @inputs, do: assert({a, in_sim(sim, a)} == {a, in_kernel(object, a)})
      Honey.unload(object)
    end
  end

  test "1,000 functions, each called once" do
    module = compile(:functions, 1000)
    object = Honey.load!(module)
    for a <- @inputs, do: assert({a, on_beam(module, a)} == {a, in_kernel(object, a)})
    Honey.unload(object)
  end

  test "a program whose values need scratch memory runs at several places at a time" do
    module = compile(:live, 120)
    assert module.__honey__(:c_source) =~ "struct honey_scratch {"
    object = Honey.load!(module)
    expected = on_beam(module, 7)
    assert expected == in_kernel(object, 7)

    for _ <- 1..8 do
      Task.async(fn ->
        for _ <- 1..200 do
          {:ok, %{return: return}} = Honey.test_run(object, :program)
          return
        end
      end)
    end
    |> Enum.flat_map(&Task.await(&1, 120_000))
    |> Enum.each(&assert &1 == 0)

    # What was claimed was given back each time.
    assert expected == in_kernel(object, 7)
    assert Honey.errors(object) == []
    Honey.unload(object)
  end

  test "more values at a time than scratch memory can hold are refused" do
    unit = BigSource.unit(BigSource.source(Honey.Big.TooMuch, :live, 4200))
    environment = Honey.Compiler.environment(".")

    assert {:error, [%{code: :stack_limit, line: 15} = found]} =
             Honey.Nif.compile(unit, environment)

    assert found.message =~
             ~r/^the values that live at a time take \d+ bytes, and \d+ can be had$/

    assert found.hint =~ "keep fewer values for later"
  end

  for depth <- [201, 300, 1000] do
    test "#{depth} `if`s in each other's `else` are refused, with the limit and the remedy" do
      ifs = for i <- 1..unquote(depth), do: "if a == #{i} do\n#{i}\nelse\n"

      value = [
        "  def value(a) do\n",
        ifs,
        "1\n",
        List.duplicate("end\n", unquote(depth)),
        "  end\n"
      ]

      assert {:error, [found | _]} =
               Honey.Nif.compile(unit_of(value), Honey.Compiler.environment("."))

      assert found.code == :nested_too_deeply
      assert found.message =~ "nested more than 200 levels deep"
      assert found.hint =~ "are one `cond`"
    end
  end

  test "pieces are named by the function that they are of" do
    unit = BigSource.unit(BigSource.source(Honey.Big.Named, :ifs, 600))
    module = BigSource.module(unit)
    names = for f <- module.__honey__(:functions), do: {f.elf_name, f.function}
    assert {"program", "program/1"} in names
    assert [_, _ | _] = pieces = for({"honey_piece_" <> _, function} <- names, do: function)
    assert Enum.all?(pieces, &(&1 in ["value/1", "program/1"]))
    text = module |> Honey.Inspection.new() |> Honey.Inspection.to_text()
    assert text =~ ~r{(value|program)/1: honey_piece_\d+}
  end

  defp unit_of(value) do
    source = BigSource.source(Honey.Big.Deep, :ifs, 1)
    [head | _] = String.split(source, "  def value(a) do\n")
    BigSource.unit(IO.iodata_to_binary([head, value, "end\n"]))
  end

  test "small functions are what they were: no scratch memory, slots of their own" do
    c = compile(:live, 3).__honey__(:c_source)
    refute c =~ "honey_scratch"
    refute c =~ "key_u32"
  end

  defp compile(shape, n) do
    name = Module.concat(Honey.Big, "#{shape}#{n}" |> Macro.camelize())
    {:defmodule, _, [_, [do: body]]} = Code.string_to_quoted!(BigSource.source(name, shape, n))

    ExUnit.CaptureIO.capture_io(:stderr, fn ->
      Module.create(name, body, file: "big.ex", line: 1)
    end)

    name
  end

  ## The BEAM: the maps are in the process dictionary

  defp on_beam(module, a) when is_atom(module), do: on_beam(&module.value/1, a)

  defp on_beam(function, a) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(:table, %{})
    <<value::signed-64>> = <<function.(a)::64>>
    {:value, value}
  rescue
    ArithmeticError -> :raised
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
  end

  @doc false
  def call(:bpf_map_lookup_elem, [:table, key]), do: Process.get(:table)[key]

  def call(:bpf_map_update_elem, [:table, key, value, :bpf_any]) do
    Process.put(:table, Map.put(Process.get(:table), key, value))
    :ok
  end

  ## The simulation

  defp in_sim(sim, a) do
    case Honey.Sim.run(sim, :program, maps: %{numbers: %{0 => a}, table: %{}}) do
      %{raised: nil} = result -> {:value, result.maps.numbers[1]}
      %{return: 77} -> :raised
    end
  end

  ## The kernel

  defp in_kernel(object, a) do
    for {key, _} <- Honey.Map.to_list(object, :table), do: Honey.Map.delete(object, :table, key)
    :ok = Honey.Map.put(object, :numbers, 0, a)

    case Honey.test_run(object, :program) do
      {:ok, %{return: 0}} -> {:value, Honey.Map.get(object, :numbers, 1)}
      {:ok, %{return: 77}} -> :raised
    end
  end
end

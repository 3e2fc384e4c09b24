defmodule Honey.LineInfoTest do
  @moduledoc """
  The lines of instructions, in `.BTF.ext`, from which the kernel's log, `mix honey.inspect` and
  profilers tell where in the Elixir source a program is.
  """

  use ExUnit.Case, async: true

  alias Honey.Listing
  alias Honey.Test.Golden

  for rule <- Golden.rules(), File.exists?(Golden.path(rule, ".c")) do
    test "#{rule}: each record names a line of its function" do
      {unit, result} = build(unquote(rule))
      lines = Listing.lines(result.elf)
      {prelude, functions} = result.elf |> Listing.functions() |> Enum.split_with(&prelude?/1)
      assert functions != []

      for function <- functions do
        places = for {at, place} <- Enum.sort(lines), within?(at, function), do: place
        assert [%{line: first} | _] = places
        assert first > 0
        allowed = lines_of(result, unquote(rule), function)

        for %{file: file, line: line, text: text} <- places do
          assert Path.relative_to(Path.expand(file), File.cwd!()) == unit.file
          # clang writes 0 for code that comes of several lines.
          assert {line, line == 0 or line in allowed} == {line, true}
          assert text == unit.file |> source_line(line) |> String.trim()
        end
      end

      inside = for {at, _} <- lines, Enum.any?(prelude ++ functions, &within?(at, &1)), do: at
      assert Enum.sort(inside) == Enum.sort(Map.keys(lines))
    end
  end

  # What Honey adds to every object that needs it stands in no source.
  defp prelude?(function), do: function.name in ~w(honey_packet_bits honey_array_bits)

  test "a call has the line of its statement" do
    for {rule, numbers} <- [helpers: [ktime: 5, pid: 14, uid: 15, cpu: 8], update_flags: [map: 2]] do
      {unit, %{elf: elf}} = build(to_string(rule))
      calls = calls(elf)

      for {_, number} <- numbers do
        {name, ^number} = {helper_name(number), number}
        expected = for {text, line} <- source(unit.file), text =~ "#{name}(", do: line
        assert expected != []
        assert {name, calls[number]} == {name, expected}
      end
    end
  end

  test "what a statement is made of has its line" do
    {unit, %{elf: elf}} = build("division")
    {:ok, texts} = Listing.disassemble(elf)
    lines = Listing.lines(elf)

    found = for {at, text} <- texts, text =~ ~r{ /= | %= }, do: line_at(lines, at)
    expected = for {text, line} <- source(unit.file), text =~ ~r/\b(div|rem)\(/, do: line
    assert Enum.uniq(Enum.sort(found)) == expected
  end

  defp build(rule) do
    {:ok, unit} = Golden.unit(rule)
    {:ok, result} = Golden.build(unit)
    {unit, result}
  end

  defp within?({section, number}, function) do
    section == function.section and
      number in function.offset..(function.offset + function.instructions - 1)//1
  end

  # A program has its own lines, and those of the functions that may be part of it; what is no
  # program has the lines of such functions.
  defp lines_of(result, rule, function) do
    {programs, others} =
      Enum.split_with(definitions(rule), fn lines ->
        Enum.any?(result.programs, &(&1.line in lines))
      end)

    own =
      for program <- result.programs, program.elf_name == function.name do
        Enum.find(programs, &(program.line in &1))
      end

    assert own != [] or function.section == ".text"

    # A turn of a loop, a piece, what a timer calls and an `fn` have lines of what they stand in, which
    # may be a program.
    around = if function.name =~ ~r/^honey_(turn|piece|timer)_|_fn_\d+$/, do: programs, else: own
    Enum.flat_map(around ++ others, &Enum.to_list/1)
  end

  # The lines of each clause of each function.
  defp definitions(rule) do
    {_, definitions} =
      Golden.path(rule, ".ex")
      |> File.read!()
      |> Code.string_to_quoted!(token_metadata: true)
      |> Macro.prewalk([], fn
        {kind, meta, [_ | _]} = node, found when kind in [:def, :defp] ->
          {node, [meta[:line]..last_line(node) | found]}

        node, found ->
          {node, found}
      end)

    definitions
  end

  defp last_line(node) do
    {_, last} =
      Macro.prewalk(node, 0, fn
        {_, meta, _} = node, last -> {node, Enum.max([last, meta[:line] || 0, end_line(meta)])}
        node, last -> {node, last}
      end)

    last
  end

  defp end_line(meta), do: get_in(meta, [:end, :line]) || get_in(meta, [:closing, :line]) || 0

  # The line of each call of a helper, by its number, in the order of the code.
  defp calls(elf) do
    {:ok, texts} = Listing.disassemble(elf)
    lines = Listing.lines(elf)

    for {at, "call " <> number} <- Enum.sort(texts),
        {number, ""} <- [number |> String.trim() |> parse()],
        reduce: %{} do
      calls -> Map.update(calls, number, [line_at(lines, at)], &(&1 ++ [line_at(lines, at)]))
    end
  end

  # Older disassemblers write decimal numbers, newer ones others.
  defp parse("0x" <> number), do: Integer.parse(number, 16)
  defp parse(number), do: Integer.parse(number)

  # A record holds until the next one that has a line.
  defp line_at(lines, {section, number}) do
    {_, place} =
      lines
      |> Enum.filter(fn {{other, at}, place} ->
        other == section and at <= number and place.line > 0
      end)
      |> Enum.max()

    place.line
  end

  defp helper_name(number),
    do: Enum.find(Honey.Nif.helpers(), &(&1.number == number and not &1.alias)).name

  defp source(file), do: file |> File.read!() |> String.split("\n") |> Enum.with_index(1)

  defp source_line(_file, 0), do: ""

  defp source_line(file, number) do
    Enum.find_value(source(file), fn {text, at} -> at == number && text end)
  end
end

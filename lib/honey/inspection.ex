defmodule Honey.Inspection do
  @moduledoc """
  What there is to see of a compiled module, as data, as text in 80 columns and as JSON.

  `mix honey.inspect` shows it; in a release, where there is no Mix:

      Switches |> Honey.Inspection.new() |> Honey.Inspection.to_text() |> IO.puts()
  """

  alias Honey.{Argument, Diagnostic, Json, Listing, Text, Type}

  @typedoc """
  What there is to see: `bytes` is the size of the ELF; `instructions` are BPF instructions of 8 bytes; `stack` and `scratch`
  are bytes, each with what is called in `deepest` and `scratch_with_calls`.
  """
  @type t :: %{
          module: module,
          license: String.t(),
          bytes: non_neg_integer,
          programs: [map],
          functions: [map],
          maps: [map],
          vars: [map],
          verifier: [map] | {:error, String.t()},
          c: String.t() | nil,
          assembly: [map] | {:error, String.t()} | nil
        }

  @width 80
  # What the last column of a table has at least.
  @narrowest 20
  @of_programs [:instructions, :stack, :deepest, :chain, :scratch, :scratch_with_calls]

  @doc """
  Looks at a module; the options `:c` and `:asm` ask for these two. The programs are loaded, so that the kernel tells what
  its verifier looked at, and unloaded; where this user may not, `verifier` is `{:error, message}`. A module that does not
  `use Honey` raises `ArgumentError`.

      inspection = Honey.Inspection.new(Switches, c: true)
      IO.puts(inspection.c)
  """
  @spec new(module, keyword) :: t
  def new(module, options \\ []) do
    Argument.options!(options, [:c, :asm], "Honey.Inspection.new/2")

    unless is_atom(module) and Code.ensure_loaded?(module) and
             function_exported?(module, :__honey__, 1),
           do:
             Argument.wrong!(
               "Honey.Inspection.new/2 wants a module that says `use Honey`",
               module
             )

    elf = module.__honey__(:elf)
    functions = elf |> Listing.functions() |> put_stack(module.__honey__(:functions))

    %{
      module: module,
      license: module.__honey__(:license),
      bytes: byte_size(elf),
      programs: Enum.map(module.__honey__(:programs), &program(&1, functions)),
      functions: functions,
      maps: module.__honey__(:maps),
      vars: module.__honey__(:vars),
      verifier: verify(module),
      c: if(options[:c], do: module.__honey__(:c_source)),
      assembly: if(options[:asm], do: assembly(elf, functions))
    }
  end

  # What a function takes itself, of the stack and of scratch memory; and a program with what it
  # calls, each frame rounded up.
  defp put_stack(functions, compiled) do
    compiled = Map.new(compiled, &{&1.elf_name, &1})

    for function <- functions do
      %{program: program?} = taken = Map.fetch!(compiled, function.name)

      of_programs =
        for key <- [:deepest, :chain, :scratch_with_calls],
            into: %{},
            do: {key, if(program?, do: taken[key])}

      function
      |> Map.merge(Map.take(taken, [:stack, :scratch, :function]))
      |> Map.merge(of_programs)
    end
  end

  defp program(program, functions) do
    function = Enum.find(functions, &(&1.name == program.elf_name))
    Map.merge(program, Map.take(function, @of_programs))
  end

  ## The verifier

  # What is pinned stays so in the kernel, and this is to leave nothing there.
  defp verify(module) do
    case Honey.load(module, pin: false) do
      {:ok, object} ->
        stats = Honey.stats(object)
        _ = Honey.unload(object)

        for program <- object.programs do
          program
          |> Map.take([:name, :instructions])
          |> Map.merge(Map.take(stats[program.name], [:verified, :memory, :machine_code]))
        end

      {:error, error} ->
        {:error, Exception.message(error)}
    end
  end

  ## The assembly

  defp assembly(elf, functions) do
    with {:ok, instructions} <- Listing.disassemble(elf) do
      lines = Listing.lines(elf)

      for function <- functions do
        %{
          name: title(function),
          section: function.section,
          instructions: instructions(function, instructions, lines)
        }
      end
    end
  end

  # Each source line stands before the first of its instructions; what is of no line (0) belongs to
  # the line before.
  defp instructions(%{section: section, offset: offset, instructions: size}, instructions, lines) do
    {rows, _} =
      for number <- offset..(offset + size - 1)//1, text = instructions[{section, number}] do
        %{number: number, text: text, source: source(lines[{section, number}])}
      end
      |> Enum.map_reduce(nil, fn
        %{source: same} = row, same -> {%{row | source: nil}, same}
        %{source: nil} = row, last -> {row, last}
        row, _ -> {row, row.source}
      end)

    rows
  end

  defp source(line) when is_nil(line) or line.line == 0, do: nil

  defp source(%{file: file, line: line, text: text}) do
    text = if text == "", do: Diagnostic.source_line(Path.expand(file), line), else: text
    %{file: file |> Path.expand() |> Path.relative_to_cwd(), line: line, text: text || ""}
  end

  ## Text

  @doc """
  For people, in 80 columns.

      Switches |> Honey.Inspection.new() |> Honey.Inspection.to_text() |> IO.puts()
  """
  @spec to_text(t) :: String.t()
  def to_text(inspection) do
    [
      "#{inspect(inspection.module)}: #{inspection.bytes} bytes of ELF, license #{inspection.license}",
      programs(inspection),
      chains(inspection.programs),
      maps(inspection),
      vars(inspection),
      verifier(inspection.verifier),
      c(inspection.c),
      listing(inspection.assembly)
    ]
    |> List.flatten()
    |> Enum.join("\n")
  end

  defp programs(inspection) do
    programs =
      for p <- inspection.programs,
          do: ["#{p.name}/#{p.arity}", p.instructions, p.stack, p.scratch, p.section]

    names = Enum.map(inspection.programs, & &1.elf_name)

    others =
      for f <- inspection.functions,
          f.name not in names,
          do: [title(f), f.instructions, f.stack, f.scratch, ""]

    heading = ["program", "instructions", "stack", "scratch", "section"]
    ["" | table(heading, programs ++ others)]
  end

  # The object's name for a function, with the function that it is a part of.
  defp title(%{name: "honey_" <> _ = name, function: function}), do: "#{function}: #{name}"
  defp title(function), do: function.name

  # Each function below the one that calls it.
  defp chains(programs) do
    rows =
      for p <- programs, {name, depth} <- Enum.with_index(p.chain) do
        if depth == 0,
          do: ["#{p.name}/#{p.arity}", p.deepest, p.scratch_with_calls, name],
          else: ["", "", "", "-> " <> name]
      end

    ["" | table(["with calls", "stack", "scratch", "deepest calls"], rows)]
  end

  defp maps(%{maps: []}), do: []

  defp maps(%{maps: maps}) do
    rows =
      for map <- maps do
        [
          inspect(map.name),
          map.max_entries,
          inspect(map.type),
          contents(map)
        ]
      end

    ["" | table(["map", "entries", "type", "key => value"], rows)]
  end

  defp contents(%{types: types}),
    do: Enum.map_join(types, ", ", fn {:struct, name} -> inspect(name) end)

  defp contents(map), do: "#{type(Type.written(map.key))} => #{type(Type.written(map.value))}"

  defp vars(%{vars: []}), do: []

  defp vars(%{vars: vars}) do
    rows =
      for var <- vars do
        kind = if var.live, do: "live", else: "constant"
        [inspect(var.name), kind, "#{type(Type.written(var.type))} = #{default(var.default)}"]
      end

    ["" | table(["variable", "kind", "type = default"], rows)]
  end

  # Of a long array, its first elements.
  defp default(default), do: inspect(default, limit: 10, width: :infinity)

  # The table breaks it where it is too long.
  defp type(type), do: inspect(type, limit: :infinity, width: :infinity)

  defp verifier({:error, reason}) do
    ["", "The verifier was not asked:" | wrap(String.split(reason, "\n"))]
  end

  defp verifier(rows) do
    rows =
      for row <- rows,
          do: [
            row.name,
            row.instructions,
            row.verified || "?",
            row.machine_code || "-",
            row.memory
          ]

    ["" | table(["in the kernel", "instructions", "verified", "machine code", "memory"], rows)]
  end

  defp c(nil), do: []

  # Where a line of Elixir begins, it stands above its C; `#line` is for clang.
  defp c(source) do
    {lines, _} =
      source
      |> String.split("\n")
      |> Enum.flat_map_reduce({"honey", 1}, fn
        "#line " <> directive, at -> from(directive, at)
        line, at -> {[String.replace(line, "\t", "  ")], at}
      end)

    ["", "C", "-" | lines]
  end

  # `#line 7` or `#line 7 "lib/a.ex"`: what comes is of that line. What is of no one's is "honey"'s.
  defp from(directive, {file, _} = before) do
    [number | name] = String.split(directive, " ", parts: 2)
    file = if name == [], do: file, else: name |> hd() |> String.trim("\"")
    at = {file, String.to_integer(number)}
    if at == before or file == "honey", do: {[], at}, else: {[fit(heading(at))], at}
  end

  defp heading({file, number}) do
    text = Diagnostic.source_line(Path.expand(file), number) || ""
    String.trim_trailing("; #{file}:#{number}  #{String.trim(text)}")
  end

  # A line without words stays one.
  defp wrap(lines) do
    for line <- lines, wrapped <- wrapped(line), do: "  " <> wrapped
  end

  defp wrapped(line) do
    with [] <- Text.wrap(line, @width - 2), do: [""]
  end

  defp listing(nil), do: []
  defp listing({:error, reason}), do: ["", "No assembly: #{reason}"]

  defp listing(functions) do
    for function <- functions do
      heading = "#{function.name} (#{function.section})"

      ["", heading, String.duplicate("-", min(String.length(heading), @width))] ++
        Enum.map(function.instructions, &instruction/1)
    end
  end

  defp instruction(%{number: number, text: text, source: nil}) do
    fit(String.pad_leading("#{number}", 8) <> "  " <> text)
  end

  defp instruction(%{source: source} = instruction) do
    line = String.trim_trailing("; #{source.file}:#{source.line}  #{String.trim(source.text)}")
    [fit(line), instruction(%{instruction | source: nil})]
  end

  defp fit(text) do
    if String.length(text) > @width, do: String.slice(text, 0, @width - 3) <> "...", else: text
  end

  # Numbers stand to the right, words to the left.
  defp table(heading, rows) do
    rows = Enum.map(rows, fn row -> Enum.map(row, &cell/1) end)

    widths =
      [Enum.map(heading, &{:left, &1}) | rows]
      |> Enum.zip_with(fn column ->
        column |> Enum.map(&String.length(elem(&1, 1))) |> Enum.max()
      end)

    sides = for {side, _} <- hd(rows ++ [Enum.map(heading, &{:left, &1})]), do: side
    heading = Enum.zip_with(sides, heading, &{&1, &2})
    Enum.flat_map([heading | rows], &row(&1, widths))
  end

  # What is too long in the last column goes on below itself.
  defp row(cells, widths) do
    {before, [{_, text} = last]} = Enum.split(cells, -1)
    {widths, [width]} = Enum.split(widths, -1)
    room = max(@width - Enum.sum(widths) - 2 * length(widths), @narrowest)

    [first | rest] =
      if String.length(text) <= room, do: [pad(last, width)], else: Text.wrap(text, room)

    start = before |> Enum.zip_with(widths, &pad/2) |> Enum.map_join(&(&1 <> "  "))
    margin = String.duplicate(" ", String.length(start))
    [String.trim_trailing(start <> first) | Enum.map(rest, &(margin <> &1))]
  end

  defp pad({:left, text}, width), do: String.pad_trailing(text, width)
  defp pad({:right, text}, width), do: String.pad_leading(text, width)

  defp cell(number) when is_integer(number), do: {:right, Integer.to_string(number)}
  defp cell(text), do: {:left, to_string(text)}

  ## JSON

  @doc """
  The same as one JSON object.

      Switches |> Honey.Inspection.new(asm: true) |> Honey.Inspection.to_json()
  """
  @spec to_json(t) :: String.t()
  def to_json(inspection) do
    inspection
    |> Map.update!(:verifier, &answer/1)
    |> Map.update!(:assembly, &answer/1)
    |> Json.encode()
  end

  defp answer({:error, reason}), do: %{error: reason}
  defp answer(rows), do: rows
end

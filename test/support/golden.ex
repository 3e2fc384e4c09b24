defmodule Honey.Test.Golden do
  @moduledoc """
  The golden files of test/golden: what `Honey.GoldenTest` compares, and how it is written down.

  A rule is a small module, `RULE.ex`, with what the compiler makes of it: `RULE.c` and, if there
  are any, `RULE.warn`; or `RULE.err` where it is refused. `units/VERSION/RULE.etf` is the unit as
  that minor version of Elixir gave it.
  """

  alias Honey.{Diagnostic, Unit}
  alias Honey.Test.{CompilerUnit, Elf}

  @directory Path.expand("../golden", __DIR__)
  @root Path.expand("../..", __DIR__)

  # What all C begins with is pinned once, by this file.
  @header "header.h"

  @type outcome :: %{files: %{(extension :: String.t()) => String.t()}, codes: [atom]}

  @doc "The rules, by name."
  @spec rules() :: [String.t()]
  def rules do
    for path <- Enum.sort(Path.wildcard(Path.join(@directory, "*.ex"))),
        do: Path.basename(path, ".ex")
  end

  @doc "The file of a rule with this extension, or another file of the folder."
  @spec path(String.t(), String.t()) :: Path.t()
  def path(rule, extension), do: Path.join(@directory, rule <> extension)

  @doc "A stored unit of a rule; `version` is a minor version of Elixir."
  @spec unit_path(String.t(), String.t()) :: Path.t()
  def unit_path(rule, version), do: Path.join([@directory, "units", version, rule <> ".etf"])

  @doc "The versions of Elixir that units are stored of."
  @spec versions() :: [String.t()]
  def versions, do: @directory |> Path.join("units") |> File.ls!() |> Enum.sort()

  @doc "The minor version of the Elixir that is running."
  @spec version() :: String.t()
  def version do
    %{major: major, minor: minor} = Version.parse!(System.version())
    "#{major}.#{minor}"
  end

  @doc """
  A rule's unit by the front end, or the diagnostics of a module that has none.

  The source says `use Honey`; what that does is done here up to the unit, so that a module which
  is refused has one too.
  """
  @spec unit(String.t()) :: {:ok, Unit.t()} | {:error, [Diagnostic.t()]}
  def unit(rule) do
    file = path(rule, ".ex")

    source =
      file
      |> File.read!()
      |> Code.string_to_quoted!(file: file, columns: true)
      |> Macro.prewalk(fn
        {:use, meta, [{:__aliases__, alias_meta, [:Honey]} | options]} ->
          {:use, meta, [{:__aliases__, alias_meta, [:Honey, :Test, :CompilerUnit]} | options]}

        node ->
          node
      end)

    # What Elixir itself warns of differs by its version.
    {unit, _} = ExUnit.CaptureIO.with_io(:stderr, fn -> compile(source, file) end)
    replace(unit, to_charlist(file), to_charlist(Path.relative_to(file, @root)))
  end

  # What Logger's macros make has the whole path of the file.
  defp replace(whole, whole, part), do: part

  defp replace([first | rest], whole, part),
    do: [replace(first, whole, part) | replace(rest, whole, part)]

  defp replace(term, whole, part) when is_tuple(term),
    do: term |> Tuple.to_list() |> replace(whole, part) |> List.to_tuple()

  defp replace(term, whole, part) when is_map(term),
    do: :maps.map(fn _key, value -> replace(value, whole, part) end, term)

  defp replace(term, _whole, _part), do: term

  defp compile(source, file) do
    _ = CompilerUnit.last()
    modules = Code.compile_quoted(source, file)
    # The rule's own is the last of those with a unit; structs are modules as well.
    unit =
      List.last(
        for {module, _} <- modules, function_exported?(module, :unit, 0), do: module.unit()
      )

    for {module, _} <- modules, do: Elf.purge(module)
    {:ok, unit}
  rescue
    error in Honey.CompileError ->
      {:error, error.diagnostics}

    error in CompileError ->
      case CompilerUnit.last() do
        nil -> reraise error, __STACKTRACE__
        unit -> {:ok, unit}
      end
  end

  @doc """
  Compiles a unit of a rule by the native compiler.

  A rule whose module is called `Pieces...` shows functions in pieces, of which some 4,000
  instructions would be one.
  """
  @spec build(Unit.t()) :: {:ok, map} | {:error, [Diagnostic.t()]}
  def build(unit) do
    environment = Honey.Compiler.environment(@root)

    Honey.Compiler.compile(
      unit,
      if(pieces?(unit), do: Map.put(environment, :most_weight, 100), else: environment)
    )
  end

  defp pieces?(unit),
    do: unit.module |> Module.split() |> List.last() |> String.starts_with?("Pieces")

  @doc "What the golden files of a rule must hold."
  @spec outcome({:ok, Unit.t()} | {:error, [Diagnostic.t()]}) :: outcome
  def outcome({:error, diagnostics}), do: refused(diagnostics)

  def outcome({:ok, unit}) do
    case build(unit) do
      {:error, diagnostics} ->
        refused(diagnostics)

      {:ok, result} ->
        files = %{".c" => result.c_source |> split() |> elem(1) |> number_lines()}
        told = if result.warnings == [], do: %{}, else: %{".warn" => format(result.warnings)}
        %{files: Map.merge(files, told), codes: codes(result.warnings)}
    end
  end

  defp refused(diagnostics) do
    %{files: %{".err" => format(diagnostics)}, codes: codes(diagnostics)}
  end

  defp codes(diagnostics), do: Enum.map(diagnostics, & &1.code)

  # Each diagnostic below its code, as people see it.
  defp format(diagnostics) do
    Enum.map_join(diagnostics, "\n", fn diagnostic ->
      "#{diagnostic.code}\n#{Diagnostic.format(diagnostic, prefix: true, code: false)}\n"
    end)
  end

  @doc "C that the compiler made: what every unit's begins with, and the rest."
  @spec split(String.t()) :: {String.t(), String.t()}
  def split(c) do
    [first, rest] = String.split(c, "#define SEC(name) __attribute__((section(name), used))\n")
    lines = String.split(first, "\n")
    header = Enum.reject(lines, &String.starts_with?(&1, "/* Written by"))
    {Enum.join(header, "\n"), rest}
  end

  @doc "The file that pins what every unit's C begins with."
  @spec header_path() :: Path.t()
  def header_path, do: Path.join(@directory, @header)

  @doc """
  C with the Elixir line of each statement in the margin, in the place of the `#line`s.

  Braces and labels become no instructions, so theirs is left out.
  """
  @spec number_lines(String.t()) :: String.t()
  def number_lines(c) do
    {lines, _} =
      c
      |> String.trim_trailing("\n")
      |> String.split("\n")
      |> Enum.flat_map_reduce(:ours, &number_line/2)

    IO.iodata_to_binary(lines)
  end

  defp number_line("#line " <> directive, _number) do
    [number | _file] = String.split(directive, " ")
    {[], String.to_integer(number)}
  end

  defp number_line(text, :ours), do: {[margin("", text)], :ours}

  defp number_line(text, number) do
    shown = if text =~ ~r/^\t*([{}]|} else {|out_\d+:;)?$/, do: "", else: to_string(number)
    {[margin(shown, text)], number + 1}
  end

  defp margin(number, text) do
    [String.trim_trailing("#{String.pad_leading(number, 4)} | #{text}"), "\n"]
  end
end

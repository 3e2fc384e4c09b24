defmodule Honey.Source do
  @moduledoc false

  # Where things stand in a source file. Elixir tells a module the line of its functions, but not
  # that of an attribute, and no columns of what a macro got as its own name; both are read from
  # the file. A source that cannot be read, as in iex, has none.

  @type t :: %{sections: [place], maps: [place], types: [place], vars: [place]}
  @type place :: {line :: pos_integer, column :: pos_integer}

  @doc """
  A file as a unit names it: relative to the current directory where it lies below it, otherwise
  to its own. The same source then gives the same unit in any directory.
  """
  @spec locate(Path.t()) :: {root :: Path.t(), file :: Path.t()}
  def locate(file) do
    root = File.cwd!()

    cond do
      Path.type(file) != :absolute -> {root, file}
      Path.relative_to(file, root) != file -> {root, Path.relative_to(file, root)}
      true -> {Path.dirname(file), Path.basename(file)}
    end
  end

  @doc "Where the nodes of a file's syntax stand; `nil` when it cannot be read."
  @spec positions(Path.t()) :: MapSet.t(place) | nil
  def positions(path) do
    with {:ok, text} <- File.read(path),
         {:ok, syntax} <- Code.string_to_quoted(text, columns: true, emit_warnings: false) do
      {_, positions} = Macro.prewalk(syntax, [], &note_position/2)
      MapSet.new(positions)
    else
      _ -> nil
    end
  end

  defp note_position({_, meta, _} = node, positions) when is_list(meta) do
    {node, [{meta[:line], meta[:column]} | positions]}
  end

  defp note_position(node, positions), do: {node, positions}

  @spec read(Path.t()) :: t
  def read(path) do
    with {:ok, text} <- File.read(path),
         {:ok, syntax} <- Code.string_to_quoted(text, columns: true, emit_warnings: false) do
      {_, places} = Macro.prewalk(syntax, [], &note/2)

      %{
        sections: for({:sec, place} <- places, do: place) |> Enum.sort(),
        maps: for({:defmap, place} <- places, do: place),
        types: for({:deftype, place} <- places, do: place),
        vars: for({:defvar, place} <- places, do: place)
      }
    else
      _ -> %{sections: [], maps: [], types: [], vars: []}
    end
  end

  defp note({:@, meta, [{:sec, _, [_]}]} = node, places) do
    {node, [{:sec, {meta[:line], meta[:column]}} | places]}
  end

  defp note({name, meta, arguments} = node, places)
       when name in [:defmap, :deftype, :defvar] and is_list(arguments) do
    {node, [{name, {meta[:line], meta[:column]}} | places]}
  end

  defp note(node, places), do: {node, places}

  @doc "The column of a literal in a line of source, at or after a column; `nil` when it is not there."
  @spec token_column(String.t(), String.t(), pos_integer) :: pos_integer | nil
  def token_column(line, token, column) do
    {before, rest} = line |> String.codepoints() |> Enum.split(column - 1)
    pattern = Regex.compile!(Regex.escape(token) <> "(?![\\w?!@])", "u")

    case Regex.run(pattern, Enum.join(rest), return: :index) do
      [{at, _}] ->
        length(before) + length(String.codepoints(binary_part(Enum.join(rest), 0, at))) + 1

      nil ->
        nil
    end
  end

  @doc "The last `@sec` at or before a line."
  @spec section_before(t, pos_integer) :: place | nil
  def section_before(source, line) do
    source.sections |> Enum.take_while(&(elem(&1, 0) <= line)) |> List.last()
  end

  @doc "The first `@sec` after a line."
  @spec section_after(t, pos_integer) :: place | nil
  def section_after(source, line), do: Enum.find(source.sections, &(elem(&1, 0) > line))

  @doc "The column of the `@sec` on a line."
  @spec section_column(t, pos_integer) :: pos_integer | nil
  def section_column(source, line), do: column(source.sections, line)

  @doc "Where an option of the `use Honey` that begins on a line stands."
  @spec option_place(Path.t(), pos_integer, atom) :: place | nil
  def option_place(path, line, name) do
    encoder = fn literal, meta -> {:ok, {:__block__, meta, [literal]}} end

    with {:ok, text} <- File.read(path),
         {:ok, syntax} <-
           Code.string_to_quoted(text,
             columns: true,
             emit_warnings: false,
             literal_encoder: encoder
           ) do
      {_, place} = Macro.prewalk(syntax, nil, &{&1, &2 || option_in(&1, line, name)})
      place
    else
      _ -> nil
    end
  end

  defp option_in({:use, meta, [{:__aliases__, _, [:Honey]}, options]}, line, name)
       when is_list(options) do
    with true <- meta[:line] == line,
         {{:__block__, meta, _}, _} <- Enum.find(options, &match?({{_, _, [^name]}, _}, &1)) do
      {meta[:line], meta[:column]}
    else
      _ -> nil
    end
  end

  defp option_in(_node, _line, _name), do: nil

  @doc "The column of the `defmap` on a line."
  @spec map_column(t, pos_integer) :: pos_integer | nil
  def map_column(source, line), do: column(source.maps, line)

  @doc "The column of the `deftype` on a line."
  @spec type_column(t, pos_integer) :: pos_integer | nil
  def type_column(source, line), do: column(source.types, line)

  @doc "The column of the `defvar` on a line."
  @spec var_column(t, pos_integer) :: pos_integer | nil
  def var_column(source, line), do: column(source.vars, line)

  defp column(places, line) do
    Enum.find_value(places, fn {at, column} -> if at == line, do: column end)
  end
end

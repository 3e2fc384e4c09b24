defmodule Honey.Diagnostic do
  @moduledoc """
  Something to tell the user about a program: an error, a warning or a hint, with its place.

      lib/counter.ex:6:5: `count` may be nil here, and `+` needs an integer [nil_operand]
          |
        6 |     count + 1
          |     ^^^^^
        hint: give it a default, `(count || 0) + 1`, or match nil first

  The message says what was found and then what was expected; `hint` is the remedy. The word in
  brackets is the `code`, under which guides/troubleshooting.md tells more. Columns count
  characters from 1, `end_column` is one past the last; they are known where the source was
  parsed with columns, as `mix compile` does for projects with the `:honey` compiler.
  """

  @typedoc "Something more to tell of the same file, with its line."
  @type note :: %{message: String.t(), line: pos_integer}

  @typedoc """
  A diagnostic: `file` is relative to `root`, or to the current directory where that is nil; `source` is the file's full path
  where that is another, as in a library of another project.
  """
  @type t :: %__MODULE__{
          severity: :error | :warning | :hint,
          code: atom,
          message: String.t(),
          hint: String.t() | nil,
          file: Path.t(),
          root: Path.t() | nil,
          source: Path.t() | nil,
          line: pos_integer,
          column: pos_integer | nil,
          end_column: pos_integer | nil,
          notes: [note]
        }

  # Characters of a line of source that are shown.
  @longest 120

  @enforce_keys [:code, :message, :file, :line]
  defstruct [
    :code,
    :message,
    :file,
    :root,
    :source,
    :line,
    :column,
    :end_column,
    hint: nil,
    severity: :error,
    notes: []
  ]

  @doc false
  # A diagnostic from its fields.
  #
  # `root` is the directory that `file` is relative to; without it, that is the current directory.
  # `source` is the file's full path where that is another, as in a library of another project.
  @spec new(Enumerable.t()) :: t
  def new(fields), do: struct!(__MODULE__, fields)

  @doc """
  The file's full path.

      iex> Honey.Diagnostic.path(%Honey.Diagnostic{code: :nil_operand, message: "", file: "lib/a.ex", root: "/app", line: 1})
      "/app/lib/a.ex"
  """
  @spec path(t) :: Path.t()
  def path(%__MODULE__{source: source}) when source != nil, do: source
  def path(%__MODULE__{file: file, root: nil}), do: Path.expand(file)
  def path(%__MODULE__{file: file, root: root}), do: Path.expand(file, root)

  @doc false
  # In the order of the source.
  @spec sort([t]) :: [t]
  def sort(diagnostics) do
    Enum.sort_by(diagnostics, &{&1.file, &1.line, &1.column || 0})
  end

  @doc """
  The text for people: place, message, the line of source with a caret, notes and hint.

  Options:

    * `:prefix` - begin with `error: `, `warning: ` or `hint: ` (default `false`)
    * `:code` - end the message with the code in brackets (default `true`)
    * `:place` - begin with file, line and column (default `true`)
    * `:snippet` - show the line of source (default `true`); without the file there is none

  `Honey.CompileError` shows all of it.

      iex> diagnostic = %Honey.Diagnostic{
      ...>   code: :nil_operand,
      ...>   message: "`count` may be nil here, and `+` needs an integer",
      ...>   hint: "give it a default, `(count || 0) + 1`",
      ...>   file: "lib/counter.ex",
      ...>   line: 6,
      ...>   column: 5
      ...> }
      iex> Honey.Diagnostic.format(diagnostic, snippet: false)
      "lib/counter.ex:6:5: `count` may be nil here, and `+` needs an integer [nil_operand]\\n  hint: give it a default, `(count || 0) + 1`"
  """
  @spec format(t, keyword) :: String.t()
  def format(%__MODULE__{} = diagnostic, options \\ []) do
    [
      if(options[:prefix], do: "#{diagnostic.severity}: ", else: []),
      if(Keyword.get(options, :place, true), do: [place(diagnostic), ": "], else: []),
      diagnostic.message,
      if(Keyword.get(options, :code, true), do: " [#{diagnostic.code}]", else: []),
      if(Keyword.get(options, :snippet, true), do: snippet(diagnostic), else: []),
      Enum.map(diagnostic.notes, &note(diagnostic, &1)),
      if(diagnostic.hint, do: ["\n  hint: ", continued(diagnostic.hint)], else: [])
    ]
    |> IO.iodata_to_binary()
  end

  @doc false
  # Says a warning in the way of the Elixir that is running, so that Mix counts it and shows it
  # again; `module` and `function` tell where it is.
  @spec warn(t, module, {atom, arity} | nil) :: :ok
  def warn(%__MODULE__{} = diagnostic, module, function \\ nil) do
    message = format(diagnostic, place: false, snippet: not elixir_draws?())

    IO.warn(
      message,
      [file: path(diagnostic), line: diagnostic.line, module: module, function: function] ++
        if(diagnostic.column, do: [column: diagnostic.column], else: [])
    )
  end

  # From 1.16 on, Elixir shows the line of a warning with a caret of its own.
  defp elixir_draws?, do: Version.match?(System.version(), ">= 1.16.0-dev")

  defp place(%{file: file, line: line, column: nil}), do: "#{file}:#{line}"
  defp place(%{file: file, line: line, column: column}), do: "#{file}:#{line}:#{column}"

  defp note(diagnostic, %{message: message, line: line}) do
    ["\n  ", diagnostic.file, ?:, Integer.to_string(line), ": ", continued(message)]
  end

  defp continued(text), do: String.replace(text, "\n", "\n    ")

  defp snippet(%{line: line} = diagnostic) do
    case source_line(path(diagnostic), line) do
      nil -> []
      source -> source |> window(diagnostic) |> snippet(Integer.to_string(line))
    end
  end

  # The part of a line that has the place, as long as can be read: a line and where to point to.
  defp window(source, diagnostic) do
    points = String.codepoints(source)
    count = length(points)
    first = max(min((diagnostic.column || 1) - div(@longest, 2), count - @longest), 0)
    {before, cut} = if first > 0, do: {["…"], first - 1}, else: {[], 0}
    rest = if count > first + @longest, do: ["…"], else: []
    shown = before ++ Enum.slice(points, first, @longest) ++ rest
    move = fn column -> column && column - cut end

    {shown,
     %{diagnostic | column: move.(diagnostic.column), end_column: move.(diagnostic.end_column)}}
  end

  defp snippet({source, diagnostic}, number) do
    margin = String.duplicate(" ", max(3, String.length(number) + 2))

    [
      ["\n", margin, " |"],
      ["\n", String.pad_leading(number, String.length(margin)), " | ", source],
      case caret(source, diagnostic) do
        nil -> []
        caret -> ["\n", margin, " | ", caret]
      end
    ]
  end

  @doc false
  @spec source_line(Path.t(), pos_integer) :: String.t() | nil
  def source_line(path, number) do
    with {:ok, text} <- File.read(path),
         true <- String.valid?(text),
         source when is_binary(source) <- Enum.at(String.split(text, ["\r\n", "\n"]), number - 1) do
      String.trim_trailing(source)
    else
      _ -> nil
    end
  end

  # The caret's line repeats the tabs of the source, so that it stands under its word wherever
  # the reader's tab stops are. Elixir's columns count code points.
  defp caret(_points, %{column: nil}), do: nil

  defp caret(points, %{column: column, end_column: end_column}) do
    if column <= length(points) + 1 do
      {before, rest} = Enum.split(points, column - 1)
      word = Enum.take(rest, max((end_column || column + 1) - column, 1))
      [blank(before), String.duplicate("^", max(width(word), 1))]
    end
  end

  defp blank(points) do
    points
    |> Enum.map(fn
      "\t" -> "\t"
      point -> String.duplicate(" ", width([point]))
    end)
  end

  defp width(points), do: points |> Enum.map(&point_width/1) |> Enum.sum()

  # Combining marks and joiners take no cell; East Asian wide characters and emoji take two.
  defp point_width(<<point::utf8>>)
       when point in 0x0300..0x036F or point in 0x200B..0x200F or point in 0xFE00..0xFE0F or
              point in 0x20D0..0x20FF,
       do: 0

  defp point_width(<<point::utf8>>)
       when point in 0x1100..0x115F or point in 0x2E80..0xA4CF or point in 0xAC00..0xD7A3 or
              point in 0xF900..0xFAFF or point in 0xFE30..0xFE6F or point in 0xFF00..0xFF60 or
              point in 0xFFE0..0xFFE6 or point in 0x1F300..0x1FAFF or point in 0x20000..0x3FFFD,
       do: 2

  defp point_width(_), do: 1
end

defmodule Honey.CompileError do
  @moduledoc """
  What is wrong with the BPF programs of a module: one exception with all that was found.

  `diagnostics` has the errors and the warnings (`Honey.Diagnostic`) in the order of the source;
  `file`, `line` and `column` are those of the first error. The message shows every diagnostic
  with its place, the line of source and the remedy.

      try do
        Code.compile_file("lib/counter.ex")
      rescue
        error in Honey.CompileError ->
          for %{severity: :error} = diagnostic <- error.diagnostics, do: {diagnostic.line, diagnostic.code}
      end
  """

  alias Honey.Diagnostic

  @typedoc "The exception; `file` is relative to the project's root."
  @type t :: %__MODULE__{
          diagnostics: [Diagnostic.t()],
          file: Path.t(),
          line: pos_integer,
          column: pos_integer | nil
        }

  defexception [:diagnostics, :file, :line, :column]

  @impl true
  @spec exception([Diagnostic.t()]) :: t
  def exception([_ | _] = diagnostics) do
    diagnostics = Diagnostic.sort(diagnostics)
    first = Enum.find(diagnostics, hd(diagnostics), &(&1.severity == :error))

    %__MODULE__{
      diagnostics: diagnostics,
      file: first.file,
      line: first.line,
      column: first.column
    }
  end

  @impl true
  def message(%__MODULE__{diagnostics: [single]}), do: Diagnostic.format(single)

  def message(%__MODULE__{diagnostics: diagnostics}) do
    errors = Enum.count(diagnostics, &(&1.severity == :error))
    shown = Enum.map_join(diagnostics, "\n\n", &Diagnostic.format(&1, prefix: true))
    "#{errors} #{if errors == 1, do: "error", else: "errors"}\n\n#{shown}"
  end
end

defmodule Honey.ToolError do
  @moduledoc """
  What the machine lacks for compiling BPF programs, and the remedy.

  `kind` is one of `:clang_missing`, `:clang_killed`, `:deadline` (clang took too long), `:memory`,
  `:system` (no process could be run) and `:library` (Honey's own); `text` is what the compiler or
  the system said about it. The message ends with what to do:

      iex> Exception.message(%Honey.ToolError{kind: :deadline, text: "clang took more than 60 s"})
      "clang took more than 60 s\\n  hint: try again when the machine is less busy, or split the largest functions"
  """

  @typedoc "The exception; `kind` is one of those above."
  @type t :: %__MODULE__{kind: atom, text: String.t()}

  defexception [:kind, :text]

  @impl true
  def message(%__MODULE__{kind: kind, text: text}) do
    case remedy(kind) do
      nil -> text
      remedy -> "#{text}\n  hint: #{remedy}"
    end
  end

  defp remedy(:clang_missing) do
    "install clang 14 or later (on Debian: apt-get install clang), " <>
      "or name one by the environment variable HONEY_CLANG"
  end

  defp remedy(:deadline) do
    "try again when the machine is less busy, or split the largest functions"
  end

  defp remedy(kind) when kind in [:memory, :clang_killed] do
    "most likely memory was exhausted: free some, or compile fewer things at a time"
  end

  defp remedy(:library) do
    Honey.Release.remedy(
      :compiler,
      "compile Honey on this machine: mix deps.compile honey --force"
    )
  end

  defp remedy(_), do: nil
end

defmodule Honey.InternalError do
  @moduledoc """
  A fault of Honey's own compiler.

  The unit that brought it about is saved in `path`: please report it with that file. It is plain data, which compiles again
  where this project is:

      path |> File.read!() |> :erlang.binary_to_term() |> Honey.Compiler.compile(Honey.Compiler.environment(File.cwd!()))
  """

  @typedoc "The exception; `module` is the one that was compiled."
  @type t :: %__MODULE__{text: String.t(), module: module, path: Path.t()}

  defexception [:text, :module, :path]

  @impl true
  def message(%__MODULE__{text: text, module: module, path: path}) do
    """
    this is a bug in Honey: #{text}

    It came up in #{inspect(module)}, whose compiler input is saved in
    #{path}
    Please report it with that file.\
    """
  end
end

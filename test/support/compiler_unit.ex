defmodule Honey.Test.CompilerUnit do
  @moduledoc """
  What `use Honey` does up to the unit, which `unit/0` of the module answers: for tests of the front
  end that do not depend on the compiler.
  """

  defmacro __using__(options) do
    line = __CALLER__.line

    quote do
      import Bitwise

      import Honey,
        only: [
          defmap: 2,
          defmap: 3,
          deftype: 2,
          defvar: 2,
          defvar: 3,
          defvar: 4,
          defkfunc: 3,
          defkfunc: 4,
          fuel: 2
        ]

      Honey.Definition.open(__ENV__, unquote(line), unquote(options))
      @on_definition Honey.Definition
      @before_compile Honey.Test.CompilerUnit
    end
  end

  defmacro __before_compile__(env) do
    definition = Honey.Definition.take(env.module)
    if definition.errors != [], do: raise(Honey.CompileError, definition.errors)
    unit = Honey.Unit.build(env, definition)
    Process.put(__MODULE__, unit)

    variables = for variable <- definition.vars, do: {variable.name, variable[:default]}

    quote do
      unquote_splicing(Honey.Definition.Variable.functions(variables))
      def unit, do: unquote(Macro.escape(unit))
      # What a module that links this one asks for.
      def __honey__(:unit), do: unit()
    end
  end

  @doc """
  The unit of the last module that this process compiled, which may be one that Elixir then refused:
  Honey comes first.
  """
  @spec last() :: Honey.Unit.t() | nil
  def last, do: Process.delete(__MODULE__)

  @doc "Compiles a file without columns or with them, and deletes the modules again."
  @spec compile_file(Path.t(), keyword) :: [module]
  def compile_file(path, options \\ []) do
    before = Code.get_compiler_option(:parser_options)
    Code.put_compiler_option(:parser_options, Keyword.merge(before, options))

    try do
      for {module, _} <- Code.compile_file(path), do: module
    after
      Code.put_compiler_option(:parser_options, before)
    end
  end

  @doc "Writes a source file in a directory of its own: where it is."
  @spec write_source(String.t(), Path.t()) :: Path.t()
  def write_source(source, name \\ "source.ex") do
    directory =
      Path.join(System.tmp_dir!(), "honey-#{System.pid()}-#{System.unique_integer([:positive])}")

    File.mkdir_p!(directory)
    ExUnit.Callbacks.on_exit(fn -> File.rm_rf!(directory) end)
    path = Path.join(directory, name)
    File.write!(path, source)
    path
  end

  @doc "The diagnostics of a source with errors, each as `{line, column, code, message, hint}`."
  @spec errors(String.t()) :: [tuple]
  def errors(source) do
    path = write_source(source)

    try do
      compile_file(path)
      []
    rescue
      error in Honey.CompileError ->
        for d <- error.diagnostics, do: {d.line, d.column, d.code, d.message, d.hint}
    end
  end
end

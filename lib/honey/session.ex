defmodule Honey.Session do
  @moduledoc false

  # One run of `mix compile` and the modules that it compiles share this table, which belongs to
  # the process that runs Mix. While it is there, a module with errors reports them here and goes
  # on: the Elixir compiler ends all others at the first exception, and every module's errors
  # are wanted.

  alias Honey.Diagnostic

  @type setup :: %{failed: Path.t(), resources: [Path.t()]}

  @spec start(setup) :: :ok
  def start(setup) do
    _ = stop()
    _ = :ets.new(__MODULE__, [:named_table, :public, :duplicate_bag])
    :ets.insert(__MODULE__, {:setup, setup})
    :ok
  end

  @doc """
  Ends the run: what was reported in it, the warnings that Elixir has said, and the modules with programs
  that were compiled.
  """
  @spec stop() ::
          {reports :: [Diagnostic.t()], said :: [Diagnostic.t()], compiled :: [module]}
  def stop do
    {reports, said, compiled} = {lookup(:report), lookup(:said), lookup(:compiled)}
    if active?(), do: :ets.delete(__MODULE__)
    {Diagnostic.sort(reports), said, compiled}
  end

  @spec active?() :: boolean
  def active?, do: :ets.whereis(__MODULE__) != :undefined

  @doc "What every module that is compiled in this run depends on, by its file."
  @spec resources() :: [Path.t()]
  def resources, do: Enum.flat_map(lookup(:setup), & &1.resources)

  @doc """
  Takes the diagnostics of a module with errors, if they can be told at the end of the run: the
  answer is the file that this module must depend on, and that the next run removes.
  """
  @spec defer([Diagnostic.t()]) :: {:ok, Path.t()} | :error
  def defer(diagnostics) do
    case Code.can_await_module_compilation?() && lookup(:setup) do
      [%{failed: failed}] ->
        report(diagnostics)
        File.mkdir_p!(Path.dirname(failed))
        File.touch!(failed)
        {:ok, failed}

      _ ->
        :error
    end
  end

  @doc "Notes diagnostics for Mix; without a run, nothing."
  @spec report([Diagnostic.t()]) :: :ok
  def report(diagnostics) do
    if active?(), do: :ets.insert(__MODULE__, Enum.map(diagnostics, &{:report, &1}))
    :ok
  end

  @doc "Notes warnings that are said in Elixir's way, without all of their place."
  @spec said([Diagnostic.t()]) :: :ok
  def said(warnings) do
    if active?(), do: :ets.insert(__MODULE__, Enum.map(warnings, &{:said, &1}))
    :ok
  end

  @doc "Notes a module with programs that was compiled."
  @spec compiled(module) :: :ok
  def compiled(module) do
    if active?(), do: :ets.insert(__MODULE__, {:compiled, module})
    :ok
  end

  defp lookup(key) do
    if active?(), do: for({_, value} <- :ets.lookup(__MODULE__, key), do: value), else: []
  end
end

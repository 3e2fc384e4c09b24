defmodule Honey.Test.Soak.Compiled do
  @moduledoc """
  Answers as a module that was compiled, of what the calling process has last put here.

  So one module of random programs is loaded and simulated as the compiler was asked to make it, with
  some programs or all, wrapping or not, without being compiled by Elixir again.
  """

  @doc "What `__honey__/1` answers in this process from now on."
  @spec put(map) :: :ok
  def put(answers) do
    Process.put(__MODULE__, answers)
    :ok
  end

  @doc false
  def __honey__(:unreached), do: []
  def __honey__(what), do: Map.fetch!(Process.get(__MODULE__), what)
end

defmodule Honey.Test.Soak.Capture do
  @moduledoc """
  Instead of `Honey.Compiler`: keeps what the compiler would be given, for the process that compiles the
  module. On the BEAM its variables are read where its helpers are called.
  """

  alias Honey.{Definition, Unit}

  @doc false
  defmacro __before_compile__(env) do
    definition = Definition.take(env.module)
    [] = definition.errors
    Process.put(__MODULE__, {Unit.build(env, definition), definition.root})

    for %{name: name} <- definition.vars do
      quote generated: true do
        def unquote(name)(), do: Honey.BpfHelpers.Dispatch.call(:var, [unquote(name)])
      end
    end
  end

  @doc "The unit of the module that this process has compiled last, and the directory that its files are in."
  @spec take() :: {Unit.t(), Path.t()}
  def take, do: Process.delete(__MODULE__)
end

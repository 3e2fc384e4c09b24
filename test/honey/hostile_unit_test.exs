defmodule Honey.HostileUnitTest do
  @moduledoc """
  Units that Elixir never gives: what mutants in c_src/test/compile_test.c have found.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Golden

  test "a variable is not read outside of its scope" do
    {:ok, unit} = Golden.unit("nil_or")
    {:ok, _} = Golden.build(unit)
    [%{clauses: [{meta, arguments, guards, body}]} = function] = unit.functions

    {_, inner} =
      Macro.prewalk(body, nil, fn
        {:x, _, Kernel} = variable, _ -> {variable, variable}
        node, found -> {node, found}
      end)

    body = {:__block__, [], [body, {{:., [], [:erlang, :+]}, [], [inner, 1]}]}
    unit = %{unit | functions: [%{function | clauses: [{meta, arguments, guards, body}]}]}
    assert {:error, [%{code: :unsupported, message: message}]} = Golden.build(unit)
    assert message =~ "a variable that nothing binds"
  end
end

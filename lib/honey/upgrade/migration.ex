defmodule Honey.Upgrade.Migration do
  @moduledoc false
  # A function of `on_change:`, which is the user's: whatever becomes of it, the upgrade is refused in words.

  alias Honey.Error

  @type what :: {:map | :var, atom}

  @doc "`accept` takes the function's answer: what it makes of it, or `{:unexpected, answer}`."
  @spec run(what, (() -> term), (term -> result | {:unexpected, term})) ::
          result | {:error, Error.t()}
        when result: :ok | {:ok, term}
  def run(what, function, accept) do
    case function.() do
      {:error, %Error{} = error} -> failed(what, Exception.message(error))
      answer -> accepted(what, accept.(answer))
    end
  rescue
    exception -> failed(what, Exception.message(exception))
  catch
    kind, reason -> failed(what, "#{kind} #{inspect(reason)}")
  end

  defp accepted({kind, _} = what, {:unexpected, answer}) do
    expected = if kind == :map, do: ":ok", else: "{:ok, value}"
    failed(what, "the function answered #{inspect(answer)}, expected #{expected}")
  end

  defp accepted(_what, result), do: result

  @doc "What is said of one that could not be migrated."
  @spec failed(what, String.t()) :: {:error, Error.t()}
  def failed({kind, name}, why) do
    noun = if kind == :map, do: "map", else: "variable"

    error =
      Error.new(
        step: :upgrade,
        reason: :migration,
        cause: "#{noun} `#{name}` could not be migrated: #{why}",
        hint: "the old version runs on, with its maps"
      )

    {:error, Map.put(error, kind, name)}
  end
end

defmodule Honey.Test.Soak.Figures do
  @moduledoc "What a soak has run, counted."

  defstruct programs: 0,
            compiled: 0,
            refused: %{},
            verifier: 0,
            runs: 0,
            exact: 0,
            wrapped: 0,
            raised: 0,
            differences: 0

  @type t :: %__MODULE__{}

  @doc "So many more of one kind."
  @spec add(t, atom, non_neg_integer) :: t
  def add(figures, name, count), do: Map.update!(figures, name, &(&1 + count))

  @doc "The programs that were refused, each with the code of the reason."
  @spec refused(t, [{pos_integer, atom}]) :: t
  def refused(figures, programs) do
    %{
      figures
      | refused:
          Enum.reduce(programs, figures.refused, fn {_, code}, all ->
            Map.update(all, code, 1, &(&1 + 1))
          end)
    }
  end

  @doc "A run: how it ended, and whether all integers kept to their types."
  @spec ran(t, map | nil, :wrap | :raise) :: t
  def ran(figures, nil, _overflow), do: figures

  def ran(figures, seen, overflow) do
    figures
    |> add(:runs, 1)
    |> add(:exact, if(seen.oracle.exact?, do: 1, else: 0))
    |> add(:wrapped, if(not seen.oracle.exact? and overflow == :wrap, do: 1, else: 0))
    |> add(:raised, if(match?({:raised, _, _, _}, seen.kernel.end), do: 1, else: 0))
  end

  @doc "The figures of both."
  @spec merge(t, t) :: t
  def merge(one, other) do
    Map.merge(one, other, fn
      :__struct__, module, _ -> module
      :refused, some, more -> Map.merge(some, more, fn _, m, n -> m + n end)
      _, m, n -> m + n
    end)
  end

  @doc "One line, which is easy to read for programs: `name=number` by spaces."
  @spec line(t) :: String.t()
  def line(figures) do
    refused = for {code, count} <- Enum.sort(figures.refused), do: "refused.#{code}=#{count}"
    names = [:programs, :compiled, :verifier, :runs, :exact, :wrapped, :raised, :differences]
    Enum.join(for(name <- names, do: "#{name}=#{Map.fetch!(figures, name)}") ++ refused, " ")
  end
end

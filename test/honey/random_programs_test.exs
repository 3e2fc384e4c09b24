defmodule Honey.RandomProgramsTest do
  @moduledoc """
  Random programs do in the kernel what they do in `Honey.Sim`, what the oracle says, and what they do on the
  BEAM; and the verifier refuses none: see `Honey.Test.Soak`.

      HONEY_PROGRAMS=5000 HONEY_PROGRAMS_SEED=123 mix test test/honey/random_programs_test.exs

  The programs are the same in every run, so that what fails is the work of a change. `make soak` runs any
  number of others.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, Soak}
  alias Honey.Test.Soak.Figures

  @moduletag Kernel.tags()
  @moduletag timeout: :infinity

  defp number(variable, default) do
    case System.get_env(variable) do
      nil -> default
      text -> String.to_integer(text)
    end
  end

  test "random programs" do
    seed = number("HONEY_PROGRAMS_SEED", 1_000_000)
    {findings, figures} = Soak.run(number("HONEY_PROGRAMS", 2_000), seed)
    IO.puts("\nrandom programs: HONEY_PROGRAMS_SEED=#{seed} #{Figures.line(figures)}")
    if findings != [], do: flunk(Enum.map_join(findings, "\n", &Soak.tell/1))

    # Programs that are refused, or only ever overflow, would show nothing.
    assert figures.compiled > figures.programs / 2
    assert figures.exact > figures.runs / 2
    assert figures.verifier == 0
  end
end

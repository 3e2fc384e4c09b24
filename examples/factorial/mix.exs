defmodule Factorial.MixProject do
  use Mix.Project

  def project do
    [
      app: :factorial,
      version: "0.1.0",
      elixir: "~> 1.14",
      start_permanent: Mix.env() == :prod,
      compilers: [:honey] ++ Mix.compilers(),
      deps: [{:honey, path: "../.."}]
    ]
  end

  def application do
    [extra_applications: [:logger]]
  end
end

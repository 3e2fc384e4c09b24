defmodule IoLatency.MixProject do
  use Mix.Project

  def project do
    [
      app: :io_latency,
      version: "0.1.0",
      elixir: "~> 1.14",
      start_permanent: Mix.env() == :prod,
      compilers: [:honey] ++ Mix.compilers(),
      aliases: [run: &run/1],
      deps: [{:honey, path: "../.."}]
    ]
  end

  def application do
    [extra_applications: [:logger]]
  end

  # `mix run` is the command, which also says what is wrong with its options; with an expression or a
  # file to run, it is the usual `mix run`.
  defp run(arguments) do
    if Enum.any?(arguments, &(&1 in ["-e", "--eval"] or Path.extname(&1) == ".exs")),
      do: Mix.Task.run("run", arguments),
      else: Mix.Task.run("run", ["-e", "IoLatency.CLI.main(System.argv())", "--" | arguments])
  end
end

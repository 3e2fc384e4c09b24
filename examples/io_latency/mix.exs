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

  @options [seconds: :integer, files: :boolean, help: :boolean]

  # `mix run` is the command; with a file or an expression to run, it is the usual `mix run`.
  defp run(arguments) do
    case OptionParser.parse(arguments, strict: @options) do
      {[], [_ | _], _} ->
        Mix.Task.run("run", arguments)

      _ ->
        Mix.Task.run("run", ["-e", "IoLatency.CLI.main(System.argv())", "--" | arguments])
    end
  end
end

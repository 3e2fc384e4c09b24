defmodule CpuMonitor.MixProject do
  use Mix.Project

  def project do
    [
      app: :cpu_monitor,
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

  # `mix run` with nothing but the table's options shows the table; with anything else, it is the
  # usual `mix run`.
  defp run(arguments) do
    options = Enum.reject(arguments, &(&1 == "--"))
    strict = [interval: :float, count: :integer, rows: :integer, help: :boolean]

    case OptionParser.parse(options, strict: strict) do
      {_, [], []} ->
        Mix.Task.run("run", ["-e", "CpuMonitor.CLI.main(System.argv())", "--" | options])

      _ ->
        Mix.Task.run("run", arguments)
    end
  end
end

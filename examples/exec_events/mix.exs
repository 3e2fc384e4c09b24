defmodule ExecEvents.MixProject do
  use Mix.Project

  def project do
    [
      app: :exec_events,
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

  # `mix run` with nothing but the command's option shows the events; with anything else, it is the
  # usual `mix run`.
  defp run(arguments) do
    case OptionParser.parse(arguments, strict: [count: :integer, help: :boolean]) do
      {_, [], []} ->
        Mix.Task.run("run", ["-e", "ExecEvents.CLI.main(System.argv())", "--" | arguments])

      _ ->
        Mix.Task.run("run", arguments)
    end
  end
end

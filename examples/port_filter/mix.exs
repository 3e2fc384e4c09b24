defmodule PortFilter.MixProject do
  use Mix.Project

  def project do
    [
      app: :port_filter,
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

  # `mix run` with the command's options starts the filter; with anything else, it is the usual
  # `mix run`.
  defp run(arguments) do
    switches = [
      interface: :string,
      block: :keep,
      mode: :string,
      seconds: :integer,
      help: :boolean
    ]

    case OptionParser.parse(arguments, strict: switches) do
      {_, [], []} ->
        Mix.Task.run("run", ["-e", "PortFilter.CLI.main(System.argv())", "--" | arguments])

      _ ->
        Mix.Task.run("run", arguments)
    end
  end
end

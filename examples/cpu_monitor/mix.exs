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

  @table_options [interval: :float, count: :integer, rows: :integer, help: :boolean]

  # `mix run` with nothing but the table's options shows the table; with anything else, it is the
  # usual `mix run`.
  defp run(arguments) do
    options = Enum.reject(arguments, &(&1 == "--"))
    {_, words, unread} = OptionParser.parse(options, strict: @table_options)
    known = for {name, _} <- @table_options, do: "--#{name}"

    if words == [] and Enum.all?(unread, fn {name, _} -> name in known end) do
      Mix.Task.run("run", ["-e", "CpuMonitor.CLI.main(System.argv())", "--" | options])
    else
      Mix.Task.run("run", arguments)
    end
  end
end

defmodule TestingDemo.MixProject do
  use Mix.Project

  def project do
    [
      app: :testing_demo,
      version: "0.1.0",
      elixir: "~> 1.14",
      start_permanent: Mix.env() == :prod,
      elixirc_paths: if(Mix.env() == :test, do: ["lib", "test/support"], else: ["lib"]),
      compilers: [:honey] ++ Mix.compilers(),
      aliases: [run: &run/1],
      deps: [{:honey, path: "../.."}]
    ]
  end

  def application do
    [extra_applications: [:logger]]
  end

  # `mix run` with a file, or with options of its own, is the usual one; else the command gets the arguments.
  @own ~w(-e --eval -r --require -p --parallel --no-start --no-halt --no-compile)

  defp run(arguments) do
    {_, files, _} = OptionParser.parse(arguments, switches: [])

    if Enum.any?(arguments, &(&1 in @own)) or Enum.any?(files, &File.regular?/1),
      do: Mix.Task.run("run", arguments),
      else: Mix.Task.run("run", ["-e", "TestingDemo.CLI.main(System.argv())", "--" | arguments])
  end
end

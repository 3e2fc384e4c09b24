# The native build is a Mix compiler of the project's own, so that nothing has to be fetched; it
# reads the options of elixir_make (`make_cwd` and so on), which can take its place.
Code.require_file("scripts/honey_native.exs", __DIR__)

defmodule Honey.MixProject do
  use Mix.Project

  @version "0.1.0"

  def project do
    [
      app: :honey,
      version: @version,
      elixir: "~> 1.14",
      start_permanent: Mix.env() == :prod,
      compilers: [:honey_native] ++ Mix.compilers(),
      elixirc_paths: elixirc_paths(Mix.env()),
      make_cwd: "c_src",
      make_targets: ["all"],
      make_clean: ["clean"],
      make_env: &make_env/0,
      deps: deps(System.get_env("HONEY_DOCS")),
      name: "Honey",
      description: "eBPF programs written in Elixir: compiled by mix, run by the Linux kernel",
      package: package(),
      docs: &docs/0
    ]
  end

  def application do
    [mod: {Honey.Application, []}, extra_applications: [:logger]]
  end

  defp elixirc_paths(:test), do: ["lib", "test/support"]
  defp elixirc_paths(_), do: ["lib"]

  # The file names of the libraries tell which VM they are for; lib finds them by the same two.
  defp make_env do
    %{
      "HONEY_OTP" => to_string(:erlang.system_info(:otp_release)),
      "HONEY_TARGET" => to_string(:erlang.system_info(:system_architecture))
    }
  end

  # Even an optional dependency makes Mix ask for Hex, so there is none unless docs are wanted.
  defp deps("1"), do: [{:ex_doc, "~> 0.30", only: :dev, runtime: false}]
  defp deps(_), do: []

  defp package do
    [
      licenses: ["Apache-2.0"],
      links: %{},
      files:
        ~w(lib c_src/Makefile c_src/base c_src/compiler c_src/loader c_src/nif) ++
          ~w(c_src/database scripts/honey_native.exs priv/README.md mix.exs docs.exs guides) ++
          ~w(.formatter.exs README.md ARCHITECTURE.md LICENSE NOTICE)
    ]
  end

  # Read by `mix docs` alone.
  defp docs, do: "docs.exs" |> Code.eval_file(__DIR__) |> elem(0)
end

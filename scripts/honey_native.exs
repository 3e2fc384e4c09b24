defmodule Mix.Tasks.Compile.HoneyNative do
  @moduledoc """
  Runs `make` in the project.

  It follows the conventions of elixir_make, and reads these options of it from the project's
  configuration: `:make_executable`, `:make_cwd`, `:make_targets`, `:make_clean`, `:make_args` and
  `:make_env`. Make decides what has to be done, and says nothing when there is nothing to do.
  """

  use Mix.Task.Compiler

  @remedy "On Debian: apt-get install make gcc libc6-dev erlang-dev libbpf-dev"

  # What the make that may have started Mix tells its children is not for this one.
  @not_inherited [{"MAKEFLAGS", nil}, {"MFLAGS", nil}, {"MAKELEVEL", nil}]

  @impl true
  def run(_argv) do
    config = Mix.Project.config()
    Mix.Project.build_structure(config)
    before = libraries(config)
    make(config, Keyword.get(config, :make_targets, []))
    Mix.Project.build_structure(config)
    {if(libraries(config) == before, do: :noop, else: :ok), []}
  end

  @impl true
  def clean do
    config = Mix.Project.config()
    targets = Keyword.get(config, :make_clean, [])
    if targets != [] and executable(config), do: make(config, targets)
    :ok
  end

  defp libraries(config) do
    for path <- Path.wildcard(Path.join([Mix.Project.app_path(config), "priv", "*.so"])) do
      {path, File.stat!(path)}
    end
  end

  defp make(config, targets) do
    executable = executable(config) || Mix.raise("`make` is missing. #{@remedy}")
    jobs = "-j#{System.schedulers_online()}"
    arguments = ["--no-print-directory", jobs | Keyword.get(config, :make_args, [])] ++ targets

    case System.cmd(executable, arguments,
           cd: Path.expand(Keyword.get(config, :make_cwd, ".")),
           env: environment(config),
           stderr_to_stdout: true,
           into: IO.stream(:stdio, :line)
         ) do
      {_, 0} -> :ok
      {_, status} -> Mix.raise("`make` failed with status #{status}; see above. #{@remedy}")
    end
  end

  defp executable(config) do
    System.find_executable(Keyword.get(config, :make_executable, "make"))
  end

  defp environment(config) do
    app_path = Mix.Project.app_path(config)
    root = :code.root_dir()
    erts = Path.join([root, "usr", "include"])

    defaults = %{
      "MIX_TARGET" => to_string(Mix.target()),
      "MIX_ENV" => to_string(Mix.env()),
      "MIX_BUILD_PATH" => Mix.Project.build_path(config),
      "MIX_APP_PATH" => app_path,
      "MIX_COMPILE_PATH" => Mix.Project.compile_path(config),
      "MIX_CONSOLIDATION_PATH" => Mix.Project.consolidation_path(config),
      "MIX_DEPS_PATH" => Mix.Project.deps_path(config),
      "MIX_MANIFEST_PATH" => Mix.Project.manifest_path(config),
      "ERTS_INCLUDE_DIR" => System.get_env("ERTS_INCLUDE_DIR", erts),
      "ERL_EI_INCLUDE_DIR" => System.get_env("ERL_EI_INCLUDE_DIR", erts),
      "ERL_EI_LIBDIR" => System.get_env("ERL_EI_LIBDIR", Path.join([root, "usr", "lib"])),
      "ERL_INTERFACE_INCLUDE_DIR" => System.get_env("ERL_INTERFACE_INCLUDE_DIR", erts),
      "ERL_INTERFACE_LIB_DIR" =>
        System.get_env("ERL_INTERFACE_LIB_DIR", Path.join([root, "usr", "lib"]))
    }

    @not_inherited ++ Enum.to_list(Map.merge(defaults, make_env(config)))
  end

  defp make_env(config) do
    case Keyword.get(config, :make_env, %{}) do
      environment when is_function(environment, 0) -> environment.()
      environment -> environment
    end
  end
end

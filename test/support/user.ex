defmodule Honey.Test.User do
  @moduledoc "Elixir as a user without root, who has some capabilities (setpriv of util-linux)."

  alias Honey.Test.Child

  @nobody 65_534

  @doc """
  The value of the code, run by a user with these capabilities alone: `["bpf", "perfmon"]`.

  `files` are written where that user can read them; the code finds their folder as `folder`.
  """
  @spec run!([String.t()], String.t(), %{String.t() => binary}) :: term
  def run!(capabilities, code, files \\ %{}) do
    folder =
      Path.join(
        System.tmp_dir!(),
        "honey-user-#{System.pid()}-#{System.unique_integer([:positive])}"
      )

    File.mkdir_p!(folder)

    try do
      for {name, bytes} <- files, do: File.write!(Path.join(folder, name), bytes)
      code = "folder = #{inspect(folder)}\n" <> code
      Child.run!(wrap(capabilities), code, copy_modules(folder))
    after
      File.rm_rf!(folder)
    end
  end

  defp wrap(capabilities) do
    caps = Enum.map_join(["-all" | Enum.map(capabilities, &("+" <> &1))], ",", & &1)

    ["setpriv", "--reuid=#{@nobody}", "--regid=#{@nobody}", "--clear-groups"] ++
      ["--inh-caps=#{caps}", "--ambient-caps=#{caps}", "env", "HOME=/nonexistent"]
  end

  # The tree may stand where only its owner reads.
  defp copy_modules(folder) do
    to = Path.join(folder, "honey")
    File.mkdir_p!(to)

    for part <- ["ebin", "priv"] do
      from = Application.app_dir(:honey, part)
      File.mkdir_p!(Path.join(to, part))

      for path <- Path.wildcard(Path.join(from, "*")),
          File.regular?(path),
          do: File.cp!(path, Path.join([to, part, Path.basename(path)]))
    end

    File.chmod!(folder, 0o755)
    [Path.join(to, "ebin")]
  end
end

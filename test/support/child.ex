defmodule Honey.Test.Child do
  @moduledoc "Elixir code in a BEAM of its own, which another program starts: in a namespace, or as another user."

  @doc """
  The value of the code, which is that of a function without arguments; it may define modules.

  `wrap` are the program and its arguments that the BEAM's command is behind; `paths`, where Honey's
  modules are. What the code raises is raised here, as text.
  """
  @spec run!([String.t()], String.t(), [Path.t()]) :: term
  def run!([program | arguments], code, paths \\ paths()) do
    file =
      Path.join(
        System.tmp_dir!(),
        "honey-child-#{System.pid()}-#{System.unique_integer([:positive])}.exs"
      )

    File.write!(file, script(code))
    names = Enum.flat_map(paths, &["-pa", &1])

    try do
      {output, status} =
        System.cmd(program, arguments ++ ["elixir"] ++ names ++ [file], stderr_to_stdout: true)

      case Regex.run(~r/^RESULT (.*)$/m, output) do
        [_, result] when status == 0 -> result |> Base.decode64!() |> :erlang.binary_to_term()
        _ -> raise "in the BEAM of its own: #{output}"
      end
    after
      File.rm(file)
    end
  end

  @doc "Where this BEAM has modules from that Elixir does not bring."
  @spec paths() :: [Path.t()]
  def paths,
    do: for(path <- :code.get_path(), path = List.to_string(path), path =~ "/_build/", do: path)

  defp script(code) do
    """
    {:ok, _} = Application.ensure_all_started(:honey)
    result = (fn ->
    #{code}
    end).()
    IO.puts(["RESULT ", Base.encode64(:erlang.term_to_binary(result))])
    """
  end
end

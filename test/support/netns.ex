defmodule Honey.Test.Netns do
  @moduledoc """
  Elixir in a network namespace of its own: what programs do to packets there concerns nobody else.

  The namespace has a loopback interface, which is up; it is gone when the code has ended.
  """

  @doc """
  The value of the code, which is that of a function without arguments; it may define modules.

  What it raises is raised here, as text.
  """
  @spec run!(String.t()) :: term
  def run!(code) do
    paths = Enum.flat_map(:code.get_path(), &path/1)
    file = Path.join(System.tmp_dir!(), "honey-netns-#{System.unique_integer([:positive])}.exs")
    File.write!(file, script(code))

    try do
      {output, status} =
        System.cmd(
          "unshare",
          ["--net", "sh", "-c", "ip link set lo up && exec elixir \"$@\"", "sh"] ++
            paths ++ [file],
          stderr_to_stdout: true
        )

      case Regex.run(~r/^RESULT (.*)$/m, output) do
        [_, result] when status == 0 -> result |> Base.decode64!() |> :erlang.binary_to_term()
        _ -> raise "in the network namespace: #{output}"
      end
    after
      File.rm(file)
    end
  end

  # Elixir's own are there without being named.
  defp path(path) do
    path = List.to_string(path)
    if path =~ ~r{/_build/}, do: ["-pa", path], else: []
  end

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

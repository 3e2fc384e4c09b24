defmodule Honey.Test.Bpffs do
  @moduledoc """
  A BPF file system of a test's own, for pins that nobody else sees.

  A test module that pins says `@moduletag Honey.Test.Bpffs.tags()`: its tests are skipped where none
  can be mounted.
  """

  alias Honey.Test.Kernel

  @doc "Those of `Honey.Test.Kernel`, and `skip:` where nothing can be mounted."
  @spec tags() :: keyword()
  def tags do
    tags = Kernel.tags()

    with nil <- tags[:skip], {:error, reason} <- probe() do
      IO.puts(:stderr, "\nTests of pins are skipped: #{reason}\n")
      Keyword.put(tags, :skip, reason)
    else
      _ -> tags
    end
  end

  @doc "Mounts one for the test or the test module that calls it."
  @spec mount!() :: Path.t()
  def mount! do
    {:ok, path} = mount()
    ExUnit.Callbacks.on_exit(fn -> unmount(path) end)
    path
  end

  defp probe do
    with {:ok, path} <- mount(), do: unmount(path)
  end

  defp mount do
    unique = "#{System.pid()}-#{System.unique_integer([:positive])}"
    path = Path.join(System.tmp_dir!(), "honey-bpffs-#{unique}")
    File.mkdir_p!(path)

    case System.cmd("mount", ["-t", "bpf", "bpf", path], stderr_to_stdout: true) do
      {_, 0} ->
        {:ok, path}

      {output, _} ->
        File.rmdir(path)
        {:error, String.trim(output)}
    end
  end

  defp unmount(path) do
    {_, 0} = System.cmd("umount", [path], stderr_to_stdout: true)
    File.rmdir(path)
  end
end

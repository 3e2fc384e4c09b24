defmodule Honey.Error.Place do
  @moduledoc false
  # Why this user may not get at a path: which of its parts is in the way.

  import Bitwise

  @root 0

  @doc "The code, the cause, and its remedy."
  @spec explain(Path.t()) :: {Honey.Error.Code.t(), binary(), binary()}
  def explain(path) do
    case blocking(path) do
      {:enter, directory} ->
        {:path_privileges,
         "this user may not go into #{directory}#{owner(directory)}, on the way to #{path}",
         enter(directory)}

      {:make, directory} ->
        {:path_privileges, "this user may not make #{path} in #{directory}#{owner(directory)}",
         "make it, as root: install -d -o USER -m 0700 #{path}; or name a directory of this user's"}

      {:use, path} ->
        {:path_privileges, "#{path} is another user's#{owner(path)}",
         "run as that user, or as root, or name another directory"}
    end
  end

  # The first part that cannot be seen is in a directory that cannot be entered.
  defp blocking(path) do
    parts = path |> Path.split() |> Enum.scan(&Path.join(&2, &1))

    Enum.reduce_while(parts, {:use, "/"}, fn part, {_, before} ->
      case File.lstat(part) do
        {:ok, _} -> {:cont, {:use, part}}
        {:error, :eacces} -> {:halt, {:enter, before}}
        {:error, _} -> {:halt, {:make, before}}
      end
    end)
  end

  defp owner(path) do
    case File.stat(path) do
      {:ok, %{uid: uid, mode: mode}} ->
        mode = (mode &&& 0o7777) |> Integer.to_string(8) |> String.pad_leading(4, "0")
        ", which is #{user(uid)}'s, with mode #{mode}"

      {:error, _} ->
        ""
    end
  end

  defp user(@root), do: "root"
  defp user(uid), do: "the user #{uid}"

  defp enter(directory) do
    "let others pass, as root: chmod o+x #{directory}; or name a directory that this user may go to"
  end
end

defmodule Honey.Tracefs do
  @moduledoc false
  # The file system in which the kernel lists its tracepoints, and libbpf finds their numbers.

  @roots ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"]

  @doc "Where it is mounted and can be read; else whether it may not be read, or is not mounted."
  @spec root() :: {:ok, Path.t()} | {:error, :eacces | :enoent}
  def root do
    lists = Enum.map(@roots, &{&1, File.ls(Path.join(&1, "events"))})

    cond do
      found = Enum.find(lists, &match?({_, {:ok, _}}, &1)) -> {:ok, elem(found, 0)}
      Enum.any?(lists, &match?({_, {:error, :eacces}}, &1)) -> {:error, :eacces}
      true -> {:error, :enoent}
    end
  end

  @doc "What to do where this user may not read it."
  @spec readable() :: String.t()
  def readable do
    "run as root, give the process CAP_DAC_READ_SEARCH, or let a group of its user read: " <>
      "mount -o remount,gid=GROUP,mode=750 /sys/kernel/tracing"
  end

  @doc "What to do where it is not mounted."
  @spec mounted() :: String.t()
  def mounted, do: "mount it, as root: mount -t tracefs nodev /sys/kernel/tracing"
end

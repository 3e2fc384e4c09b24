defmodule CountSyscalls.Names do
  @moduledoc """
  The names of system calls, from the C headers where this machine has them.
  """

  @headers [
    "/usr/include/*-linux-gnu/asm/unistd_64.h",
    "/usr/include/asm/unistd_64.h",
    "/usr/include/asm-generic/unistd.h"
  ]

  @doc "Numbers to names; empty without headers."
  @spec read() :: %{non_neg_integer => String.t()}
  def read do
    @headers
    |> Stream.flat_map(&Path.wildcard/1)
    |> Enum.take(1)
    |> Enum.map(&File.read!/1)
    |> Enum.join()
    |> parse()
  end

  @doc """
  Numbers to names, of a header's text.

      iex> CountSyscalls.Names.parse("#define __NR_read 0")
      %{0 => "read"}
  """
  @spec parse(String.t()) :: %{non_neg_integer => String.t()}
  def parse(header) do
    for [_, name, number] <- Regex.scan(~r/^#define __NR3?2?6?4?_?(\w+) (\d+)$/m, header),
        into: %{},
        do: {String.to_integer(number), name}
  end
end

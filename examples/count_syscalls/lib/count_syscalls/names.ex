defmodule CountSyscalls.Names do
  @moduledoc """
  The names of system calls, from the C headers where this machine has them.
  """

  @doc "Numbers to names; empty without headers."
  @spec read() :: %{non_neg_integer => String.t()}
  def read do
    case Enum.find(headers(), &File.exists?/1) do
      nil -> %{}
      header -> header |> File.read!() |> parse()
    end
  end

  # A machine may have the headers of other architectures beside its own, with other numbers.
  defp headers do
    [architecture | _] = String.split("#{:erlang.system_info(:system_architecture)}", "-")

    [
      "/usr/include/#{architecture}-linux-gnu/asm/unistd_64.h",
      "/usr/include/asm/unistd_64.h",
      "/usr/include/asm-generic/unistd.h"
    ]
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

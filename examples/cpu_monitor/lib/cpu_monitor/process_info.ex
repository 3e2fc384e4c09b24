defmodule CpuMonitor.ProcessInfo do
  @moduledoc """
  What /proc tells about a process.
  """

  @enforce_keys [:name, :kernel_thread?]
  defstruct [:name, :kernel_thread?]

  @type t :: %__MODULE__{name: String.t(), kernel_thread?: boolean}

  # PF_KTHREAD among the flags, the sixth field after the name.
  @kernel_thread 0x200000
  @flags_field 6

  @doc """
  Reads the name of a process and whether it is a thread of the kernel's own; nil if there is none.
  """
  @spec read(pos_integer) :: t | nil
  def read(pid) do
    case File.read("/proc/#{pid}/stat") do
      {:ok, stat} -> parse(stat)
      {:error, _} -> nil
    end
  end

  @doc """
  Reads the text of /proc/PID/stat. A name may contain anything, parentheses and spaces included.

      iex> CpuMonitor.ProcessInfo.parse("7 (a (b) c) S 1 7 7 0 -1 4194304 90")
      %CpuMonitor.ProcessInfo{name: "a (b) c", kernel_thread?: false}
  """
  @spec parse(String.t()) :: t
  def parse(stat) do
    [_, name, rest] = Regex.run(~r/\A\d+ \((.*)\) (.*)/s, stat)
    flags = rest |> String.split() |> Enum.at(@flags_field) |> String.to_integer()
    %__MODULE__{name: name, kernel_thread?: Bitwise.band(flags, @kernel_thread) != 0}
  end
end

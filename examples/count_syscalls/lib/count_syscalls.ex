defmodule CountSyscalls do
  @moduledoc """
  How often each system call is made, on the whole machine.

      {:ok, counter} = Honey.start_link(CountSyscalls)
      Process.sleep(1_000)
      CountSyscalls.counts(counter)       #=> [{0, 18_204}, {1, 9_113}, ...]
      Honey.stop(counter)
  """

  use Honey, license: "Dual BSD/GPL"

  alias CountSyscalls.Names
  alias Honey.KernelMap

  defmap :calls, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64

  ## In the kernel

  @sec "tracepoint/raw_syscalls/sys_enter"
  def on_sys_enter(ctx) do
    KernelMap.count(:calls, ctx.id)
    0
  end

  ## In Elixir

  @doc "The number of each system call and how often it was made, the most frequent first."
  @spec counts(Honey.object()) :: [{non_neg_integer, pos_integer}]
  def counts(counter) do
    counter |> Honey.Map.to_list!(:calls) |> Enum.sort_by(fn {_, count} -> -count end)
  end

  @doc "Counts for so many milliseconds, and prints the most frequent ones."
  @spec main(pos_integer, pos_integer) :: :ok
  def main(milliseconds \\ 1_000, rows \\ 10) do
    counter = start!()
    Process.sleep(milliseconds)
    counts = counts(counter)
    Honey.stop(counter)

    names = Names.read()

    for {id, count} <- Enum.take(counts, rows) do
      name = Map.get(names, id, "number #{id}")
      IO.puts(String.pad_leading("#{count}", 10) <> "  " <> name)
    end

    :ok
  end

  # The error says what is missing.
  defp start! do
    case Honey.start_link(CountSyscalls) do
      {:ok, started} -> started
      {:error, error} -> raise error
    end
  end
end

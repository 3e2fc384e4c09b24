defmodule Honey.Error.Log do
  @moduledoc false
  # What libbpf and the verifier said, taken apart.

  @doc "The verifier's log, and libbpf's own lines; nil where there are none."
  @spec split(binary()) :: {log :: binary() | nil, detail :: binary() | nil}
  def split(text) do
    # libbpf prints the verifier's log between two marks, among its own lines.
    with [before, rest] <- :binary.split(text, "-- BEGIN PROG LOAD LOG --\n"),
         [log, behind] <- :binary.split(rest, "-- END PROG LOAD LOG --") do
      {log, own_lines(before <> behind)}
    else
      _ -> {nil, own_lines(text)}
    end
  end

  # What libbpf guesses about locked memory misleads: kernels from 5.11 on do not count it. Where it
  # is so, the cause says it.
  @guess ~r/Failed to bump RLIMIT_MEMLOCK.*|permission error while running as root.*| Make sure your kernel supports BPF .*/

  defp own_lines(text) do
    lines =
      for line <- String.split(text, "\n"),
          line = String.replace_prefix(line, "libbpf: ", ""),
          line = Regex.replace(@guess, line, ""),
          line = String.trim_trailing(line),
          not Regex.match?(~r/^(prog '[^']*':)?$/, line),
          do: line

    if lines != [], do: Enum.join(lines, "\n")
  end

  # Of a million instructions the verifier writes a hundred megabytes; what is wrong stands at the end.
  @tail 0x10000

  @doc "The end of a log, as far as it is looked at: from the beginning of a line."
  @spec tail(binary()) :: binary()
  def tail(log) when byte_size(log) <= @tail, do: log

  def tail(log) do
    [_cut, rest] = log |> binary_part(byte_size(log), -@tail) |> :binary.split("\n")
    rest
  end

  @doc "How many lines a log has."
  @spec line_count(binary()) :: non_neg_integer()
  def line_count(log), do: log |> String.trim_trailing() |> count_newlines(1)

  defp count_newlines(text, count) do
    case :binary.match(text, "\n") do
      {at, 1} ->
        count_newlines(binary_part(text, byte_size(text), at + 1 - byte_size(text)), count + 1)

      :nomatch ->
        count
    end
  end

  @doc "libbpf's lines without the types that it lists where the kernel refuses one of them."
  @spec without_types(binary()) :: binary()
  def without_types(detail) do
    Regex.replace(~r/-- BEGIN BTF LOAD LOG ---\n.*?-- END BTF LOAD LOG --\n?/s, detail, "")
  end

  # Source lines, states and statistics. What is left is instructions, and what is wrong.
  @aside ~r/^(|;.*|processed \d+ insns.*|verification time.*|stack depth.*|(?:cur|old) state:.*|mark_precise:.*|last_idx .*|regs=.*|arg#0 reference type.*|func#\d+ @\d+|Live regs before insn:|\s+\d+: [.0-9]+ \(.*)$/

  @doc """
  The verifier's verdict: the lines at the end of its log that are no instruction's, below the
  instruction that they are about.
  """
  @spec verdict(binary()) :: {instruction :: binary() | nil, verdict :: [binary()]}
  def verdict(log) do
    {verdict, rest} =
      log
      |> tail()
      |> String.split("\n")
      |> Enum.reject(&Regex.match?(@aside, &1))
      |> Enum.reverse()
      |> Enum.split_while(&(not instruction?(&1)))

    {List.first(rest), Enum.reverse(verdict)}
  end

  defp instruction?(line), do: Regex.match?(~r/^\d+: [(<RP]/, line)

  @doc "The number of the instruction at the end of a log, or that its verdict names."
  @spec number(binary()) :: non_neg_integer() | nil
  def number(log) do
    {instruction, verdict} = verdict(log)

    [
      Regex.run(~r/\b(?:insn|at insn|from insn) (\d+)/, Enum.join(verdict, "\n")),
      instruction && Regex.run(~r/^(\d+):/, instruction)
    ]
    |> Enum.find_value(fn match -> match && match |> Enum.at(1) |> String.to_integer() end)
  end
end

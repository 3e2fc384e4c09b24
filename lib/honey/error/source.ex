defmodule Honey.Error.Source do
  @moduledoc false
  # The line of the user's source that an instruction came from, by a verifier's log.

  alias Honey.Error.Log
  alias Honey.Listing

  @typedoc "What an object's own line information says; nil where there is no object."
  @type code ::
          nil
          | %{functions: [Listing.function_info()], lines: %{{binary(), integer()} => map()}}

  @doc "An object's line information, as far as its bytes are such an object."
  @spec code(binary()) :: code()
  def code(elf) do
    %{functions: Listing.functions(elf), lines: Listing.lines(elf)}
  rescue
    # Anyone's bytes: what libbpf reads need not be as compilers write it.
    _ in [MatchError, ArgumentError, FunctionClauseError, CaseClauseError, ErlangError] -> nil
  end

  @doc """
  The source of the instruction that was refused.

  Kernels from 6.9 on print file and line of what they look at. Before, there is the text alone, and
  the object's own line information says whose it is; so it does where the log has a number only.
  `files` are those of the user, who did not write what is of others.
  """
  @spec find(binary(), program :: binary() | nil, code(), [binary()]) ::
          Honey.Error.source() | nil
  def find(log, program, code, files) do
    log = Log.tail(log)

    printed(log, files) || by_number(Log.number(log), program, code, files) ||
      by_text(log, code, files)
  end

  @doc "The source of an instruction of a program, by its number."
  @spec by_number(non_neg_integer() | nil, binary() | nil, code(), [binary()]) ::
          Honey.Error.source() | nil
  def by_number(number, program, code, files) when is_integer(number) and code != nil do
    with %{} = function <- Enum.find(code.functions, &(&1.name == program)),
         true <- number < function.instructions do
      number..0//-1
      |> Enum.find_value(&users(code.lines[{function.section, function.offset + &1}], files))
    else
      _ -> nil
    end
  end

  # Functions that the program calls stand behind it, in an order of libbpf's.
  def by_number(_number, _program, _code, _files), do: nil

  # The kernel prints the source of an instruction before it, with the last part of the file's path;
  # so the last one printed is the refused one's.
  defp printed(log, files) do
    log
    |> String.split("\n")
    |> Enum.reverse()
    |> Enum.find_value(fn line ->
      with [text, file, number] <-
             Regex.run(~r/^; (.*) @ (.+):(\d+)$/, line, capture: :all_but_first),
           line when line > 0 <- String.to_integer(number),
           file when file != nil <- full(file, files) do
        %{file: file, line: line, text: text}
      else
        _ -> nil
      end
    end)
  end

  # The text of an instruction is behind a semicolon, or the number where what is looked at is the
  # jumps alone. A text that stands on several lines says nothing.
  defp by_text(_log, nil, _files), do: nil

  defp by_text(log, code, files) do
    with [_ | _] = found <-
           Regex.scan(~r/^(?:; |\d+: (?![(<]))(.+)$/m, log, capture: :all_but_first),
         [text] = List.last(found),
         [source] <-
           for(
             {_, %{text: ^text} = line} <- code.lines,
             source = users(line, files),
             uniq: true,
             do: source
           ) do
      source
    else
      _ -> nil
    end
  end

  # Line 0, and a file that is none of the user's, is code that the user did not write.
  defp users(%{line: line} = at, files) when line > 0 do
    with file when file != nil <- full(Path.basename(at.file), files),
         do: %{
           file: if(files == [], do: Path.relative_to(at.file, "."), else: file),
           line: line,
           text: at.text
         }
  end

  defp users(_line, _files), do: nil

  defp full(file, []), do: file
  defp full(file, files), do: Enum.find(files, &(Path.basename(&1) == file))
end

defmodule Honey.Listing do
  @moduledoc false

  # A BPF object, read for people: its functions, their instructions, and the source lines that these
  # come from.
  #
  # Lines are those that the kernel has too (`.BTF.ext`), so the listing agrees with the verifier's
  # log. The instructions' text is llvm-objdump's.

  alias Honey.Compiler

  @type function_info :: %{
          name: String.t(),
          section: String.t(),
          offset: non_neg_integer,
          instructions: non_neg_integer
        }

  @type line :: %{file: String.t(), line: non_neg_integer, text: String.t()}

  # The sizes of ELF's records, and the type of a function symbol.
  @section_header 64
  @symbol 24
  @function 2

  @doc "The functions of an object, in the order of their sections; sizes in instructions."
  @spec functions(binary) :: [function_info]
  def functions(elf) do
    sections = sections(elf)
    {_, symbols} = find(sections, ".symtab")
    {_, names} = find(sections, ".strtab")

    functions =
      for <<name::little-32, info, _, index::little-16, value::little-64,
            size::little-64 <-
              whole(symbols, @symbol)>>,
          rem(info, 16) == @function do
        %{
          name: string(names, name),
          section: sections |> Enum.at(index) |> elem(0),
          offset: div(value, 8),
          instructions: div(size, 8),
          order: index
        }
      end

    functions |> Enum.sort_by(&{&1.order, &1.offset}) |> Enum.map(&Map.delete(&1, :order))
  end

  @doc "The source line of each instruction that begins one, by section and number."
  @spec lines(binary) :: %{{section :: String.t(), instruction :: non_neg_integer} => line}
  def lines(elf) do
    sections = sections(elf)

    with {_, <<0xEB9F::little-16, _version, _flags, length::little-32, _::binary>> = btf} <-
           find(sections, ".BTF"),
         {_, <<0xEB9F::little-16, _, _, ext_length::little-32, _::binary>> = ext} <-
           find(sections, ".BTF.ext") do
      <<_::binary-16, at::little-32, size::little-32, _::binary>> = btf
      names = binary_part(btf, length + at, size)
      <<_::binary-16, at::little-32, size::little-32, _::binary>> = ext
      <<record::little-32, infos::binary>> = binary_part(ext, ext_length + at, size)
      Map.new(line_sections(infos, record, names))
    else
      _ -> %{}
    end
  end

  defp line_sections(<<>>, _record, _names), do: []

  defp line_sections(<<name::little-32, count::little-32, rest::binary>>, record, names) do
    section = string(names, name)
    <<infos::binary-size(count * record), rest::binary>> = rest

    lines =
      for <<info::binary-size(record) <- infos>> do
        <<offset::little-32, file::little-32, text::little-32, place::little-32, _::binary>> =
          info

        line = Bitwise.bsr(place, 10)
        text = String.trim(string(names, text))
        {{section, div(offset, 8)}, %{file: string(names, file), line: line, text: text}}
      end

    lines ++ line_sections(rest, record, names)
  end

  @doc """
  The text of each instruction by section and number, as llvm-objdump gives it; references to maps
  and functions are part of the text.
  """
  @spec disassemble(binary) ::
          {:ok, %{{section :: String.t(), instruction :: non_neg_integer} => String.t()}}
          | {:error, String.t()}
  def disassemble(elf) do
    case objdump() do
      nil ->
        {:error,
         "llvm-objdump is missing, which knows the instructions' names: apt-get install llvm"}

      objdump ->
        path = Path.join(System.tmp_dir!(), "honey-#{System.unique_integer([:positive])}.o")

        try do
          File.write!(path, elf)
          with {:ok, texts} <- run(objdump, path), do: {:ok, name_calls(texts, functions(elf))}
        after
          File.rm(path)
        end
    end
  end

  defp run(objdump, path) do
    arguments = ["--disassemble", "--reloc", "--no-show-raw-insn", path]

    case System.cmd(objdump, arguments, stderr_to_stdout: true) do
      {text, 0} -> {:ok, text |> String.split("\n") |> instructions()}
      {text, _} -> {:error, "#{objdump} failed: #{String.trim(text)}"}
    end
  end

  # A call of a function is relocated against its section, `call -1  # .text`: the number is one less than where the
  # function begins.
  defp name_calls(texts, functions) do
    begun = Map.new(functions, &{{&1.section, &1.offset}, &1})

    Map.new(texts, fn {at, text} ->
      with [_, number, section] <- Regex.run(~r/^call (-?(?:0x)?[0-9a-f]+)  # (\S+)$/, text),
           %{} = called <- begun[{section, integer(number) + 1}] do
        {at, "call #{called.name}"}
      else
        _ -> {at, text}
      end
    end)
  end

  defp integer("-" <> number), do: -integer(number)
  defp integer("0x" <> digits), do: String.to_integer(digits, 16)
  defp integer(digits), do: String.to_integer(digits)

  defp instructions(lines) do
    {instructions, _, _} =
      Enum.reduce(lines, {%{}, nil, nil}, fn line, {found, section, last} ->
        cond do
          match = Regex.run(~r/^Disassembly of section (.+):$/, line) ->
            {found, Enum.at(match, 1), nil}

          match = last && Regex.run(~r/R_BPF_\S+\s+(\S+)/, line) ->
            {Map.update!(found, last, &"#{&1}  # #{Enum.at(match, 1)}"), section, last}

          match = Regex.run(~r/^\s*(\d+):\s+(.+)$/, line) ->
            [_, number, text] = match
            key = {section, String.to_integer(number)}
            {Map.put(found, key, String.replace(text, "\t", " ")), section, key}

          true ->
            {found, section, last}
        end
      end)

    instructions
  end

  @doc "The llvm-objdump that instructions are named by; nil when there is none."
  @spec objdump() :: Path.t() | nil
  def objdump do
    name = "llvm-objdump"
    Enum.find_value([name | Compiler.versions(name)], &System.find_executable/1)
  end

  ## ELF

  defp sections(<<0x7F, "ELF", 2, 1, _::binary>> = elf) do
    <<_::binary-40, headers_at::little-64, _::binary-10, size::little-16, count::little-16,
      names_index::little-16, _::binary>> = elf

    @section_header = size

    headers =
      for <<name::little-32, type::little-32, _::binary-16, at::little-64, bytes::little-64,
            _::binary-24 <- binary_part(elf, headers_at, size * count)>> do
        # SHT_NOBITS takes no room in the file.
        {name, if(type == 8, do: <<>>, else: binary_part(elf, at, bytes))}
      end

    {_, names} = Enum.at(headers, names_index)
    Enum.map(headers, fn {name, bytes} -> {string(names, name), bytes} end)
  end

  defp find(sections, name), do: List.keyfind(sections, name, 0, {name, <<>>})

  defp string(names, at) do
    <<_::binary-size(at), rest::binary>> = names
    rest |> :binary.split(<<0>>) |> hd()
  end

  defp whole(bytes, record),
    do: binary_part(bytes, 0, byte_size(bytes) - rem(byte_size(bytes), record))
end

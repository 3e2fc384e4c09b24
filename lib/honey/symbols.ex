defmodule Honey.Symbols do
  @moduledoc ~S"""
  Which functions of the kernel a stack goes through: names for the addresses that `bpf_get_stack`, `bpf_get_stackid` and
  the values of a `:bpf_stack_trace` give.

      symbols = Honey.Symbols.read!()
      stack = Honey.Map.get!(object, :stacks, id)   #=> [0xffffffff813a50f1, 0xffffffff82265ec8, 0, 0]
      Honey.Symbols.stack(symbols, stack)           #=> ["__traceiter_sched_switch+0x41", "__schedule+0x628"]

  The names are those of the kernel's /proc/kallsyms (kernel/kallsyms.c; Documentation/admin-guide/sysctl/kernel.rst has
  `kptr_restrict`). It is read once, into a table that is searched in some microseconds: for the 122,000 symbols of a Linux 6.18,
  some 5 MB, which processes share when they send it to one another. It is of the time when it was read: of modules and BPF
  programs that are loaded later it does not know, and where some were unloaded it has their names.

  An address has a name if it lies in the kernel's code: of data, of processes and of nothing at all it has none. A symbol
  reaches up to the next one, and at most 1 MiB, since /proc/kallsyms has no sizes. Where several have the same
  address, it is the name that the kernel itself prints, which is the first.

  For a flame graph, `folded/2` makes the lines that flamegraph.pl, inferno and speedscope read.

  These are functions of ordinary Elixir; there is no call of bpf(2) in them.
  """

  import Bitwise

  alias Honey.{Argument, Error}

  @enforce_keys [:count, :rows, :names]
  @derive {Inspect, only: [:count]}
  defstruct [:count, :rows, :names]

  @typedoc "The table: `count` is how many symbols it has; the other fields are Honey's own."
  @type t :: %__MODULE__{count: pos_integer, rows: binary, names: binary}

  @typedoc "A name, that of a module's symbol with the module: `\"schedule\"`, `\"nf_hook [nf_tables]\"`."
  @type name :: String.t()

  @typedoc """
  Addresses as the kernel gives them: that of the function that ran first, those that called it behind. Zeros, which fill up
  the room of a stack, are left out. What is no address but a text, such as the name of a process, stands for itself.
  """
  @type stack :: [address :: non_neg_integer | String.t()]

  @file_name "/proc/kallsyms"
  @count "a count of Honey.Symbols.folded/2 is a number, or one for each CPU"
  @restriction "/proc/sys/kernel/kptr_restrict"

  # A row is an address and where its name begins, which is where that of the row before it ends. The name is empty where
  # code ends: there, addresses have no name.
  @row 12
  @kernel 1 <<< 63
  @farthest 1 <<< 20
  @ends ["_etext", "_einittext"]
  # The letters that nm(1) has for code.
  @code [?t, ?T, ?w, ?W]

  @doc """
  Reads the symbols of the running kernel, or of another one from a copy of its /proc/kallsyms.

      {:ok, symbols} = Honey.Symbols.read()
      symbols.count   #=> 121911

  Takes half a second. The kernel hides the addresses, and shows zeros, from who has not CAP_SYSLOG, and from everyone where
  `sysctl kernel.kptr_restrict` is 2. Then the answer is an error with step `:symbols` and reason `:hidden`, as no name at all is
  better than a wrong one; it is `:no_symbols` where the file has none, or the error number of reading it.
  """
  @spec read(Path.t()) :: {:ok, t} | {:error, Error.t()}
  def read(path \\ @file_name) when is_binary(path) do
    with {:ok, text} <- File.read(path),
         {:ok, rows} <- rows(text) do
      {:ok, new(rows)}
    else
      {:error, reason} -> {:error, refused(reason, path)}
    end
  end

  @doc """
  As `read/1`, but raises `Honey.Error`.

      symbols = Honey.Symbols.read!()
  """
  @spec read!(Path.t()) :: t
  def read!(path \\ @file_name) do
    case read(path) do
      {:ok, symbols} -> symbols
      {:error, error} -> raise error
    end
  end

  @doc """
  The function that an address is in, and how many bytes behind its beginning; nil where it is in none of the kernel's.

      Honey.Symbols.lookup(symbols, 0xffffffff82266833)   #=> {"schedule", 35}
      Honey.Symbols.lookup(symbols, 0x7f21a4c0e913)      #=> nil
      Honey.Symbols.lookup(symbols, 0)                    #=> nil
  """
  @spec lookup(t, address :: integer) :: {name, offset :: non_neg_integer} | nil
  def lookup(%__MODULE__{} = symbols, address) when is_integer(address) do
    with row when row >= 0 <- last(symbols.rows, address, 0, symbols.count - 1),
         {from, name} when name != "" and address - from < @farthest <- row(symbols, row) do
      {name, address - from}
    else
      _ -> nil
    end
  end

  # The last of the rows from `low` to `high` that is not behind the address; the one before them where all are.
  defp last(_rows, _address, low, high) when low > high, do: high

  defp last(rows, address, low, high) do
    middle = div(low + high, 2)

    if from(rows, middle) <= address,
      do: last(rows, address, middle + 1, high),
      else: last(rows, address, low, middle - 1)
  end

  defp from(rows, row) do
    <<_::binary-size(row * @row), from::64, _::binary>> = rows
    from
  end

  defp row(%{rows: rows, names: names}, row) do
    <<_::binary-size(row * @row), from::64, start::32, rest::binary>> = rows

    stop =
      case rest do
        <<_::64, stop::32, _::binary>> -> stop
        "" -> byte_size(names)
      end

    # A copy, that a name in a list does not keep all of them.
    {from, :binary.copy(binary_part(names, start, stop - start))}
  end

  @doc """
  As `lookup/2`, in one word as the kernel prints it; a module's with the module, `"nf_hook+0x10 [nf_tables]"`.

      Honey.Symbols.name(symbols, 0xffffffff82266833)   #=> "schedule+0x23"
      Honey.Symbols.name(symbols, 0)                    #=> nil
  """
  @spec name(t, address :: integer) :: String.t() | nil
  def name(%__MODULE__{} = symbols, address) when is_integer(address) do
    with {name, offset} <- lookup(symbols, address), do: behind(name, offset)
  end

  defp behind(name, offset) do
    [function | module] = String.split(name, " ", parts: 2)
    Enum.join(["#{function}+0x#{hex(offset)}" | module], " ")
  end

  @doc """
  The names of a stack. What is not in the kernel's code, as all of a user's stack, is an address in hex.

      Honey.Symbols.stack(symbols, [0xffffffff82265ec8, 0xffffffff82266833, 0x7f21a4c0e913, 0])
      #=> ["__schedule+0x628", "schedule+0x23", "0x7f21a4c0e913"]
  """
  @spec stack(t, stack) :: [String.t()]
  def stack(%__MODULE__{} = symbols, stack), do: frames(symbols, stack, &behind/2)

  @doc """
  Stacks, and how often each was counted, as lines for a flame graph: the outermost function first, without offsets.

      stacks = [{[0xffffffff82265ec8, 0xffffffff82266833, 0], 42}, {[0xffffffff82266833, "cat"], 1}]
      IO.write(Honey.Symbols.folded(symbols, stacks))
      cat;schedule 1
      schedule;__schedule 42

  A count is a number, or a list with those of each CPU; those of stacks with the same line add up. The lines are sorted. In
  a text of a stack, what the format has a meaning for, a semicolon or the end of a line, becomes a colon or a blank.

      File.write!("out.folded", Honey.Symbols.folded(symbols, stacks))   # flamegraph.pl out.folded > out.svg
  """
  @spec folded(t, Enumerable.t()) :: String.t()
  def folded(%__MODULE__{} = symbols, stacks) do
    stacks
    |> Argument.pairs!("Honey.Symbols.folded/2 wants pairs of a stack and its count")
    |> Enum.reduce(%{}, fn {stack, count} = pair, lines ->
      count = Argument.count!(count, @count, pair)
      Map.update(lines, line(symbols, stack), count, &(&1 + count))
    end)
    |> Enum.sort()
    |> Enum.map_join(fn {line, count} -> "#{line} #{count}\n" end)
  end

  defp line(symbols, stack) do
    case frames(symbols, stack, fn name, _ -> name end) do
      [] -> "[unknown]"
      frames -> frames |> Enum.reverse() |> Enum.map_join(";", &plain/1)
    end
  end

  defp plain(text), do: text |> String.replace(";", ":") |> String.replace(~r/[\r\n]/, " ")

  defp frames(symbols, stack, text) do
    unless is_list(stack) and not List.improper?(stack),
      do: Argument.wrong!("a stack of Honey.Symbols is a list of addresses", stack)

    for {frame, at} <- stack |> Enum.reject(&(&1 == 0)) |> Enum.with_index(),
        do: frame(symbols, frame, at, text)
  end

  defp frame(_symbols, frame, _at, _text) when is_binary(frame), do: frame

  defp frame(symbols, frame, at, text) when is_integer(frame) do
    case called_from(symbols, frame, at) do
      {name, offset} -> text.(name, offset)
      nil -> "0x" <> hex(frame)
    end
  end

  defp frame(_symbols, frame, _at, _text) do
    Argument.wrong!(
      "a stack of Honey.Symbols has addresses, and texts that stand for themselves",
      frame
    )
  end

  # Where a call is a function's last instruction, since it does not come back, it would come back to the next function.
  defp called_from(symbols, frame, at) do
    with {_next, 0} when at > 0 <- lookup(symbols, frame),
         {name, offset} <- lookup(symbols, frame - 1),
         do: {name, offset + 1}
  end

  defp hex(number), do: number |> Integer.to_string(16) |> String.downcase()

  ## Reading

  # In order, one for each address.
  defp rows(text) do
    lines = text |> :binary.replace("\t", " ", [:global]) |> :binary.split("\n", [:global])

    case for line <- lines, row = parse(line), do: row do
      [] ->
        {:error, :no_symbols}

      rows ->
        # What lies in the lower half is no address, but a place in the memory of each CPU.
        case Enum.filter(rows, fn {from, _} -> from >= @kernel end) do
          [] -> {:error, :hidden}
          rows -> {:ok, rows |> List.keysort(0) |> distinct([])}
        end
    end
  end

  # ffffffff81000000 T _stext
  # ffffffffc000ad40 t bpf_dispatcher_xdp	[bpf]
  defp parse(<<hex::binary-16, " ", type, " ", name::binary>>) do
    {String.to_integer(hex, 16), if(type in @code and name not in @ends, do: name, else: "")}
  rescue
    ArgumentError -> nil
  end

  defp parse(_), do: nil

  # Of several at one address the first that is code's.
  defp distinct([{from, ""}, {from, name} | rest], rows),
    do: distinct([{from, name} | rest], rows)

  defp distinct([{from, name}, {from, _} | rest], rows), do: distinct([{from, name} | rest], rows)
  defp distinct([row | rest], rows), do: distinct(rest, [row | rows])
  defp distinct([], rows), do: Enum.reverse(rows)

  defp new(rows) do
    {table, _} =
      Enum.map_reduce(rows, 0, fn {from, name}, start ->
        {<<from::64, start::32>>, start + byte_size(name)}
      end)

    %__MODULE__{
      count: length(rows),
      rows: IO.iodata_to_binary(table),
      names: IO.iodata_to_binary(for {_, name} <- rows, do: name)
    }
  end

  defp refused(:hidden, path) do
    Error.new(
      step: :symbols,
      reason: :hidden,
      code: :symbols_hidden,
      cause: "the kernel hides its addresses: all in #{path} are 0",
      hint: remedy(path)
    )
  end

  defp refused(:no_symbols, path) do
    Error.new(
      step: :symbols,
      reason: :no_symbols,
      cause: "there is no symbol in #{path}",
      hint: "a line of it is \"ffffffff81000000 T _text\", as in /proc/kallsyms"
    )
  end

  defp refused(errno, path) do
    Error.new(
      step: :symbols,
      reason: errno,
      errno: errno,
      code: :no_file,
      cause: "cannot read #{path}: #{:file.format_error(errno)}"
    )
  end

  # What kallsyms_show_value() of the kernel goes by.
  defp remedy(@file_name) do
    case File.read(@restriction) do
      {:ok, "2" <> _} -> "let those with CAP_SYSLOG see them: sysctl -w kernel.kptr_restrict=1"
      _ -> "run as root, or give the process CAP_SYSLOG"
    end
  end

  defp remedy(_path), do: "copy it as root, or with CAP_SYSLOG"
end

defmodule Honey.SymbolsTest do
  use ExUnit.Case, async: true

  alias Honey.{Error, Symbols}
  alias Honey.Test.{Kernel, User}

  # Not in order, as BPF programs and modules are not; with what is no code, places in the memory of each CPU, and names
  # that share an address.
  @kallsyms """
  0000000000000000 A fixed_percpu_data
  0000000000021000 A cpu_debug_store
  ffffffff81000000 T first_function
  ffffffff81000000 T _stext
  ffffffff81000100 t __switch
  ffffffff81000180 W schedule
  ffffffff81000200 t do_exit
  ffffffff81000300 t after_exit
  ffffffff81000400 T _etext
  ffffffff82000000 D jiffies
  ffffffff82000040 B empty_zero_page
  ffffffff83000000 D __init_begin
  ffffffff83000000 T init_function
  ffffffff83000080 T _einittext
  ffffffffc0002000 t nf_hook	[nf_tables]
  ffffffffc0001000 t bpf_prog_1_turn	[bpf]
  ffffffffc0003000 T last	[nf_tables]
  """

  @text 0xFFFFFFFF81000000

  setup_all do
    path = Path.join(System.tmp_dir!(), "honey-kallsyms-#{System.unique_integer([:positive])}")
    on_exit(fn -> File.rm(path) end)

    read = fn text ->
      File.write!(path, text)
      Symbols.read(path)
    end

    {:ok, symbols} = read.(@kallsyms)
    %{symbols: symbols, read: read, path: path}
  end

  test "an address is that of a function, and so many bytes behind", %{symbols: symbols} do
    for {address, answer} <- [
          {@text, {"first_function", 0}},
          {@text + 0xFF, {"first_function", 0xFF}},
          {@text + 0x100, {"__switch", 0}},
          {@text + 0x1A3, {"schedule", 0x23}},
          {@text + 0x3FF, {"after_exit", 0xFF}},
          {0xFFFFFFFF83000001, {"init_function", 1}},
          {0xFFFFFFFFC0001FFF, {"bpf_prog_1_turn [bpf]", 0xFFF}},
          {0xFFFFFFFFC0002010, {"nf_hook [nf_tables]", 0x10}},
          {0xFFFFFFFFC0003010, {"last [nf_tables]", 0x10}}
        ],
        do: assert({address, Symbols.lookup(symbols, address)} == {address, answer})

    assert Symbols.name(symbols, @text + 0x1A3) == "schedule+0x23"
    assert Symbols.name(symbols, @text) == "first_function+0x0"
    assert Symbols.name(symbols, 0xFFFFFFFFC0002010) == "nf_hook+0x10 [nf_tables]"
  end

  test "what is not in the kernel's code has no name", %{symbols: symbols} do
    for address <- [
          0,
          1,
          -1,
          0x21000,
          0x7F21A4C0E913,
          0x8000000000000000,
          @text - 1,
          @text + 0x400,
          0xFFFFFFFF82000000,
          0xFFFFFFFF82000050,
          0xFFFFFFFF83000080,
          0xFFFFFFFFC0103000,
          0xFFFFFFFFFFFFFFFF,
          0x1FFFFFFFFFFFFFFFF
        ] do
      assert {address, Symbols.lookup(symbols, address)} == {address, nil}
      assert Symbols.name(symbols, address) == nil
    end
  end

  test "a stack has no zeros, and addresses where it has no names", %{symbols: symbols} do
    assert Symbols.stack(symbols, [@text + 0x1A3, 0x7F21A4C0E913, 0, 0]) ==
             ["schedule+0x23", "0x7f21a4c0e913"]

    assert Symbols.stack(symbols, [0, 0]) == []
    assert Symbols.stack(symbols, [@text + 0x102, "cat"]) == ["__switch+0x2", "cat"]
  end

  # do_exit calls after its last instruction, and does not come back.
  test "a call that is a function's end is that function's", %{symbols: symbols} do
    assert Symbols.stack(symbols, [@text + 0x300]) == ["after_exit+0x0"]

    assert Symbols.stack(symbols, [@text, @text + 0x300]) == [
             "first_function+0x0",
             "do_exit+0x100"
           ]

    assert Symbols.folded(symbols, [{[@text, @text + 0x300], 1}]) == "do_exit;first_function 1\n"
  end

  test "stacks are folded, and what is one line is counted together", %{symbols: symbols} do
    stacks = [
      {[@text + 0x101, @text + 0x181, 0, 0], 40},
      {[@text + 0x102, @text + 0x182], [1, 1]},
      {[@text + 0x181, 0, "a;b\n"], 7},
      {[0, 0], 3},
      {[0xFFFFFFFFC0002010], 5}
    ]

    lines = """
    [unknown] 3
    a:b ;schedule 7
    nf_hook [nf_tables] 5
    schedule;__switch 42
    """

    assert Symbols.folded(symbols, stacks) == lines
    assert Symbols.folded(symbols, Map.new(stacks)) == lines
    assert Symbols.folded(symbols, []) == ""
  end

  test "addresses that are hidden are an error", %{read: read, path: path} do
    hidden = String.replace(@kallsyms, ~r/^\w{16}/m, "0000000000000000")
    assert {:error, %Error{step: :symbols, reason: :hidden} = error} = read.(hidden)

    assert Exception.message(error) ==
             "reading the kernel's symbols failed: the kernel hides its addresses: all in #{path} are 0 " <>
               "[symbols_hidden]\n  hint: copy it as root, or with CAP_SYSLOG"
  end

  test "a file without symbols is an error", %{read: read, path: path} do
    for text <- ["", "\n", "no symbols\n", "zzzzzzzzzzzzzzzz T a\n", "\xff\n"] do
      assert {:error, %Error{reason: :no_symbols} = error} = read.(text)
      assert Exception.message(error) =~ "there is no symbol in #{path} [no_symbols]"
    end

    assert {:error, %Error{reason: :enoent, errno: :enoent, code: :no_file}} =
             Symbols.read(path <> ".no")

    assert_raise Error, ~r/cannot read .*: no such file/, fn -> Symbols.read!(path <> ".no") end
  end

  test "what is wrong is refused", %{symbols: symbols} do
    for {stacks, said} <- [
          {nil, ~r/^Honey.Symbols.folded\/2 wants pairs of a stack and its count, got: nil/},
          {[1], ~r/wants pairs/},
          {[{1, 2}], ~r/is a list of addresses, got: 1$/},
          {[{[1 | 2], 2}], ~r/is a list of addresses/},
          {[{[1], -1}], ~r/a number, or one for each CPU, got: {\[1\], -1}/},
          {[{[1], []}], ~r/a number, or one for each CPU/},
          {[{[1], [1 | 2]}], ~r/a number, or one for each CPU/},
          {[{[nil], 1}], ~r/has addresses, and texts that stand for themselves, got: nil/}
        ],
        do: assert_raise(ArgumentError, said, fn -> Symbols.folded(symbols, stacks) end)
  end

  describe "the running kernel" do
    @describetag Kernel.tags()

    defmodule Stacks do
      use Honey, license: "GPL"

      defmap :stacks, :bpf_stack_trace, max_entries: 1024, value_type: {:array, :u64, 16}
      defmap :counts, :bpf_hash, max_entries: 1024, key_type: :s64, value_type: :u64

      @sec "raw_tracepoint/sched_switch"
      def on_switch(ctx) do
        with id when is_integer(id) <- Honey.BpfHelpers.bpf_get_stackid(ctx, :stacks, 0),
             do: Honey.KernelMap.count(:counts, id)
      end
    end

    test "its stacks have names" do
      object = Honey.load!(Stacks)
      [_] = Honey.attach!(object)
      for _ <- 1..20, do: Process.sleep(5)
      :ok = Honey.detach(object)

      symbols = Symbols.read!()

      stacks =
        for {id, count} <- Honey.Map.to_list!(object, :counts),
            stack = Honey.Map.get!(object, :stacks, id),
            do: {stack, count}

      Honey.unload(object)
      assert stacks != []

      # Other programs of the machine come and go, and the unwinder may stop early: not each of them has all.
      named =
        for {stack, _} <- stacks,
            names = Symbols.stack(symbols, stack),
            Enum.any?(names, &(&1 =~ ~r/^__schedule\+0x/)),
            not Enum.any?(names, &(&1 =~ ~r/^0x/)),
            do: stack

      assert length(named) > length(stacks) / 2

      lines =
        symbols
        |> Symbols.folded(for(stack <- named, do: {stack, 1}))
        |> String.split("\n", trim: true)

      for line <- lines, do: assert(line =~ ~r/(^|;)__schedule(;|\s).*\d+$/)
    end

    test "are those of /proc/kallsyms" do
      symbols = Symbols.read!()

      for line <- Enum.take_random(File.stream!("/proc/kallsyms"), 200),
          [address, type, name] when type in ["t", "T"] <- [String.split(line)],
          address = String.to_integer(address, 16) do
        case Symbols.lookup(symbols, address) do
          nil -> assert name in ["_etext", "_einittext"]
          # Others have this address, too.
          {_, offset} -> assert offset == 0
        end
      end
    end

    test "hides them from who may not see them" do
      code = "{:error, error} = Honey.Symbols.read(); {error.reason, Exception.message(error)}"
      assert {:hidden, message} = User.run!(["bpf", "perfmon"], code)

      assert message =~
               "the kernel hides its addresses: all in /proc/kallsyms are 0 [symbols_hidden]"

      assert message =~ "hint: run as root, or give the process CAP_SYSLOG"

      assert 1_000 < User.run!(["syslog"], "Honey.Symbols.read!().count")
    end
  end
end

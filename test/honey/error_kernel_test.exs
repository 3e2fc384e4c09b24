defmodule Honey.ErrorKernelTest do
  @moduledoc "What the running kernel refuses, by programs that Honey compiled."

  use ExUnit.Case, async: false

  alias Honey.{Compiler, Error}
  alias Honey.Test.{Elf, Kernel, Netns}

  @moduletag Kernel.tags()

  defmodule Counter do
    use Honey, license: "GPL"

    defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

    @sec "raw_tracepoint/sys_enter"
    def on_enter!(_ctx) do
      count = Honey.BpfHelpers.bpf_map_lookup_elem(:counts, 1)
      if count != nil, do: count + 2, else: 0
    end
  end

  # The module, whose C was changed after Honey wrote it.
  defp patched(pattern, replacement) do
    c = Counter.__honey__(:c_source)
    assert c =~ pattern
    source = Path.join(System.tmp_dir!(), "honey-patched-#{System.pid()}.c")
    File.write!(source, String.replace(c, pattern, replacement))
    arguments = ~w(-target bpf -mcpu=v3 -g -O2 -c #{source} -o #{source}.o)

    try do
      {_, 0} = System.cmd(Compiler.clang(), arguments, stderr_to_stdout: true)

      Elf.module(Counter.Patched, File.read!(source <> ".o"),
        programs: Counter.__honey__(:programs),
        maps: Counter.__honey__(:maps),
        unit: Counter.__honey__(:unit)
      )
    after
      for path <- [source, source <> ".o"], do: File.rm(path)
    end
  end

  test "the Elixir line of what the verifier refuses" do
    module =
      patched(
        ~r/if \(found_0\) {\n(.*\n).*\*found_0/,
        "{\n\\1__u64 v_3 = *(volatile __u64 *)found_0"
      )

    on_exit(fn -> Elf.purge(module) end)
    assert {:error, %Error{} = error} = Honey.load(module)
    assert %Error{step: :load, errno: :eacces, program: :on_enter!} = error
    assert error.cause =~ "a lookup's result is used where it may be nil"
    line = "count = Honey.BpfHelpers.bpf_map_lookup_elem(:counts, 1)"
    assert %{file: "test/honey/error_kernel_test.exs", line: number, text: ^line} = error.source
    assert __ENV__.file |> File.read!() |> String.split("\n") |> Enum.at(number - 1) =~ line

    assert Exception.message(error) =~
             "\n  at test/honey/error_kernel_test.exs:#{number}: #{line}\n"
  end

  test "what Honey sees to itself is a bug of Honey's, and said to be one" do
    module = patched("return v_5;", "return *(volatile __u64 *)((char *)&slot_u32_0 + 8192);")
    on_exit(fn -> Elf.purge(module) end)
    assert {:error, %Error{} = error} = Honey.load(module)
    assert error.hint =~ "Honey compiled this"
  end

  test "a program that is run more often than its kind can be" do
    object = Honey.load!(Counter)
    on_exit(fn -> Honey.unload(object) end)
    assert {:ok, _} = Honey.test_run(object, :on_enter!)
    assert {:error, error} = Honey.test_run(object, :on_enter!, repeat: 2)
    assert error.errno == :einval
    assert error.hint =~ "raw_tracepoint and syscall programs take `:ctx` only, of 65,535 bytes"
    assert error.hint =~ "and no `:repeat`;"
  end

  test "a second link of a program at one tracepoint, of whichever kind" do
    defmodule Twice do
      use Honey, license: "GPL"

      @sec "raw_tracepoint/sched_process_exit"
      def raw(_ctx), do: 0

      @sec "tracepoint/sched/sched_process_exit"
      def plain(_ctx), do: 0
    end

    Kernel.mount_tracefs()
    object = Honey.load!(Twice)
    on_exit(fn -> Honey.unload(object) end)

    for program <- [:raw, :plain] do
      assert {:ok, link} = Honey.attach(object, program)
      assert {:error, %Error{errno: :eexist} = error} = Honey.attach(object, program)
      assert error.cause =~ "the program is attached there already"
      assert error.program == program
      assert :ok = Honey.detach(link)
      assert {:ok, _} = Honey.attach(object, program)
    end
  end

  test "an XDP program whose interface nobody has named" do
    defmodule Passes do
      use Honey, license: "GPL"

      @sec "xdp"
      def pass?(_ctx), do: 2
    end

    Process.flag(:trap_exit, true)
    assert {:error, error} = Honey.start_link(Passes)

    assert error.hint ==
             "name it: `attach: [pass?: [interface: \"eth0\"]]`, or leave the program out with " <>
               "`attach: [pass?: false]`"
  end

  test "an interface whose MTU is too large" do
    {errno, message, generic} =
      Netns.run!("""
      defmodule Pass do
        use Honey, license: "GPL"

        @sec "xdp"
        def pass(_ctx), do: 2
      end

      {_, 0} = System.cmd("ip", ~w(link add large0 mtu 9000 type veth peer name large1 mtu 9000))
      object = Honey.load!(Pass)
      {:error, error} = Honey.attach(object, :pass, interface: "large0")
      {generic, _} = Honey.attach(object, :pass, interface: "large0", mode: :generic)
      {error.errno, Exception.message(error), generic}
      """)

    assert errno == :erange

    assert message =~
             "attaching program `pass` failed: the MTU of `large0`, or of its peer, is too large"

    assert message =~ "ip link set dev large0 mtu 3500"
    assert message =~ "`mode: :generic`"
    assert generic == :ok
  end

  test "an interface that has a program already, and one that is not there" do
    [taken, missing] =
      Netns.run!("""
      defmodule Pass do
        use Honey, license: "GPL"

        @sec "xdp"
        def pass(_ctx), do: 2
      end

      first = Honey.load!(Pass)
      second = Honey.load!(Pass)
      {:ok, _} = Honey.attach(first, :pass, interface: "lo", mode: :generic)
      {:error, taken} = Honey.attach(second, :pass, interface: "lo", mode: :generic)
      {:error, missing} = Honey.attach(second, :pass, interface: "loo")
      Enum.map([taken, missing], &{&1.errno, Exception.message(&1)})
      """)

    assert {:ebusy, "attaching program `pass` failed: `lo` has an XDP program already" <> hint} =
             taken

    assert hint =~ "ip link show dev lo"

    assert {:enodev,
            "attaching program `pass` failed: there is no network interface `loo`" <> hint} =
             missing

    assert hint =~ "did you mean `lo`?"
  end
end

defmodule Honey.StatsTest do
  use ExUnit.Case, async: false

  alias Honey.Error
  alias Honey.Test.{Child, Elf, Kernel}

  @moduletag Kernel.tags()

  defmodule Programs do
    use Honey, license: "GPL", kernel: "5.14"

    defmap :sum, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

    @sec "syscall"
    def adds(_ctx) do
      Honey.KernelMap.update(:sum, 0, 0, &(&1 + 1))
      0
    end

    @sec "syscall"
    def idle(_ctx), do: 0
  end

  defp run(object, program, times) do
    for _ <- 1..times, do: assert({:ok, _} = Honey.test_run(object, program))
  end

  test "counts the runs of each program, and their time" do
    {:ok, object} = Honey.load(Programs, stats: true)
    on_exit(fn -> Honey.unload(object) end)
    assert %{adds: %{runs: 0, ns: 0}, idle: %{runs: 0}} = Honey.stats(object)

    run(object, :adds, 1_000)
    run(object, :idle, 3)
    assert %{adds: adds, idle: idle} = Honey.stats(object)
    assert adds.runs == 1_000
    assert idle.runs == 3
    assert adds.ns > idle.ns
    assert adds.ns < 1_000 * 1_000_000
    assert adds.skipped == 0
    assert adds.memory >= 4096
    if adds.machine_code, do: assert(adds.machine_code > idle.machine_code)
    if adds.verified, do: assert(adds.verified > idle.verified)
  end

  test "does not say 0 where nobody counts" do
    if File.read("/proc/sys/kernel/bpf_stats_enabled") == {:ok, "0\n"} do
      {:ok, object} = Honey.load(Programs)
      on_exit(fn -> Honey.unload(object) end)
      run(object, :adds, 3)
      assert %{adds: %{runs: nil, ns: nil, memory: memory}} = Honey.stats(object)
      assert memory >= 4096
    end
  end

  test "counts no more when the object is unloaded" do
    {:ok, first} = Honey.load(Programs, stats: true)
    {:ok, second} = Honey.load(Programs)
    on_exit(fn -> Honey.unload(second) end)

    run(second, :adds, 2)
    assert Honey.stats(second).adds.runs == 2
    Honey.unload(first)
    # The kernel's switch is a static key, which is turned back a little later.
    assert Kernel.eventually(fn ->
             before = Honey.stats(second).adds.runs
             run(second, :adds, 2)
             Honey.stats(second).adds.runs == before
           end)
  end

  test "answers for owners, by their Elixir names" do
    {:ok, owner} = Honey.start_link(Programs, stats: true, name: :honey_stats_test)
    run(owner, :adds, 2)
    assert Honey.stats(:honey_stats_test).adds.runs == 2
    Honey.stop(owner)
    assert {:error, %Error{reason: :closed}} = Honey.stats(owner)
  end

  test "answers for an ELF file" do
    {:ok, object} = Honey.load_binary(Programs.__honey__(:elf), stats: true)
    on_exit(fn -> Honey.unload(object) end)
    assert {:error, %Error{reason: :unknown_program}} = Honey.test_run(object, :nothing)
    run(object, :adds, 1)
    assert Honey.stats(object).adds.runs == 1
    Honey.unload(object)
    assert {:error, %Error{reason: :closed}} = Honey.stats(object)
  end

  @exhausted """
  defmodule Programs do
    use Honey, license: "GPL", kernel: "5.14"

    @sec "syscall"
    def idle(_ctx), do: 0
  end

  {:ok, object} = Honey.load(Programs)
  before = Honey.stats(object)

  # What makes the words of an error is loaded from files, too.
  for application <- [:elixir, :honey] do
    {:ok, modules} = :application.get_key(application, :modules)
    Enum.each(modules, &Code.ensure_loaded/1)
  end

  open = fn open, files ->
    case :file.open("/dev/null", [:read, :raw]) do
      {:ok, file} -> open.(open, [file | files])
      {:error, :emfile} -> files
    end
  end

  files = open.(open, [])
  without = Honey.stats(object)
  Enum.each(files, &:file.close/1)
  {before.idle.memory, without, Honey.stats(object).idle.memory}
  """

  test "does not say 0 where memory cannot be asked for" do
    assert {memory, {:error, error}, memory} =
             Child.run!(["sh", "-c", "ulimit -n 64; exec \"$@\"", "sh"], @exhausted)

    assert memory >= 4096
    assert %Error{step: :stats, errno: :emfile, code: :no_descriptors} = error
    assert Exception.message(error) =~ "as many files open as it may have"
  end

  test "wants true or false" do
    message = "`stats:` wants true or false, got: 1"
    assert_raise ArgumentError, message, fn -> Honey.load(Programs, stats: 1) end
    assert_raise ArgumentError, message, fn -> Honey.load_binary(Elf.build!("kill"), stats: 1) end
  end

  test "says what is missing where the kernel does not count" do
    for {errno, words} <- [eperm: "CAP_SYS_ADMIN", einval: "Linux 5.8"] do
      error = Error.from_loader(:stats, {errno, "refused", ""})
      assert %Error{step: :stats, errno: ^errno, hint: hint} = error
      assert hint =~ words
    end
  end
end

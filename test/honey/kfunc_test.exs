defmodule Honey.KfuncTest.Programs do
  @moduledoc false
  use Honey, license: "GPL", kernel: "6.17"
  import Honey.BpfHelpers

  defkfunc :bpf_strnlen, [:string, :u64], :size, kernel: "6.17"
  defkfunc :bpf_strcmp, [:string, :string], :s32, kernel: "6.17"
  defkfunc :bpf_rcu_read_lock, [], :void, kernel: "6.2"
  defkfunc :bpf_rcu_read_unlock, [], :void, kernel: "6.2"

  defmap :number, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :s64
  defmap :names, :bpf_hash, max_entries: 16, key_type: :u32, value_type: {:string, 16}

  defp keep(n, number) when is_integer(number),
    do: bpf_map_update_elem(:number, n, number, :bpf_any)

  defp keep(n, :ok), do: bpf_map_update_elem(:number, n, 1000, :bpf_any)
  defp keep(n, {:error, _}), do: bpf_map_update_elem(:number, n, 2000, :bpf_any)

  @sec "syscall"
  def calls(_ctx) do
    comm = bpf_get_current_comm()
    bpf_map_update_elem(:names, 1, comm, :bpf_any)
    keep(1, bpf_strnlen(comm, 16))
    keep(2, bpf_strnlen("a longer text", 3))
    keep(3, bpf_strnlen("", 3))
    keep(4, bpf_strcmp("abc", "abd"))
    keep(5, bpf_strcmp("abc", "abc"))
    keep(6, bpf_rcu_read_lock())
    keep(7, bpf_rcu_read_unlock())
    0
  end
end

defmodule Honey.KfuncTest do
  @moduledoc """
  Kfuncs: called in the kernel, where it has them; answered in the simulation; declared as the kernel that
  is there has them, or refused.
  """

  use ExUnit.Case, async: true

  require Honey.KfuncTest.Programs

  alias Honey.Kfunc.Prototype
  alias Honey.KfuncTest.Programs
  alias Honey.Test.Kernel

  # What a declaration needs the kernel to have; functions of 6.17 and later are not everywhere.
  @has_them match?({:ok, _}, Prototype.find("bpf_strnlen"))
  @needs if @has_them, do: Kernel.tags(), else: [skip: "this kernel has no bpf_strnlen"]

  @tag @needs
  test "the kernel calls them" do
    object = Honey.load!(Programs)
    on_exit(fn -> Honey.unload(object) end)
    assert {:ok, %{return: 0}} = Honey.test_run(object, :calls)
    numbers = Map.new(Honey.Map.to_list(object, :number))
    assert numbers[1] == byte_size(Honey.Map.get(object, :names, 1))
    assert numbers[2] == 3
    assert numbers[3] == 0
    assert numbers[4] < 0
    assert %{5 => 0, 6 => 1000, 7 => 1000} = numbers
  end

  test "a test says what they answer" do
    answers = %{
      bpf_strnlen: fn text, most ->
        if text == "", do: {:error, :efault}, else: min(byte_size(text), most)
      end,
      bpf_strcmp: fn a, b -> if a < b, do: -1, else: 0 end,
      bpf_rcu_read_lock: fn -> :ok end,
      bpf_rcu_read_unlock: fn -> :ok end
    }

    result = Honey.Sim.run(Programs, :calls, comm: "beam", helpers: answers)

    assert result.maps.number == %{
             1 => 4,
             2 => 3,
             3 => 2000,
             4 => -1,
             5 => 0,
             6 => 1000,
             7 => 1000
           }

    assert_raise ArgumentError,
                 ~r/the program calls `bpf_strnlen` on line \d+, which is not simulated/,
                 fn ->
                   Honey.Sim.run(Programs, :calls)
                 end

    assert_raise ArgumentError, ~r/returned -1, which `bpf_strnlen` cannot/, fn ->
      Honey.Sim.run(Programs, :calls, helpers: %{bpf_strnlen: fn _, _ -> -1 end})
    end

    assert_raise ArgumentError, ~r/for :bpf_strnlen, which is a function of arity 2/, fn ->
      Honey.Sim.run(Programs, :calls, helpers: %{bpf_strnlen: fn _ -> 1 end})
    end
  end

  test "called on the BEAM they raise" do
    assert_raise RuntimeError, ~r/it can be called in BPF programs only/, fn -> measured("") end
  end

  @tag Kernel.tags()
  test "one that the kernel lacks is named when the object is loaded, and so is the kernel" do
    module =
      compile("""
      defkfunc :honey_no_such_kfunc, [:u64], :u32
      @sec "syscall"
      def program(_ctx), do: honey_no_such_kfunc(3)
      """)

    assert {:error, %Honey.Error{step: :load} = error} = Honey.load(module)
    release = "/proc/sys/kernel/osrelease" |> File.read!() |> String.trim()
    assert Exception.message(error) =~ "kernel #{release} has no kfunc `honey_no_such_kfunc`"
  end

  @tag @needs
  test "a declaration is held against the kernel that is there" do
    error =
      assert_raise Honey.CompileError, fn ->
        compile("""
        defkfunc :bpf_strnlen, [:u64, :u64], :size
        @sec "syscall"
        def program(_ctx), do: 0
        """)
      end

    assert [%{code: :bad_kfunc, message: message, hint: hint}] = error.diagnostics
    assert message == "kfunc `bpf_strnlen` is declared other than this machine's kernel has it"
    assert hint == "there it is `integer bpf_strnlen(char *, integer)`"
  end

  @tag Kernel.tags()
  test "prototypes are read as bpftool reads them" do
    assert {:ok, %{parameters: [:integer], result: {:pointer, :other}}} =
             Prototype.find("bpf_task_from_pid")

    assert {:ok, %{parameters: [], result: :void} = void} = Prototype.find("bpf_rcu_read_lock")
    assert Prototype.text(void, :bpf_rcu_read_lock) == "void bpf_rcu_read_lock()"
    assert Prototype.find("honey_no_such_kfunc") == :error
    assert Prototype.find("bpf_strnlen", "/proc/self/cmdline") == :error
  end

  defp measured(text), do: Programs.bpf_strnlen(text, 1)

  defp compile(body) do
    name = "Honey.KfuncTest.Made#{System.unique_integer([:positive])}"

    [{module, _}] =
      Code.compile_string(
        "defmodule #{name} do\nuse Honey, license: \"GPL\", kernel: \"6.1\"\n#{body}\nend"
      )

    on_exit(fn ->
      :code.purge(module)
      :code.delete(module)
    end)

    module
  end
end

defmodule Honey.TypedMapsTest do
  @moduledoc """
  Maps whose keys and values are no integers: from programs and from Elixir.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, SimRun}

  @moduletag Kernel.tags()

  defmodule Types do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.14", on_error: 77
    import Honey.BpfHelpers

    deftype Key, tid: :u8, place: :u64
    deftype Task, comm: {:string, 16}, state: {:enum, [run: 1, sleep: 2], :u8}, seen: :bool

    defmap :tasks, :bpf_lru_hash, max_entries: 8, key_type: Key, value_type: Task
    defmap :states, :bpf_hash, max_entries: 8, key_type: {:enum, [:a, :b]}, value_type: :u64
    defmap :flags, :bpf_hash, max_entries: 8, key_type: :bool, value_type: :bool
    defmap :names, :bpf_hash, max_entries: 8, key_type: {:string, 16}, value_type: :u32

    defmap :labels, :bpf_hash, max_entries: 8, key_type: :u32, value_type: {:string, 12}

    defmap :arrays, :bpf_hash,
      max_entries: 8,
      key_type: {:array, :u16, 2},
      value_type: {:array, :s8, 3}

    defmap :slots, :bpf_array, max_entries: 4, key_type: :u32, value_type: Task

    defmap :per_cpu, :bpf_percpu_hash,
      max_entries: 4,
      key_type: :u32,
      value_type: {:enum, [:a, :b]}

    defmap :counts, :bpf_hash, max_entries: 8, key_type: Key, value_type: :u64
    defmap :tones, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:enum, [:a, :b]}
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    @sec "syscall"
    def tasks(_ctx) do
      key = %Key{tid: 3, place: 5}

      case bpf_map_lookup_elem(:tasks, key) do
        nil ->
          bpf_map_update_elem(:tasks, key, %Task{state: :run, comm: "new"}, :bpf_noexist)
          0

        %Task{state: :sleep} ->
          bpf_map_delete_elem(:tasks, key)
          1

        task ->
          bpf_map_update_elem(
            :tasks,
            key,
            %{task | state: :sleep, seen: not task.seen},
            :bpf_exist
          )

          if task.comm == "new", do: 2, else: 3
      end
    end

    @sec "syscall"
    def scalars(_ctx) do
      state = bpf_map_lookup_elem(:states, :b)
      flag = bpf_map_lookup_elem(:flags, true)
      bpf_map_update_elem(:states, if(flag == nil, do: :a, else: :b), (state || 0) + 1, :bpf_any)
      bpf_map_update_elem(:flags, flag == nil, flag != true, :bpf_any)

      case flag do
        nil -> 10
        true -> 11
        false -> 12
      end
    end

    # Nothing else in `tone/0` raises.
    @sec "syscall"
    def tones(_ctx) do
      bpf_map_update_elem(:out, 0, tone(), :bpf_any)
      1
    end

    defp tone do
      case bpf_map_lookup_elem(:tones, 0) || :b do
        :a -> 5
        _ -> 6
      end
    end

    @sec "syscall"
    def names(_ctx) do
      comm = bpf_get_current_comm()
      bpf_map_update_elem(:names, comm, 1, :bpf_any)
      bpf_map_update_elem(:names, "literal", 2, :bpf_any)
      bpf_map_update_elem(:names, %Task{comm: "from a field"}.comm, 3, :bpf_any)
      bpf_map_lookup_elem(:names, "literal") || 0
    end

    @sec "syscall"
    def labels(_ctx) do
      bpf_map_update_elem(:labels, 1, "one", :bpf_any)
      bpf_map_update_elem(:labels, 2, bpf_map_lookup_elem(:labels, 1) || "none", :bpf_any)
      bpf_map_update_elem(:labels, 3, bpf_map_lookup_elem(:labels, 9) || "none", :bpf_any)

      case bpf_map_lookup_elem(:labels, 4) do
        nil -> 0
        "from " <> rest -> byte_size(rest)
        _ -> 1
      end
    end

    @sec "syscall"
    def arrays(_ctx) do
      case bpf_map_lookup_elem(:arrays, [1, 2]) do
        nil ->
          0

        values ->
          bpf_map_update_elem(
            :arrays,
            [1, 3],
            [Enum.at(values, 2), Enum.at(values, 1), 9],
            :bpf_any
          )

          1
      end
    end

    @sec "syscall"
    def slots(_ctx) do
      task = bpf_map_lookup_elem(:slots, 2)
      bpf_map_update_elem(:out, 0, if(task.state == nil, do: 1, else: 2), :bpf_any)
      bpf_map_update_elem(:slots, 2, %Task{task | state: :run}, :bpf_any)
      0
    end

    @sec "syscall"
    def value_stays(_ctx) do
      key = %Key{tid: 1}
      bpf_map_update_elem(:tasks, key, %Task{comm: "before"}, :bpf_any)
      task = bpf_map_lookup_elem(:tasks, key)
      bpf_map_update_elem(:tasks, key, %Task{comm: "after"}, :bpf_any)

      case task do
        nil -> 0
        %Task{comm: comm} -> if comm == "before", do: 1, else: 2
      end
    end

    @sec "syscall"
    def count(_ctx) do
      key = %Key{tid: 9}
      count = bpf_map_lookup_elem(:counts, key)

      if count != nil do
        bpf_map_update_elem(:counts, key, count + 1, :bpf_any)
      else
        bpf_map_update_elem(:counts, key, 1, :bpf_any)
      end

      0
    end

    @sec "syscall"
    def per_cpu(_ctx) do
      bpf_map_update_elem(:per_cpu, 1, :b, :bpf_any)
      0
    end
  end

  alias Types.{Key, Task}

  setup do
    object = Honey.load!(Types)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp run(object, program) do
    {:ok, %{return: return}} = Honey.test_run(object, program)
    return
  end

  test "a field that does not fit is named where a simulation is given it" do
    task = struct!(Types.Task, state: :slepe)

    assert_raise ArgumentError,
                 ~r/does not fit: the field `state` is :slepe, expected nil or :run or :sleep/,
                 fn -> Honey.Sim.new(Types, maps: %{slots: %{1 => task}}) end
  end

  test "a struct as key and as value", %{object: object} do
    key = %Key{tid: 3, place: 5}
    assert run(object, :tasks) == 0
    assert Honey.Map.to_list(object, :tasks) == [{key, %Task{comm: "new", state: :run}}]
    assert run(object, :tasks) == 2
    assert Honey.Map.get(object, :tasks, key) == %Task{comm: "new", state: :sleep, seen: true}
    assert run(object, :tasks) == 1
    assert Honey.Map.get(object, :tasks, key) == nil

    assert Honey.Map.put(object, :tasks, key, %Task{comm: "ours", seen: true, state: :run}) == :ok
    assert run(object, :tasks) == 3
    assert Honey.Map.get(object, :tasks, key).seen == false

    assert Honey.Map.put(object, :tasks, key, %Task{}, :bpf_noexist)
           |> elem(1)
           |> Map.get(:reason) == :eexist

    assert Enum.map(Honey.map(object, :tasks), &elem(&1, 0)) == [key]
    assert Honey.Map.update(Honey.map(object, :tasks), key, %Task{}, &%{&1 | comm: "x"}) == :ok
    assert Honey.Map.fetch(object, :tasks, key) == {:ok, %Task{comm: "x", state: :sleep}}
    assert Honey.Map.delete(object, :tasks, key) == :ok
    assert Honey.Map.count(object, :tasks) == 0
  end

  test "enums and booleans", %{object: object} do
    assert run(object, :scalars) == 10
    assert Honey.Map.to_list(object, :states) == [a: 1]
    assert Honey.Map.to_list(object, :flags) == [{true, true}]
    assert run(object, :scalars) == 11
    assert Honey.Map.get(object, :states, :b) == 1
    assert Honey.Map.get(object, :flags, false) == false
    assert Honey.Map.put(object, :flags, true, false) == :ok
    assert run(object, :scalars) == 12
    assert {:error, %{reason: :type}} = Honey.Map.get(object, :states, :c)
    assert {:error, %{reason: :type} = error} = Honey.Map.put(object, :flags, true, 1)
    assert Exception.message(error) =~ "expected true or false"
  end

  test "a number in a map that stands for none of an enum's atoms raises" do
    object = Honey.load_binary!(Types.__honey__(:elf), maps: [out: [key: :u32, value: :s64]])
    %{elf_name: tones} = Enum.find(Types.__honey__(:maps), &(&1.name == :tones))
    tones = Honey.map(object, String.to_atom(tones))
    run = fn -> {run(object, :tones), Honey.Map.get(object, :out, 0)} end
    assert run.() == {1, 6}
    assert Honey.Map.put(tones, 0, 0) == :ok
    assert run.() == {1, 5}
    assert Honey.Map.put(tones, 0, 7) == :ok
    assert run.() == {77, 5}
    Honey.unload(object)
  end

  test "strings", %{object: object} do
    assert run(object, :names) == 2
    assert Honey.Map.get(object, :names, "literal") == 2
    assert Honey.Map.get(object, :names, "from a field") == 3
    assert Honey.Map.count(object, :names) == 3
    assert {:error, %{reason: :size}} = Honey.Map.get(object, :names, "more than sixteen bytes")
  end

  test "strings as values", %{object: object} do
    assert run(object, :labels) == 0
    assert Honey.Map.get(object, :labels, 1) == "one"
    assert Honey.Map.get(object, :labels, 2) == "one"
    assert Honey.Map.get(object, :labels, 3) == "none"
    assert Honey.Map.put(object, :labels, 4, "from Elixir") == :ok
    assert run(object, :labels) == 6
    assert Honey.Map.put(object, :labels, 4, "other") == :ok
    assert run(object, :labels) == 1
  end

  test "arrays", %{object: object} do
    assert run(object, :arrays) == 0
    assert Honey.Map.put(object, :arrays, [1, 2], [-1, 127, -128]) == :ok
    assert run(object, :arrays) == 1
    assert Honey.Map.get(object, :arrays, [1, 3]) == [-128, 127, 9]

    assert {:error, %{reason: :range} = error} =
             Honey.Map.put(object, :arrays, [1, 2], [0, 0, 128])

    assert Exception.message(error) =~ "the field `[2]` is 128, expected :s8 (-128..127)"
  end

  test "an array of structs begins with zeros", %{object: object} do
    assert Honey.Map.get(object, :slots, 2) == %Task{}
    assert run(object, :slots) == 0
    assert Honey.Map.get(object, :out, 0) == 1
    assert Honey.Map.to_list(object, :slots) |> Enum.at(2) == {2, %Task{state: :run}}
    run(object, :slots)
    assert Honey.Map.get(object, :out, 0) == 2
  end

  test "what a lookup gave stays what it was", %{object: object} do
    assert run(object, :value_stays) == 1
  end

  test "an integer under a struct is counted by one access", %{object: object} do
    for _ <- 1..5, do: run(object, :count)
    assert Honey.Map.get(object, :counts, %Key{tid: 9}) == 5
    assert Types.__honey__(:c_source) =~ "__sync_fetch_and_add"
  end

  test "per-CPU values", %{object: object} do
    run(object, :per_cpu)
    values = Honey.Map.get(object, :per_cpu, 1)
    assert :b in values
    assert Enum.all?(values, &(&1 in [:a, :b]))
    assert {:error, %{reason: :type}} = Honey.Map.put(object, :per_cpu, 1, :b)
    assert {:error, %{reason: :size}} = Honey.Map.put(object, :per_cpu, 1, [:a])
    assert {:error, %{reason: :type}} = Honey.Map.put(object, :per_cpu, 1, [:a | :b])
    assert {:error, error} = Honey.Map.put_many(object, :per_cpu, [{1, [:a | :b]}])
    assert {error.reason, error.map} == {:type, :per_cpu}
    assert Honey.Map.put(object, :per_cpu, 1, Enum.map(values, fn _ -> :b end)) == :ok
  end

  test "a type that is defined below its name's use" do
    source = """
    defmodule Honey.TypedMapsTest.Below do
      use Honey, license: "GPL"
      defmap :a, :bpf_hash, max_entries: 3, key_type: :u32, value_type: Event
      deftype Event, pid: :u32

      @sec "syscall"
      def run(_ctx), do: 0
    end
    """

    assert [%{line: 3, code: :map_option, hint: hint}] =
             assert_raise(Honey.CompileError, fn -> Code.compile_string(source, "below.ex") end).diagnostics

    assert hint == "`deftype Event` stands below: move it up, before its name is used"
  end

  test "a number that is no member raises in programs, and is itself in Elixir" do
    {:ok, object} = Honey.load(Types)
    map = Honey.map(object, :slots)
    bytes = Honey.Map.put(%{map | codecs: {nil, nil}}, 2, <<0::128, 9, 0>>)
    assert bytes == :ok
    assert Honey.Map.get(map, 2).state == 9
    assert run(object, :slots) == 77
    assert [%{kind: :argument, count: 1}] = Enum.filter(Honey.errors(object), &(&1.count > 0))
    Honey.unload(object)
  end

  test "a simulation does what the kernel does" do
    for program <- [:tasks, :scalars, :arrays, :slots, :value_stays, :count], _ <- 1..3 do
      object = Process.get(:object) || Honey.load!(Types)
      Process.put(:object, object)
      if program == :arrays, do: Honey.Map.put(object, :arrays, [1, 2], [-1, 0, 127])
      assert {same, same} = SimRun.run(object, Honey.Sim.new(Types), program)
    end

    Honey.unload(Process.delete(:object))
  end

  test "the kernel's own description names the struct", %{object: object} do
    if System.find_executable("bpftool") do
      id = Honey.map(object, :tasks).id
      {text, 0} = System.cmd("bpftool", ["btf", "dump", "map", "id", "#{id}"])
      assert text =~ "'honey_Task' size=18"
      assert text =~ "'honey_Key' size=16"
    end
  end

  describe "a value that looks like an error" do
    defmodule Answers do
      @moduledoc false
      use Honey, license: "GPL", kernel: "5.14"

      @answer {{:enum, [:ok, :error]}, :u64}

      defmap :answers, :bpf_hash, max_entries: 4, key_type: :u32, value_type: @answer
      defmap :by_cpu, :bpf_percpu_hash, max_entries: 4, key_type: :u32, value_type: @answer
      defmap :waiting, :bpf_queue, max_entries: 4, value_type: @answer
      defvar :last, {{:enum, [:ok, :error]}, :u64}, {:ok, 0}, live: true

      @sec "syscall"
      def run(_ctx) do
        Honey.KernelMap.put(:answers, 2, last())
        0
      end
    end

    setup do
      object = Honey.load!(Answers)
      on_exit(fn -> Honey.unload(object) end)
      {:ok, object: object, map: Honey.map!(object, :answers)}
    end

    @value {:error, 7}

    test "is a value of the functions with !, and fetch/2 tells it apart", %{map: map} do
      :ok = Honey.Map.put!(map, 1, @value)
      assert Honey.Map.fetch(map, 1) == {:ok, @value}
      assert Honey.Map.get(map, 1) == @value
      assert Honey.Map.get!(map, 1) == @value
      assert Honey.Map.fetch!(map, 1) == @value
      assert map[1] == @value
      assert Honey.Map.update!(map, 1, {:ok, 0}, fn @value -> {:error, 8} end) == :ok
      assert Honey.Map.to_list!(map) == [{1, {:error, 8}}]
      assert Enum.to_list(map) == [{1, {:error, 8}}]
      assert {1, {:error, 8}} in map
      assert Honey.Map.take!(map, 1) == {:error, 8}
      assert Honey.Map.put_many!(map, [{1, @value}]) == :ok
      assert Honey.Map.take_all!(map) == [{1, @value}]
    end

    test "and of those of queues, of CPUs, of variables", %{object: object, map: map} do
      :ok = Honey.Map.push!(object, :waiting, @value)
      assert Honey.Map.peek!(object, :waiting) == @value
      assert Honey.Map.pop!(object, :waiting) == @value

      {:ok, cpus} = Honey.LoaderNif.map_cpus()
      :ok = Honey.Map.put!(object, :by_cpu, 1, List.duplicate(@value, cpus))
      assert Honey.Map.merge!(object, :by_cpu, 1, fn a, _ -> a end) == @value
      assert Honey.Map.get!(object, :by_cpu, 1) == List.duplicate(@value, cpus)

      :ok = Honey.Var.put!(object, :last, @value)
      assert Honey.Var.get!(object, :last) == @value
      assert %{return: 0} = Honey.test_run!(object, :run)
      assert Honey.Map.get!(map, 2) == @value
    end
  end
end

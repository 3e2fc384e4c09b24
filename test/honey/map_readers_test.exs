defmodule Honey.MapReadersTest do
  @moduledoc """
  Who reads a map waits for nobody, and needs no more memory than it keeps.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.Kernel, as: TestKernel

  @moduletag TestKernel.tags()

  @entries 300_000

  defmodule Counts do
    @moduledoc false
    use Honey, license: "GPL"

    deftype Count, packets: :u64, bytes: :u64

    defmap :counts, :bpf_hash, max_entries: 1000, key_type: :u32, value_type: Count
    defmap :large, :bpf_hash, max_entries: 300_000, key_type: :u32, value_type: :u64

    @sec "raw_tracepoint/sys_enter"
    def none(_ctx), do: Honey.BpfHelpers.bpf_map_delete_elem(:large, 1_000_000)
  end

  alias Counts.Count

  test "ten readers do not wait for the owner, which answers nobody" do
    owner = start_supervised!({Honey, {Counts, attach: [none: false]}})
    counts = for n <- 1..1000, do: {n, %Count{packets: n, bytes: n * 60}}
    :ok = Honey.Map.put_many(owner, :counts, counts)
    :ok = :sys.suspend(owner)

    readers = for reader <- 1..10, do: Task.async(fn -> read(owner, reader, counts) end)
    assert Task.await_many(readers, 120_000) == List.duplicate(:read, 10)

    assert {:status, ^owner, _, [_, :suspended | _]} = :sys.get_status(owner)
    :ok = :sys.resume(owner)
  end

  defp read(owner, reader, counts) do
    for n <- 1..100 do
      assert Honey.Map.get(owner, :counts, n) == %Count{packets: n, bytes: n * 60}
      assert Honey.Map.put(owner, :large, reader * 1000 + n, n) == :ok
      assert Honey.Map.take(owner, :large, reader * 1000 + n) == n
    end

    for _ <- 1..10 do
      assert owner |> Honey.Map.to_list(:counts) |> Enum.sort() == counts
      assert Honey.Map.count(owner, :counts) == 1000
      assert owner |> Honey.Map.stream(:counts) |> Enum.count() == 1000
      assert %{max_entries: 1000} = Honey.map(owner, :counts)
    end

    :read
  end

  describe "a large map" do
    setup do
      object = Honey.load!(Counts)
      on_exit(fn -> Honey.unload(object) end)
      :ok = Honey.Map.put_many(object, :large, Stream.map(1..@entries, &{&1, &1}))
      %{map: Honey.map(object, :large)}
    end

    # The pairs of a list have five words each.
    test "needs memory for a chunk as a stream, and for all of it as a list", %{map: map} do
      words = @entries * 3

      assert within(words, fn ->
               Enum.reduce(Honey.Map.stream(map), 0, fn {_, n}, sum -> sum + n end)
             end) ==
               {:ok, div(@entries * (@entries + 1), 2)}

      assert within(words, fn -> Enum.count(map) end) == {:ok, @entries}
      assert within(words, fn -> Honey.Map.clear(map) end) == {:ok, :ok}

      assert within(words, fn -> Enum.into(Stream.map(1..@entries, &{&1, &1}), map) && :ok end) ==
               {:ok, :ok}

      assert within(words, fn -> length(Honey.Map.to_list(map)) end) == :killed
    end
  end

  # In a process that is killed when it has more than so many words.
  defp within(words, function) do
    test = self()

    {pid, ref} =
      :erlang.spawn_opt(fn -> send(test, {self(), function.()}) end, [
        :monitor,
        max_heap_size: %{size: words, kill: true, error_logger: false}
      ])

    receive do
      {:DOWN, ^ref, _, _, :killed} ->
        :killed

      {^pid, answer} ->
        Process.demonitor(ref, [:flush])
        {:ok, answer}
    after
      60_000 -> flunk("no answer")
    end
  end
end

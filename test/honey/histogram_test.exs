defmodule Honey.HistogramTest do
  use ExUnit.Case, async: true

  alias Honey.{Histogram, KernelMap, Sim}

  doctest Histogram

  # Those at the edges of their buckets, and beside them.
  @numbers [-5, 0, 1, 2, 3, 4, 7, 8, 1_023, 1_024, 0x7FFF_FFFF_FFFF_FFFF]

  defmodule Programs do
    use Honey, license: "GPL", kernel: "5.12"

    defmap :doubling, :bpf_array, max_entries: 65, key_type: :u32, value_type: :u64
    defmap :even, :bpf_percpu_array, max_entries: 12, key_type: :u32, value_type: :u64

    @sec "tracepoint/raw_syscalls/sys_enter"
    def on_enter(ctx) do
      Honey.KernelMap.log2_histogram(:doubling, ctx.id)
      Honey.KernelMap.linear_histogram(:even, ctx.id, 0..100//10)
      0
    end
  end

  defp in?({:below, n}, number), do: number < n
  defp in?({:from, n}, number), do: number >= n
  defp in?(range, number), do: number in range

  describe "of what programs count" do
    setup do
      sim = Sim.new(Programs)

      ran =
        for number <- @numbers, reduce: sim do
          sim -> Sim.run(sim, :on_enter, ctx: %{id: number}).sim
        end

      %{sim: ran}
    end

    test "each number is in the bucket that counted it", %{sim: sim} do
      histogram = Histogram.log2(Sim.map(sim, :doubling))
      assert Histogram.total(histogram) == length(@numbers)

      for {bucket, count} <- histogram,
          do: assert(count == Enum.count(@numbers, &in?(bucket, &1)), inspect(bucket))
    end

    test "also where all are of one width, on each CPU", %{sim: sim} do
      histogram = Histogram.linear(Sim.map(sim, :even), 0..100//10)
      assert Histogram.total(histogram) == length(@numbers)

      for {bucket, count} <- histogram,
          do: assert(count == Enum.count(@numbers, &in?(bucket, &1)), inspect(bucket))
    end
  end

  test "buckets are those of Honey.KernelMap" do
    for number <- @numbers do
      assert [{bucket, 1}] = Histogram.log2([{KernelMap.log2_bucket(number), 1}])
      assert in?(bucket, number)

      for range <- [0..100//10, -7..8//3, 5..5, 1..1_000] do
        assert [{bucket, 1}] =
                 Histogram.linear([{KernelMap.linear_bucket(number, range), 1}], range)

        assert in?(bucket, number)
      end
    end
  end

  test "counts of one bucket add up, those of CPUs too" do
    assert Histogram.log2([{2, 1}, {2, [3, 4]}, {2, 0}]) == [{2..3, 8}]
    assert Histogram.log2(%{2 => 1}) == [{2..3, 1}]
  end

  test "nothing is no histogram" do
    for nothing <- [[], [{0, 0}, {7, [0, 0]}]] do
      assert Histogram.log2(nothing) == []
      assert Histogram.linear(nothing, 0..10) == []
    end

    assert Histogram.total([]) == 0
    assert Histogram.quantile([], 0.5) == nil
    assert Histogram.text([], unit: "ns") == " ns  count\n"
  end

  test "quantiles are those of the numbers, but for the place in the bucket" do
    :rand.seed(:exsss, 1)

    for _ <- 1..50 do
      numbers = for _ <- 1..:rand.uniform(40), do: :rand.uniform(5_000)
      histogram = Histogram.log2(for n <- numbers, do: {KernelMap.log2_bucket(n), 1})

      for q <- [0, 0.01, 0.25, 0.5, 0.9, 0.99, 1] do
        number = Enum.at(Enum.sort(numbers), max(1, ceil(q * length(numbers))) - 1)
        assert number in Histogram.quantile(histogram, q)
      end
    end
  end

  describe "text" do
    test "has a line for each bucket, under a heading" do
      assert Histogram.text([{2..3, 7}, {4..7, 0}, {8..15, 1}], unit: "ns", width: 40) == """
                 ns  count
               2..3      7  #########################
               4..7      0
              8..15      1  ###
             """
    end

    test "is as wide as is said, also with the longest numbers" do
      histogram = Histogram.log2(%{0 => 99_999_999_999, 64 => 99_999_999_999})

      for width <- [80, 120] do
        lines =
          String.split(Histogram.text(histogram, unit: "µs", width: width), "\n", trim: true)

        assert length(lines) == 66
        assert lines |> Enum.map(&String.length/1) |> Enum.max() == width
      end
    end

    test "has a bar for what is rare, and none for what is not there" do
      text = Histogram.text([{{:below, 0}, 3}, {0..9, 120_000}, {10..19, 0}], unit: "µs")
      assert text =~ ~r/^ +< 0 +3  #$/m
      assert text =~ ~r/^ +10..19 +0$/m
    end
  end

  describe "what is wrong is refused" do
    test "counts" do
      for wrong <- [
            nil,
            5,
            [1],
            [{1, -1}],
            [{1, nil}],
            [{1, []}],
            [{1, [1, :a]}],
            [{1, [1 | 2]}],
            [{1, 2} | 3]
          ] do
        assert_raise ArgumentError, ~r/^Honey.Histogram wants pairs/, fn ->
          Histogram.log2(wrong)
        end
      end
    end

    test "buckets" do
      for bucket <- [-1, 65, :a, 1.0, {1, 2}] do
        assert_raise ArgumentError, ~r/^this histogram has buckets from 0 to 64, got/, fn ->
          Histogram.log2([{bucket, 1}])
        end
      end

      assert_raise ArgumentError,
                   ~r/^this histogram has buckets from 0 to 11, got: {12, 1}/,
                   fn ->
                     Histogram.linear([{12, 1}], 0..100//10)
                   end
    end

    test "ranges" do
      for range <- [10..0//-1, 5, nil] do
        assert_raise ArgumentError, ~r/wants a range that goes up/, fn ->
          Histogram.linear([], range)
        end
      end

      assert_raise ArgumentError, ~r/at least one number/, fn -> Histogram.linear([], 1..0//1) end
    end

    test "quantiles, and options of the text" do
      for q <- [-0.1, 1.1, 99, :median] do
        assert_raise ArgumentError, ~r/^a quantile is a number from 0 to 1/, fn ->
          Histogram.quantile([{1..1, 1}], q)
        end
      end

      for {options, said} <- [
            {[units: "ns"], ~r/unknown option :units .* did you mean `?:?unit/},
            {[unit: :ns], ~r/`unit:` of Honey.Histogram.text\/2 is a string/},
            {[width: 0], ~r/`width:` of Honey.Histogram.text\/2 is a number of columns/}
          ] do
        assert_raise ArgumentError, said, fn -> Histogram.text([{1..1, 1}], options) end
      end
    end
  end
end

defmodule Honey.WaysTest do
  @moduledoc """
  How many instructions the verifier walks through of loops that could be far too many ways for it: it
  takes each outcome of a comparison for a way of its own, until it finds that it knows no more than on another.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Elf, Kernel}

  @moduletag Kernel.tags()

  # The most is some half more than they came to when this was written. The verifier's own limit is 1,000,000.
  @loops [
    # A branch for each half of the number would be 64 ways, and so many more with each turn.
    histograms:
      {100_000, "",
       ~S'''
       for i <- 0..15 do
         KernelMap.log2_histogram(:sizes, a)
         KernelMap.log2_histogram(:sizes, b)
         if a <= b * i, do: KernelMap.count(:sizes, i)
       end

       0
       '''},
    # What a turn finds out about `b` would be known in the next one: 1,000,000 were not enough.
    narrowed:
      {80_000, "",
       ~S'''
       Enum.reduce([0, 0, 0], 0, fn s, z ->
         if KernelMap.get(:found, 1) do
           Enum.reduce_while(1..(a &&& 5)//1, b, fn y, r ->
             n =
               Enum.reduce([7, 8, 9], a - y, fn t, n ->
                 if KernelMap.get(:found, 0), do: b, else: n - t
               end)

             if Enum.member?((n &&& 5)..2//1, b), do: {:halt, r}, else: {:cont, rem(b, y)}
           end)
         else
           z - s
         end
       end)
       '''},
    # As many turns as a loop of exchanges gets before bpf_loop.
    exchanges:
      {80_000, "",
       ~S'''
       for i <- 0..16, do: KernelMap.max(:peaks, i, a + b)
       0
       '''},
    # A product has no branch, but whether it fits.
    products:
      {50_000, "overflow: :raise, ",
       ~S'''
       for i <- 0..2, reduce: b, do: (x -> bxor(x, Integer.pow(a + i, b &&& 7)))
       '''},
    # The turn that raises is the last one.
    raising_entries:
      {150_000, "overflow: :raise, ",
       ~S'''
       for {k, _} <- KernelMap.stream(:sizes),
           y <- [0, 0, 0],
           reduce: 0,
           do: (x -> bxor(x, Integer.pow(k, a) + y))
       '''}
  ]

  for {name, {most, options, body}} <- @loops do
    test "#{name} are a few ways" do
      module = Module.concat(__MODULE__, unquote(Macro.camelize(to_string(name))))

      source = """
      defmodule #{inspect(module)} do
        use Honey, license: "GPL", #{unquote(options)}kernel: "5.14"
        import Honey.BpfHelpers
        alias Honey.KernelMap

        defmap :sizes, :bpf_array, max_entries: 65, key_type: :u32, value_type: :u64
        defmap :peaks, :bpf_array, max_entries: 17, key_type: :u32, value_type: :u64
        defmap :found, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :s64

        @sec "syscall"
        def run(_ctx) do
          a = bpf_ktime_get_ns()
          b = KernelMap.get(:found, 2, 0)
          KernelMap.put(:found, 3, run(a, b))
          0
        end

        defp run(a, b) do
          _ = {a, b}
          #{unquote(body)}
        end
      end
      """

      [{^module, _}] = Code.compile_string(source)
      assert {:ok, object} = Honey.load(module)
      verified = Honey.stats(object).run.verified
      # Linux before 5.16 does not tell.
      if verified, do: assert(verified < unquote(most))
      Honey.unload(object)
      Elf.purge(module)
    end
  end
end

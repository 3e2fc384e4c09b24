defmodule Honey.KernelMapTest do
  @moduledoc """
  `Honey.KernelMap` three ways: in the kernel, in `Honey.Sim`, and on the BEAM with maps that are plain Elixir.
  Each function is called with each pair of inputs, one after the other, so that later calls meet what
  earlier ones left; after each, the result and all maps are the same.
  """

  use ExUnit.Case, async: false

  import Bitwise

  alias Honey.Test.{Kernel, ModelMaps, SimRun}

  doctest Honey.KernelMap

  @moduletag Kernel.tags()

  @kinds [
    h: :bpf_hash,
    a: :bpf_array,
    l: :bpf_lru_hash,
    ph: :bpf_percpu_hash,
    pa: :bpf_percpu_array
  ]

  @functions ~S'''
    def get(a, b), do: code(KernelMap.get(:MAP, a &&& 7)) + code(KernelMap.get(:MAP, a &&& 7, b))
    def fetch(a, _b), do: code(KernelMap.fetch(:MAP, a &&& 7))
    def fetch_surely(a, _b), do: 1 + KernelMap.fetch!(:MAP, a &&& 7)
    def has_key(a, _b), do: code(KernelMap.has_key?(:MAP, a &&& 7))
    def put(a, b), do: code(KernelMap.put(:MAP, a &&& 7, b))
    def put_exist(a, b), do: code(KernelMap.put(:MAP, a &&& 7, b, :bpf_exist))
    def put_absent(a, b), do: code(KernelMap.put(:MAP, b &&& 7, a, :bpf_noexist))
    def put_new(a, b), do: code(KernelMap.put_new(:MAP, a &&& 7, b))
    def count(a, _b), do: code(KernelMap.count(:MAP, a &&& 7))
    def count_all(_a, _b), do: code(KernelMap.count(:MAP, 3))
    def sum(a, b), do: code(KernelMap.sum(:MAP, a &&& 7, b))
    def least(a, b), do: code(KernelMap.min(:MAP, a &&& 7, b))
    def most(a, b), do: code(KernelMap.max(:MAP, a &&& 7, b))
    def log2(a, b), do: code(KernelMap.log2_histogram(:MAP, a + b))
    def linear(_a, b), do: code(KernelMap.linear_histogram(:MAP, b, -10..20//5))
    def added(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, &(&1 + b)))
    def added_before(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, fn x -> b + x end))
    def subtracted(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, &(&1 - b)))
    def subtracted_from(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, &(b - &1)))
    def masked(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, &(&1 &&& b)))
    def joined(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, &(b ||| &1)))
    def flipped(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, &bxor(&1, b)))
    def doubled(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, fn x -> x * 2 end))
    def twice_read(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, fn x -> x + x * b end))
    def constant(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, fn _ -> 9 end))
    def divided(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, fn x -> div(x, b) end))
    def raising(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, fn x -> x + div(100, b) end))
    def with_steps(a, b) do
      code(KernelMap.update(:MAP, a &&& 7, b, fn x ->
        step = b * 3
        step = if step > 10, do: 10, else: step
        x + step
      end))
    end

    def clauses(a, b) do
      code(KernelMap.update(:MAP, a &&& 7, b, fn
        0 -> 5
        x when x > 100 -> 0
        x -> x + 1
      end))
    end

    def captured(a, b), do: code(KernelMap.update(:MAP, a &&& 7, b, &next/1))

    def of_value(a, b) do
      function = if b > 2, do: fn x -> x + 1 end, else: fn x -> x * 3 end
      code(KernelMap.update(:MAP, a &&& 7, b, function))
    end

    def looked_up(a, b) do
      code(KernelMap.update(:MAP, a &&& 7, b, fn x -> x + KernelMap.get(:other, 1, 2) end))
    end

    def putting(a, b) do
      code(KernelMap.update(:MAP, a &&& 7, b, fn x ->
        KernelMap.put(:other, 1, x)
        x + 1
      end))
    end

    def unread(a, b) do
      KernelMap.sum(:MAP, a &&& 7, b)
      b
    end

    def in_a_loop(a, b) do
      for i <- 0..3, do: KernelMap.sum(:MAP, (a + i) &&& 7, b)
      0
    end

    def next(x), do: if(x > 3, do: x - 3, else: x + 7)
  '''

  @deleting ~S'''
    def delete(a, _b), do: code(KernelMap.delete(:MAP, a &&& 7))
  '''

  @common ~S'''
    defmap :input, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64
    defmap :output, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
    defmap :cpu, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32
    defmap :per_cpu, :bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: :u32
    defmap :other, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :s64

    def code(:ok), do: 0
    def code(nil), do: -99
    def code(true), do: 1
    def code(false), do: 0
    def code(:error), do: -1
    def code({:ok, value}), do: 1000 + value
    def code({:error, :enoent}), do: -2
    def code({:error, :e2big}), do: -7
    def code({:error, :eexist}), do: -17
    def code({:error, :einval}), do: -22
    def code({:error, _}), do: -50
    def code(value), do: value
  '''

  @inputs for a <- [0, 3, 5, 6, 7, -1, 3], b <- [0, -6, 40], do: {a, b}

  for {name, kind} <- @kinds, fuse <- if(name in [:h, :pa], do: [true, false], else: [true]) do
    test "on #{kind}, #{if fuse, do: "in place", else: "fuse: false"}" do
      name = unquote(name)
      kind = unquote(kind)

      map =
        "defmap :#{name}, :#{kind}, max_entries: #{most(kind)}, key_type: :u32, value_type: :s64, fuse: #{unquote(fuse)}"

      for kernel <- if(unquote(fuse) and name == :h, do: ["5.10", "5.14"], else: ["5.14"]) do
        source = map <> "\n" <> String.replace(@functions, ":MAP", inspect(name))

        check(source, %{name => {kind, most(kind), 0, %{}}}, @inputs, kernel: kernel)
      end
    end
  end

  for {name, kind} <- @kinds, name in [:h, :l, :ph] do
    test "deleting from #{kind}" do
      name = unquote(name)

      map =
        "defmap :#{name}, :#{unquote(kind)}, max_entries: #{most(unquote(kind))}, key_type: :u32, value_type: :s64"

      functions = String.replace(@deleting <> @functions, ":MAP", inspect(name))

      check(
        map <> "\n" <> functions,
        %{name => {unquote(kind), most(unquote(kind)), 0, %{}}},
        Enum.take(@inputs, 12)
      )
    end
  end

  for type <- [:u8, :s16, :u32, :s32, :u64] do
    test "integers that are :#{type}" do
      functions = ~S"""
        defmap :h, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :TYPE
        def count(a, _b), do: code(KernelMap.count(:h, a &&& 3))
        def sum(a, b), do: code(KernelMap.sum(:h, a &&& 3, b &&& 15))
        def most(a, b), do: code(KernelMap.max(:h, a &&& 3, b &&& 31))
        def least(a, b), do: code(KernelMap.min(:h, a &&& 3, b &&& 31))
        def other(a, b), do: code(KernelMap.update(:h, a &&& 3, 1, fn x -> bxor(x, b) &&& 7 end))
        def joined(a, b), do: code(KernelMap.update(:h, a &&& 3, 1, fn x -> x ||| (b &&& 8) end))
        def flipped(a, _b), do: code(KernelMap.update(:h, a &&& 3, 1, fn x -> bxor(3, x) end))
      """

      functions = String.replace(functions, ":TYPE", inspect(unquote(type)))

      for kernel <- if(unquote(type) in [:s32, :u64], do: ["5.10", "5.14"], else: ["5.10"]),
          do:
            check(functions, %{h: {:bpf_hash, 8, 0, %{}}}, Enum.take(@inputs, 15), kernel: kernel)
    end
  end

  @structs ~S'''
    deftype Stat, count: :u64, total: :s64, last: :u16, most: :u32, seen: :bool, kind: {:enum, [:new, :old]}, name: {:string, 8}
    defmap :st, :bpf_hash, max_entries: 5, key_type: :u32, value_type: Stat
    defmap :sa, :bpf_array, max_entries: 5, key_type: :u32, value_type: Stat

    def avg(a, b), do: code(KernelMap.avg(:st, a &&& 7, b))
    def avg_array(a, b), do: code(KernelMap.avg(:sa, a &&& 7, b))

    def fields(a, b) do
      code(KernelMap.update(:st, a &&& 7, %Stat{count: 1, total: b}, fn x ->
        %{x | count: x.count + 1, total: x.total - b, last: a &&& 7, most: max(x.most, b &&& 63), seen: b > 0}
      end))
    end

    def swapped(a, b) do
      code(KernelMap.update(:st, a &&& 7, %Stat{count: 1, last: 3}, fn x ->
        %Stat{x | count: x.last, last: (x.count + b) &&& 15, total: x.total + x.most}
      end))
    end

    # Of a field that is given twice the later value counts.
    def twice_given(a, b) do
      code(KernelMap.update(:sa, a &&& 3, %Stat{}, fn x -> %{x | total: b, count: 2, total: x.total + 1} end))
    end

    def named(a, b) do
      code(KernelMap.update(:st, a &&& 7, %Stat{name: "first"}, fn x ->
        %{x | name: if(b > 0, do: "more", else: "less"), kind: :old}
      end))
    end

    def anew(a, b) do
      code(KernelMap.update(:st, a &&& 7, %Stat{count: 1}, fn x -> %Stat{total: x.total + b, count: 7} end))
    end

    def got(a, b), do: KernelMap.get(:st, a &&& 7, %Stat{last: b &&& 255}).last
  '''

  test "structs" do
    models = %{st: {:bpf_hash, 5, :Stat, %{}}, sa: {:bpf_array, 5, :Stat, %{}}}
    check(@structs, models, @inputs)
    check(String.replace(@structs, "Stat\n", "Stat, fuse: false\n"), models, @inputs)
  end

  # What is in them can only be told by taking it out, so each function leaves them empty.
  test "queues and stacks" do
    for kind <- [:bpf_queue, :bpf_stack] do
      check(
        """
        defmap :line, :#{kind}, max_entries: 3, value_type: :s64

        def in_order(a, b) do
          KernelMap.push(:line, a)
          KernelMap.push(:line, b)
          first = code(KernelMap.peek(:line))
          first + 10 * code(KernelMap.pop(:line)) + 1000 * code(KernelMap.pop(:line)) + code(KernelMap.pop(:line))
        end

        def full(a, _b) do
          pushed = for i <- 1..4, reduce: 0, do: (n -> n * 3 + code(KernelMap.push(:line, a + i)))
          for _ <- 1..4, reduce: pushed, do: (n -> n * 7 + code(KernelMap.pop(:line)))
        end
        """,
        %{line: {kind, 3, 0, %{}}},
        @inputs
      )
    end
  end

  test "bloom filters" do
    check(
      """
      defmap :filter, :bpf_bloom_filter, max_entries: 64, value_type: :s64

      def added(a, b) do
        pushed = code(KernelMap.push(:filter, a))
        pushed * 10 + code(KernelMap.peek(:filter, a)) + b
      end
      """,
      %{filter: {:bpf_bloom_filter, 64, 0, %{}}},
      @inputs,
      kernel: "5.16"
    )
  end

  test "buckets" do
    check(
      ~S'''
      def doubling(a, b), do: KernelMap.log2_bucket(a) + 100 * KernelMap.log2_bucket(b)
      def linear(a, b), do: KernelMap.linear_bucket(a, 0..100//10) + 100 * KernelMap.linear_bucket(b, -7..7//3)
      def linear_of(a, b), do: KernelMap.linear_bucket(a, b..1000//7)
      def unsigned(a, _b), do: KernelMap.log2_bucket(Bitwise.bor(a, 0) &&& 0xFFFFFFFFFFFFFFFF)
      def signed(a, b), do: KernelMap.log2_bucket(a &&& 0xFFFFFFFFFFFFFFFF) + (b - 70)
      def linear_unsigned(a, _b), do: KernelMap.linear_bucket(a &&& 0xFFFFFFFFFFFFFFFF, 0..50//5)
      ''',
      %{},
      for(
        a <-
          [0, 1, 2, 3, 4, 7, 8, 99, 100, 101, -1, 65_535, 65_536, 4_294_967_296] ++
            [9_223_372_036_854_775_807, -9_223_372_036_854_775_808, 1 <<< 62],
        b <- [0, 5, -6, 1000],
        do: {a, b}
      ) ++ for(bits <- 2..62, by <- -1..1, do: {(1 <<< bits) + by, -bits})
    )
  end

  # The kernel chooses by itself what it evicts; none is here.
  defp most(:bpf_lru_hash), do: 4096
  defp most(_), do: 5

  # What `functions` end with, in the kernel, in Honey.Sim, and on the BEAM.
  defp check(functions, models, inputs, options \\ []) do
    module = compile(functions, options[:kernel] || "5.14")
    models = for {name, map} <- models, into: %{}, do: {name, with_zero(module, map)}
    models = Map.put(models, :other, {:bpf_hash, 4, 0, %{}})
    object = Honey.load!(module)
    sim = Honey.Sim.new(module, cpus: object |> Honey.Map.get(:per_cpu, 0) |> length())

    try do
      for {name, _} <- names(functions), reduce: models do
        models -> check_function(object, sim, module, name, inputs, models)
      end
    after
      Honey.unload(object)
    end
  end

  defp check_function(object, sim, module, name, inputs, models) do
    for {a, b} <- inputs, reduce: models do
      models ->
        Honey.Map.put(object, :input, 0, a)
        Honey.Map.put(object, :input, 1, b)
        {kernel, simulated} = SimRun.run(object, sim, :"run_#{name}", cpu_map: :cpu)
        call = "#{name}(#{a}, #{b})"
        assert {call, kernel} == {call, simulated}

        {outcome, models} =
          ModelMaps.run(models, kernel.maps.cpu[0], fn -> apply(module, name, [a, b]) end)

        assert {call, ended(kernel)} == {call, expected(outcome)}

        for {map, {_, _, zero, contents}} <- models,
            is_map_key(kernel.maps, map),
            do:
              assert({call, map, seen(kernel.maps[map])} == {call, map, modelled(contents, zero)})

        models
    end
  end

  # Elements of arrays that are zero are there for the kernel, in the model they need not be; so are
  # those of other CPUs.
  defp seen(contents) do
    for {key, values} <- contents,
        {value, cpu} <- Enum.with_index(List.wrap(values)),
        value != 0 and value != struct_zero(value),
        into: %{},
        do: {if(is_list(values), do: {key, cpu}, else: key), value}
  end

  defp modelled(contents, zero) do
    for {key, values} <- contents,
        {cpu, value} <-
          if(is_map(values) and not is_struct(values), do: values, else: [{nil, values}]),
        value != zero,
        into: %{},
        do: {if(cpu, do: {key, cpu}, else: key), value}
  end

  defp struct_zero(%module{}), do: struct(module)
  defp struct_zero(_), do: nil

  defp ended(%{raised: nil} = kernel), do: {:value, kernel.maps.output[0]}
  defp ended(%{raised: raised}), do: {:raised, raised.kind}

  defp expected({:value, value}), do: {:value, value}
  defp expected({:raised, %KeyError{}}), do: {:raised, :key}
  defp expected({:raised, %ArithmeticError{}}), do: {:raised, :arithmetic}

  defp with_zero(module, {kind, most, :Stat, contents}),
    do: {kind, most, struct(Module.concat(module, Stat)), contents}

  defp with_zero(_module, map), do: map

  defp names(functions) do
    for [name, b] <-
          Regex.scan(~r/^ *def (\w+)\((?:a|_a), (\w+)\)/m, functions, capture: :all_but_first),
        do: {String.to_atom(name), b}
  end

  defp compile(functions, kernel) do
    module = Module.concat(__MODULE__, "Programs#{System.unique_integer([:positive])}")

    entries =
      for {name, _} <- names(functions) do
        """
          @sec "raw_tracepoint/sched_switch"
          def run_#{name}(_ctx) do
            Honey.BpfHelpers.bpf_map_update_elem(:per_cpu, 0, 0, :bpf_any)
            Honey.BpfHelpers.bpf_map_update_elem(:cpu, 0, Honey.BpfHelpers.bpf_get_smp_processor_id(), :bpf_any)
            a = Honey.BpfHelpers.bpf_map_lookup_elem(:input, 0)
            b = Honey.BpfHelpers.bpf_map_lookup_elem(:input, 1)
            Honey.BpfHelpers.bpf_map_update_elem(:output, 0, #{name}(a, b), :bpf_any)
            0
          end
        """
      end

    source = """
    defmodule #{inspect(module)} do
      use Honey, license: "GPL", kernel: "#{kernel}", on_error: 77
      alias Honey.KernelMap
      #{functions}
      #{@common}
      #{entries}
    end
    """

    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(source, "kernel_map.ex") end)
    module
  end
end

defmodule Honey.Bench.Costs do
  @moduledoc """
  What single operations cost: programs that do one of them many times, run by BPF_PROG_TEST_RUN.

  The time of a program that does nothing is taken off; each number is the least of the rounds. All
  runs on one CPU and on data that is in its caches, so these are lower bounds.
  """

  alias Honey.Bench.Text

  defmodule Repeated do
    @moduledoc false
    # The same statements, so many times one after the other.

    @copies 16
    def copies, do: @copies

    defmacro repeated(do: block), do: {:__block__, [], List.duplicate(block, @copies)}
  end

  defmodule Plain do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.17"
    import Honey.BpfHelpers
    import Repeated
    alias Honey.KernelMap

    deftype Event, time: :u64, pid: :u32, kind: :u32
    deftype Locked, lock: :spin_lock, count: :u64

    defmap :hash, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64
    defmap :counted, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64
    defmap :unfused, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64, fuse: false
    defmap :cpu_hash, :bpf_percpu_hash, max_entries: 10_240, key_type: :u32, value_type: :u64
    defmap :lru, :bpf_lru_hash, max_entries: 10_240, key_type: :u32, value_type: :u64
    defmap :array, :bpf_array, max_entries: 256, key_type: :u32, value_type: :u64
    defmap :cpu_array, :bpf_percpu_array, max_entries: 256, key_type: :u32, value_type: :u64
    defmap :changing, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64
    defmap :locked, :bpf_array, max_entries: 1, key_type: :u32, value_type: Locked
    defmap :text, :bpf_hash, max_entries: 64, key_type: {:string, 16}, value_type: :u64
    defmap :ring, :bpf_ringbuf, max_entries: 64 * 1024 * 1024, types: [Event]
    defmap :full, :bpf_ringbuf, max_entries: 4096, types: [Event]
    defmap :next, :bpf_prog_array, max_entries: 1, entries: %{0 => :tail_call}

    defmap :networks, :bpf_lpm_trie,
      max_entries: 1024,
      key_type: {:lpm, :ipv4},
      value_type: :u32,
      flags: [:no_prealloc]

    defvar :limit, :u64, 1000
    defvar :start, :u64, 7
    defvar :hits, :u64, live: true

    @sec "xdp"
    def empty(_ctx), do: 2

    # Lookups

    @sec "xdp"
    def hash_lookup(ctx) do
      repeated(do: keep(bpf_map_lookup_elem(:hash, ctx.rx_queue_index)))
      2
    end

    @sec "xdp"
    def hash_miss(ctx) do
      repeated(do: keep(bpf_map_lookup_elem(:hash, ctx.rx_queue_index + 7)))
      2
    end

    @sec "xdp"
    def lru_lookup(ctx) do
      repeated(do: keep(bpf_map_lookup_elem(:lru, ctx.rx_queue_index)))
      2
    end

    @sec "xdp"
    def array_lookup(ctx) do
      repeated(do: keep(bpf_map_lookup_elem(:array, ctx.rx_queue_index)))
      2
    end

    @sec "xdp"
    def lpm_lookup(_ctx) do
      repeated(do: keep(bpf_map_lookup_elem(:networks, {{10, 1, 2, 3}, 32})))
      2
    end

    # A live variable takes what was read, so that it has to be.
    defp keep(nil), do: :ok
    defp keep(value) when value > 0xFFFF_FFFF_FFFF, do: Honey.Var.put(:hits, value)
    defp keep(_), do: :ok

    # Counting

    @sec "xdp"
    def hash_count(ctx) do
      repeated(do: KernelMap.count(:counted, ctx.rx_queue_index))
      2
    end

    @sec "xdp"
    def hash_count_unfused(ctx) do
      repeated do
        count = bpf_map_lookup_elem(:unfused, ctx.rx_queue_index)
        bpf_map_update_elem(:unfused, ctx.rx_queue_index, (count || 0) + 1, :bpf_any)
      end

      2
    end

    @sec "xdp"
    def cpu_hash_count(ctx) do
      repeated(do: KernelMap.count(:cpu_hash, ctx.rx_queue_index))
      2
    end

    @sec "xdp"
    def lru_count(ctx) do
      repeated(do: KernelMap.count(:lru, ctx.rx_queue_index))
      2
    end

    @sec "xdp"
    def array_count(ctx) do
      repeated(do: KernelMap.count(:array, ctx.rx_queue_index))
      2
    end

    @sec "xdp"
    def cpu_array_count(ctx) do
      repeated(do: KernelMap.count(:cpu_array, ctx.rx_queue_index))
      2
    end

    @sec "xdp"
    def variable_count(_ctx) do
      repeated(do: Honey.Var.update(:hits, &(&1 + 1)))
      2
    end

    @sec "xdp"
    def lock_count(_ctx) do
      repeated do
        Honey.with_lock(:locked, 0, fn locked -> %{locked | count: locked.count + 1} end)
      end

      2
    end

    @sec "xdp"
    def log2(ctx) do
      repeated(do: KernelMap.log2_histogram(:array, ctx.rx_queue_index))
      2
    end

    # Writing

    @sec "xdp"
    def hash_put(ctx) do
      repeated(do: bpf_map_update_elem(:hash, ctx.rx_queue_index, 5, :bpf_any))
      2
    end

    @sec "xdp"
    def hash_put_delete(ctx) do
      repeated do
        bpf_map_update_elem(:changing, ctx.rx_queue_index, 5, :bpf_any)
        bpf_map_delete_elem(:changing, ctx.rx_queue_index)
      end

      2
    end

    # Events

    @sec "xdp"
    def emit(_ctx) do
      Honey.Events.emit(:ring, %Event{time: 1, pid: 2}, :no_wakeup)
      2
    end

    @sec "xdp"
    def emit_full(_ctx) do
      repeated(do: Honey.Events.emit(:full, %Event{time: 1, pid: 2}, :no_wakeup))
      2
    end

    # Helpers

    @sec "xdp"
    def ktime(_ctx) do
      repeated(do: keep(bpf_ktime_get_ns() &&& 0xFFFF))
      2
    end

    @sec "xdp"
    def random(_ctx) do
      repeated(do: keep(bpf_get_prandom_u32()))
      2
    end

    # Control

    @sec "xdp"
    def setting(ctx) do
      repeated(do: if(ctx.rx_queue_index > limit(), do: Honey.Var.put(:hits, 1)))
      2
    end

    # Values go into a live variable, so that they have to be made.
    @sec "xdp"
    def loop(ctx) do
      Honey.Var.put(
        :hits,
        Enum.reduce(1..64, ctx.rx_queue_index, fn i, acc -> bxor(acc * 3, i) end)
      )

      2
    end

    @sec "xdp"
    def loop_helper(ctx) do
      last = ctx.rx_queue_index + 64
      Honey.Var.put(:hits, Enum.reduce(1..last//1, 1, fn i, acc -> bxor(acc * 3, i) end))
      2
    end

    # It goes on with itself, 33 times at most.
    @sec "xdp"
    def tail_call(_ctx) do
      with :error <- Honey.tail_call(:next, 0), do: 2
    end

    # Larger than what is compiled into its callers.
    @sec "xdp"
    def call(ctx) do
      x = ctx.rx_queue_index
      repeated(do: x = large(x))
      Honey.Var.put(:hits, x)
      2
    end

    defp large(0), do: 0

    defp large(x) do
      repeated(do: x = bxor(x * 3, x >>> 5))
      repeated(do: x = bxor(x * 5, x >>> 7))
      repeated(do: x = bxor(x * 7, x >>> 9))
      x
    end

    @sec "xdp"
    def add(ctx) do
      x = start()
      repeated(do: x = x + (x >>> 3) + ctx.rx_queue_index)
      Honey.Var.put(:hits, x)
      2
    end

    @sec "xdp"
    def divide(ctx) do
      by = ctx.ingress_ifindex ||| 3
      x = ctx.rx_queue_index
      repeated(do: x = div(x + 0xFFFF_FFFF_FFFF, by))
      Honey.Var.put(:hits, x)
      2
    end

    @sec "xdp"
    def divide_checked(ctx) do
      by = ctx.ingress_ifindex
      x = ctx.rx_queue_index
      repeated(do: x = div(x + 0xFFFF_FFFF_FFFF, by))
      Honey.Var.put(:hits, x)
      2
    end

    # Texts and packets

    @sec "xdp"
    def text_key(_ctx) do
      repeated(do: keep(bpf_map_lookup_elem(:text, "nobody-has-it")))
      2
    end

    @sec "xdp"
    def pattern(ctx) do
      Honey.Var.put(:hits, port(ctx.packet))
      2
    end

    defp port(
           <<_::binary-12, 0x0800::16, 4::4, ihl::4, _::binary-8, 6, _::binary-10,
             _options::binary-size((ihl - 5) * 4), _source::16, port::16, _::binary>>
         ),
         do: port

    defp port(_), do: 0
  end

  defmodule Comm do
    @moduledoc false
    # What XDP programs may call from Linux 6.16 on.
    use Honey, license: "GPL", kernel: "6.16"
    import Honey.BpfHelpers
    import Repeated

    defvar :hits, :u64, live: true

    @sec "xdp"
    def comm(_ctx) do
      repeated(do: Honey.Var.put(:hits, byte_size(bpf_get_current_comm())))
      2
    end

    @sec "xdp"
    def comm_equal(_ctx) do
      repeated(do: if(bpf_get_current_comm() == "nobody-has-it", do: Honey.Var.put(:hits, 1)))
      2
    end
  end

  defmodule Raising do
    @moduledoc false
    use Honey, license: "GPL", overflow: :raise
    import Repeated

    defvar :start, :u64, 7
    defvar :hits, :u64, live: true

    @sec "xdp"
    def add(ctx) do
      x = start()
      repeated(do: x = x + (x >>> 3) + ctx.rx_queue_index)
      Honey.Var.put(:hits, x)
      2
    end
  end

  # {module, program, how many operations it has, what they are}
  @programs [
    "lookups",
    {Plain, :array_lookup, 16, "array"},
    {Plain, :hash_lookup, 16, "hash, the key is there"},
    {Plain, :hash_miss, 16, "hash, the key is not there"},
    {Plain, :lru_lookup, 16, "LRU hash"},
    {Plain, :lpm_lookup, 16, "LPM trie, three prefixes"},
    {Plain, :text_key, 16, "hash by a string of 16 bytes, not there"},
    "counting",
    {Plain, :variable_count, 16, "live variable, atomic addition"},
    {Plain, :cpu_array_count, 16, "per-CPU array"},
    {Plain, :array_count, 16, "array, atomic addition in place"},
    {Plain, :log2, 16, "histogram by powers of two, in an array"},
    {Plain, :cpu_hash_count, 16, "per-CPU hash"},
    {Plain, :hash_count, 16, "hash, lookup and update fused"},
    {Plain, :lru_count, 16, "LRU hash"},
    {Plain, :hash_count_unfused, 16, "hash, lookup and update apart"},
    {Plain, :lock_count, 16, "struct in an array, with its lock held"},
    "writing",
    {Plain, :hash_put, 16, "hash, the key is there"},
    {Plain, :hash_put_delete, 16, "hash, a put and a delete"},
    {Plain, :emit, 1, "event of 16 bytes into a ring"},
    {Plain, :emit_full, 16, "event into a ring that is full"},
    "helpers",
    {Plain, :random, 16, "bpf_get_prandom_u32"},
    {Plain, :ktime, 16, "bpf_ktime_get_ns"},
    {Comm, :comm, 16, "bpf_get_current_comm"},
    {Comm, :comm_equal, 16, "the same, compared with a literal"},
    "control and arithmetic",
    {Plain, :setting, 16, "comparison with a setting (`defvar`)"},
    {Plain, :loop, 64, "turn of a loop"},
    {Plain, :loop_helper, 64, "turn of a loop by bpf_loop"},
    {Plain, :tail_call, 33, "tail call"},
    {Plain, :call, 16, "call of a function that is not compiled into its caller"},
    {Plain, :pattern, 1, "pattern of a packet down to TCP's port"},
    {Plain, :add, 16, "shift and two additions"},
    {Raising, :add, 16, "the same with `overflow: :raise`"},
    {Plain, :divide, 16, "division by what is not zero"},
    {Plain, :divide_checked, 16, "division by what may be zero"}
  ]

  @rounds 12
  @repeat 100_000

  # Ethernet, IPv4 without options, TCP.
  @packet <<0::96, 0x0800::16, 4::4, 5::4, 0::64, 6, 0::80, 1::16, 80::16, 0::size(128)>>

  @spec report(term) :: iodata
  def report(_subjects) do
    objects = for module <- [Plain, Comm, Raising], into: %{}, do: {module, Honey.load!(module)}
    prefixes = [{{{0, 0, 0, 0}, 0}, 1}, {{{10, 0, 0, 0}, 8}, 2}, {{{10, 1, 0, 0}, 16}, 3}]
    :ok = Honey.Map.put_many(objects[Plain], :networks, prefixes)
    for map <- [:hash, :lru], do: :ok = Honey.Map.put(objects[Plain], map, 0, 1)

    try do
      empty = least(objects[Plain], :empty)

      rows =
        for program <- @programs do
          case program do
            {module, name, count, text} ->
              ns = least(objects[module], name) - empty
              ["  " <> text, Text.decimal(ns / count, 1)]

            heading ->
              [heading, ""]
          end
        end

      title = "COSTS of single operations, in ns; a program that does nothing takes #{empty}"

      [Text.table(title, ["", "ns"], rows), "\n"]
    after
      for {_, object} <- objects, do: Honey.unload(object)
    end
  end

  defp least(object, program), do: Enum.min(for _ <- 1..@rounds, do: run(object, program))

  defp run(object, program) do
    {:ok, %{duration_ns: ns}} = Honey.test_run(object, program, data: @packet, repeat: @repeat)

    ns
  end
end

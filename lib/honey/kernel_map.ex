defmodule Honey.KernelMap do
  @moduledoc """
  The kernel's maps inside of programs, in the manner of `Map`.

  These functions are for programs (functions with `@sec` and what these call), as those of
  `Honey.BpfHelpers` are, of which they are made: the map is the name of a `defmap`, and an operation that
  can fail returns `:ok`, or the value, or `{:error, reason}`. `Honey.Map` is what Elixir reads and
  writes the same maps with.

      defmodule Syscalls do
        use Honey, license: "GPL"

        alias Honey.KernelMap
        import Honey.BpfHelpers

        deftype Task, calls: :u64, failed: :u64, last_call: :s32

        defmap :calls, :bpf_hash, max_entries: 512, key_type: :u32, value_type: :u64
        defmap :tasks, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: Task

        @sec "tracepoint/raw_syscalls/sys_exit"
        def on_exit(ctx) do
          failed = if ctx.ret < 0, do: 1, else: 0
          pid = bpf_get_current_pid_tgid() >>> 32
          KernelMap.count(:calls, ctx.id)

          KernelMap.update(:tasks, pid, %Task{calls: 1, failed: failed, last_call: ctx.id}, fn task ->
            %{task | calls: task.calls + 1, failed: task.failed + failed, last_call: ctx.id}
          end)
        end
      end

  The helpers that they are made of are bpf_map_lookup_elem(), bpf_map_update_elem() and the others that `enum bpf_func_id` of
  the kernel's include/uapi/linux/bpf.h lists; what each of them refuses is in `Honey.BpfHelpers`. Kernel 5.10 and later, where
  a function does not say otherwise.

  ## Access

  `get/2`, `fetch/2`, `fetch!/2` and `has_key?/2` find a value, `put/3`, `put_new/3` and `delete/2` change the
  map. There is no `pop/2` of a key: the kernel has no such operation for programs, and a lookup followed
  by a delete would lose what another CPU adds in between.

  ## Updates

  `update/4` computes the new value of the old, and puts an initial one where there is none; `count/2`,
  `sum/3`, `min/3`, `max/3`, `avg/3` and the histograms are updates by one name. All of them are made
  where the value is, in the kernel's memory, without a copy of it and without a second search for the
  key, if that is sound; [guides/kernel_maps.md](kernel_maps.md) says when it is, what two CPUs may then
  do at once, and what is lost if not. Additions are never lost then, nor is a key that two CPUs insert at
  once.
  """

  alias Honey.BpfHelpers.Dispatch
  alias Honey.Standard

  @typedoc "The name of a `defmap`, or `{name, key}`: the map that is under a key of a map of maps."
  @type map_name :: atom | {atom, key :: term}

  @typedoc "Why the kernel refused: `:e2big` when the map is full, `:enoent`, `:eexist` and others."
  @type reason :: atom

  @doc """
  The value of the key, or nil.

      case KernelMap.get(:calls, ctx.id) do
        nil -> 0
        calls -> calls
      end
  """
  @spec get(map_name, key :: term) :: term | nil
  def get(map, key), do: run(:get, [map, key])

  @doc """
  The value of the key, or the default.

      KernelMap.get(:limits, port, 1_000)
  """
  @spec get(map_name, key :: term, default :: term) :: term
  def get(map, key, default), do: run(:get, [map, key, default])

  @doc """
  `{:ok, value}`, or `:error` where the map does not have the key.

      with {:ok, task} <- KernelMap.fetch(:tasks, pid), do: task.calls
  """
  @spec fetch(map_name, key :: term) :: {:ok, term} | :error
  def fetch(map, key), do: run(:fetch, [map, key])

  @doc """
  The value of the key; raises `KeyError` where the map does not have it, as a program raises: it ends with
  its `on_error:` value, and `Honey.errors/1` counts it, with kind `:key`.

      KernelMap.fetch!(:limits, port)
  """
  @spec fetch!(map_name, key :: term) :: term
  def fetch!(map, key), do: run(:fetch!, [map, key])

  @doc """
  Whether the map has the key. An array has every index below `max_entries:`.

      if KernelMap.has_key?(:blocked, port), do: xdp_drop(), else: xdp_pass()
  """
  @spec has_key?(map_name, key :: term) :: boolean
  def has_key?(map, key), do: run(:has_key?, [map, key])

  @doc """
  Puts the value under the key, over another one; `{:error, :e2big}` when the map is full.

      KernelMap.put(:started, pid, bpf_ktime_get_ns())
  """
  @spec put(map_name, key :: term, value :: term) :: :ok | {:error, reason}
  def put(map, key, value), do: run(:put, [map, key, value])

  @doc """
  The same with a flag, which says when: `:bpf_any` always, `:bpf_noexist` only where there is none
  (`{:error, :eexist}`), `:bpf_exist` only over another (`{:error, :enoent}`).

      KernelMap.put(:limits, port, 1_000, :bpf_exist)
  """
  @spec put(map_name, key :: term, value :: term, :bpf_any | :bpf_noexist | :bpf_exist) ::
          :ok | {:error, reason}
  def put(map, key, value, flag), do: run(:put, [map, key, value, flag])

  @doc """
  Puts the value only where the key is not in the map, else `{:error, :eexist}`. Of two CPUs that do so at
  once, one gets `:ok`.

      case KernelMap.put_new(:started, pid, bpf_ktime_get_ns()) do
        :ok -> KernelMap.count(:totals, 0)
        {:error, _} -> :ok
      end
  """
  @spec put_new(map_name, key :: term, value :: term) :: :ok | {:error, reason}
  def put_new(map, key, value), do: run(:put_new, [map, key, value])

  @doc """
  Deletes the key; `{:error, :enoent}` where it was not in the map.

      KernelMap.delete(:started, pid)
  """
  @spec delete(map_name, key :: term) :: :ok | {:error, reason}
  def delete(map, key), do: run(:delete, [map, key])

  @doc """
  Puts the value into a queue, a stack (kernel 4.20) or a bloom filter (5.16); `{:error, :e2big}` when it is full.

      KernelMap.push(:jobs, pid)
  """
  @spec push(map_name, value :: term) :: :ok | {:error, reason}
  def push(map, value), do: run(:push, [map, value])

  @doc """
  Takes the next value out of a queue or a stack; nil when it is empty.

      case KernelMap.pop(:jobs) do
        nil -> 0
        pid -> pid
      end
  """
  @spec pop(map_name) :: term | nil
  def pop(map), do: run(:pop, [map])

  @doc """
  The next value of a queue or a stack, which stays there; nil when it is empty.

      KernelMap.peek(:jobs)
  """
  @spec peek(map_name) :: term | nil
  def peek(map), do: run(:peek, [map])

  @doc """
  Whether a bloom filter may have the value; false is certain. Kernel 5.16 and later.

      if KernelMap.peek(:seen, address), do: KernelMap.count(:again, address)
  """
  @spec peek(map_name, value :: term) :: boolean
  def peek(map, value), do: run(:peek, [map, value])

  @doc """
  Puts what `function` makes of the key's value, or `initial` where there is none.

      KernelMap.update(:bytes, ctx.dev, size, &(&1 + size))

  `initial` is computed in any case, `function` is called only for a value that is there: so it is as with
  `Map.update/4`. An array has a value at every index, zeros at first, so that `initial` is never used.
  A per-CPU map has one for each CPU: a key that another CPU has inserted is there, with zeros.

  Returns `:ok`, or `{:error, reason}`: `:e2big` when the key is new and the map full, `:enoent` in the rare case
  that the key was inserted by another CPU and deleted again while this ran.

  What two CPUs do at once to one key depends on what the function is:

  | the value is | the function gives | when two CPUs do so at once |
  | --- | --- | --- |
  | an integer of 4 or 8 bytes | `x + d`, `d + x`, `x - d` | both count: one atomic addition |
  | | `band(x, d)`, `bor(x, d)`, `bxor(x, d)` | both count from Linux 5.12 on (`kernel:`) |
  | | anything else, of integers | both count from Linux 5.12 on (see below); before, one may be lost |
  | a struct | a struct with new fields, `f: x.f + d` | each field by itself, in the ways above; others are stored |
  | anything else | | one may be lost |

  The table is for maps that can be changed in place. [guides/kernel_maps.md](kernel_maps.md) has the
  conditions; otherwise the new value is put over the old one, and one of two may be lost.
  """
  @spec update(map_name, key :: term, initial :: term, (term -> term)) :: :ok | {:error, reason}
  def update(map, key, initial, function) when is_function(function, 1),
    do: run(:update, [map, key, initial, function])

  @doc """
  Adds 1 to the key's value, an integer; a new key begins with 1.

      KernelMap.count(:calls, ctx.id)
  """
  @spec count(map_name, key :: term) :: :ok | {:error, reason}
  def count(map, key), do: run(:count, [map, key])

  @doc """
  Adds `n` to the key's value, an integer; a new key begins with `n`.

      KernelMap.sum(:bytes, pid, ctx.ret)
  """
  @spec sum(map_name, key :: term, n :: integer) :: :ok | {:error, reason}
  def sum(map, key, n), do: run(:sum, [map, key, n])

  @doc """
  Keeps the least of the `n` for the key. In an array and in a per-CPU map values begin with 0: keep the
  most of `-n` there.

      KernelMap.min(:fastest, ctx.id, bpf_ktime_get_ns() - started)
  """
  @spec min(map_name, key :: term, n :: integer) :: :ok | {:error, reason}
  def min(map, key, n), do: run(:min, [map, key, n])

  @doc """
  Keeps the greatest of the `n` for the key.

      KernelMap.max(:slowest, ctx.id, bpf_ktime_get_ns() - started)
  """
  @spec max(map_name, key :: term, n :: integer) :: :ok | {:error, reason}
  def max(map, key, n), do: run(:max, [map, key, n])

  @doc """
  Counts `n` and adds it up: what an average needs. The map's value is a struct with the integers `count` and
  `total`; whoever reads it divides.

      deftype Average, count: :u64, total: :u64
      defmap :sizes, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Average

  A new key's other fields are zero. Each of the two is never lost; a reader may see the one before the
  other.

      KernelMap.avg(:sizes, ctx.id, ctx.ret)
  """
  @spec avg(map_name, key :: term, n :: integer) :: :ok | {:error, reason}
  def avg(map, key, n), do: run(:avg, [map, key, n])

  @doc """
  Counts `n` in its `log2_bucket/1`. The map's keys are these, integers: an array of 65 has room for all.

      defmap :sizes, :bpf_array, max_entries: 65, key_type: :u32, value_type: :u64

      KernelMap.log2_histogram(:sizes, ctx.ret)

  In Elixir, `Honey.Histogram.log2/1` makes a histogram of the map's entries.
  """
  @spec log2_histogram(map_name, n :: integer) :: :ok | {:error, reason}
  def log2_histogram(map, n), do: run(:log2_histogram, [map, n])

  @doc """
  The bucket of `n` in a histogram whose buckets double: 0 for what is less than 1, then 1 for 1, 2 for
  2 and 3, 3 for 4 to 7, and so on to 64: bucket `b` is of numbers that take `b` bits.

  A histogram for each of several things has it as a part of its key:

      KernelMap.count(:sizes, %Key{pid: pid, bucket: KernelMap.log2_bucket(size)})

      iex> Enum.map([0, 1, 3, 4, 1_000], &Honey.KernelMap.log2_bucket/1)
      [0, 1, 2, 3, 10]
  """
  @spec log2_bucket(n :: integer) :: 0..64
  def log2_bucket(n), do: Standard.KernelMap.log2_bucket(n)

  @doc """
  Counts `n` in its `linear_bucket/2`. The map's keys are these, integers.

      KernelMap.linear_histogram(:sizes, ctx.ret, 0..1_500//100)

  In Elixir, `Honey.Histogram.linear/2` makes a histogram of the map's entries.
  """
  @spec linear_histogram(map_name, n :: integer, Range.t()) :: :ok | {:error, reason}
  def linear_histogram(map, n, range), do: run(:linear_histogram, [map, n, range])

  @doc """
  The bucket of `n` in a histogram whose buckets begin at the range's numbers: how many of these are not
  above `n`. Of `0..100//10`, bucket 0 is what is below 0, 1 is 0 to 9, 10 is 90 to 99, and 11 what is 100 or
  more. The range must not go down.

      iex> Enum.map([-1, 0, 9, 95, 100, 4_711], &Honey.KernelMap.linear_bucket(&1, 0..100//10))
      [0, 1, 1, 10, 11, 11]
  """
  @spec linear_bucket(n :: integer, Range.t()) :: non_neg_integer
  def linear_bucket(n, range), do: Standard.KernelMap.linear_bucket(n, range)

  @doc """
  The entries of a map, to go over: each is `{key, value}`.

      Enum.reduce(Honey.KernelMap.stream(:count), 0, fn {_pid, n}, acc -> acc + n end)

      for {pid, n} <- Honey.KernelMap.stream(:count), n > 1_000 do
        bpf_map_delete_elem(:count, pid)
      end

  The map is a name of a `defmap`, or `{name, key}`, the one that is under a key of a map of maps when the loop begins;
  where none is, there are no turns (iterations). The result is a value: it can be bound, and passed on to
  functions. It can be read by loops alone, `for` and the functions of `Enum` that go over what they
  are given once; [guides/loops.md](loops.md) has them, and says what a loop sees that changes its map.

  The value of a per-CPU map is that of the CPU that the program runs on.

  Kernel 5.13 and later.
  """
  @spec stream(map_name) :: Enumerable.t()
  def stream(map), do: Honey.BpfHelpers.Dispatch.call(:stream, [map])

  @doc """
  The records of a `:bpf_user_ringbuf`, to go over: what Elixir has put there with `Honey.Map.push/3`, the oldest
  first. Each turn of a loop takes one out of the ring; those behind where a loop ends early stay.

      Enum.each(Honey.KernelMap.drain(:commands), fn %Command{} = command ->
        bpf_map_update_elem(:limits, command.pid, command.limit, :bpf_any)
      end)

  What is given is a value, as that of `stream/1`: nothing is taken before a loop goes over it. One loop can drain
  a ring at a time: where another CPU does so just now, or a loop around this one, there are no turns. A loop takes
  131,072 records at most.

  Kernel 6.1 and later.
  """
  @spec drain(atom) :: Enumerable.t()
  def drain(map), do: Honey.BpfHelpers.Dispatch.call(:drain, [map])

  defp run(name, arguments) do
    Dispatch.check!(Dispatch.outside("Honey.KernelMap.#{name}/#{length(arguments)}"))
    apply(Standard.KernelMap, name, arguments)
  end
end

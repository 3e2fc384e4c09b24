defmodule Honey.Sim.World do
  @moduledoc false
  # What is around a program when it runs: the clock, the current task, the CPU, memory that is not
  # the program's. The helpers that only tell of these are functions of it; `call/3` has one clause
  # for each.

  import Bitwise

  alias Honey.Codec
  alias Honey.Sim.Integer

  defstruct time: 0,
            pid: 1,
            tgid: nil,
            uid: 0,
            gid: 0,
            cpu: 0,
            comm: "sim",
            numa_node: 0,
            cgroups: [1],
            cookie: 0,
            random: nil,
            memory: %{},
            stack: [],
            # the struct types that programs name
            types: [],
            # how many random numbers there have been
            drawn: 0,
            # how often the clock was read
            readings: 0

  @type t :: %__MODULE__{}

  @names [:time, :pid, :tgid, :uid, :gid, :cpu, :comm] ++
           [:numa_node, :cgroups, :cookie, :random, :memory, :stack]

  @longest_comm 15

  @doc "The options that set it."
  @spec names() :: [atom]
  def names, do: @names

  @spec put(t, keyword) :: t
  def put(world, options) do
    options
    |> Keyword.take(@names)
    |> Enum.reduce(world, fn {name, value}, world ->
      if not valid?(name, value) do
        raise ArgumentError,
              "#{name}: of a simulation is #{expected(name)}, not #{inspect(value)}"
      end

      Map.put(world, name, value)
    end)
    |> restart(options)
  end

  @doc "The time, which is not read by that."
  @spec now(t) :: non_neg_integer
  def now(world), do: Integer.wrap(time(world), :u64)

  @doc "With the clock at that time."
  @spec at(t, non_neg_integer) :: t
  def at(%{time: {_, step}} = world, time),
    do: %{world | time: {time - step * world.readings, step}}

  def at(%{time: function}, _time) when is_function(function),
    do:
      raise(
        ArgumentError,
        "time: of the simulation is a function, which only itself can let go on"
      )

  def at(world, time), do: %{world | time: time}

  # A new clock counts its own readings.
  defp restart(world, options) do
    if Keyword.has_key?(options, :time), do: %{world | readings: 0}, else: world
  end

  defp valid?(:time, {start, step}), do: Integer.fits?(start, :u64) and is_integer(step)
  defp valid?(:time, time) when is_function(time), do: is_function(time, 0)
  defp valid?(:time, time), do: Integer.fits?(time, :u64)
  defp valid?(:tgid, nil), do: true
  defp valid?(:comm, comm), do: is_binary(comm) and byte_size(comm) <= @longest_comm
  defp valid?(:cookie, cookie), do: Integer.fits?(cookie, :u64)
  defp valid?(:random, random) when is_function(random), do: is_function(random, 0)

  defp valid?(:cgroups, ids),
    do: match?([_ | _], ids) and proper?(ids) and Enum.all?(ids, &Integer.fits?(&1, :u64))

  defp valid?(:stack, stack),
    do:
      is_list(stack) and proper?(stack) and
        Enum.all?(stack, &(Integer.fits?(&1, :u64) and &1 != 0))

  defp valid?(:memory, memory) do
    is_map(memory) and not is_struct(memory) and
      Enum.all?(memory, fn {at, bytes} -> Integer.fits?(at, :u64) and is_binary(bytes) end)
  end

  defp valid?(_, number), do: Integer.fits?(number, :u32)

  defp proper?(list), do: not List.improper?(list)

  defp expected(:time), do: "an integer of 64 bits, {start, step} or a function without arguments"
  defp expected(:comm), do: "a string of at most #{@longest_comm} bytes"
  defp expected(:cookie), do: "an integer of 64 bits"
  defp expected(:random), do: "an integer of 32 bits or a function without arguments"
  defp expected(:cgroups), do: "the ids of the control groups from the root to the task's own"
  defp expected(:stack), do: "a list of addresses, the innermost first"
  defp expected(:memory), do: "a map of addresses to the bytes that are there"
  defp expected(_), do: "an integer of 32 bits"

  @clocks [:bpf_ktime_get_ns, :bpf_ktime_get_boot_ns, :bpf_ktime_get_coarse_ns] ++
            [:bpf_ktime_get_tai_ns]
  @nanoseconds_of_a_tick 4_000_000
  @task 0xFFFF888000000000
  @redirect 4
  @reads [:bpf_probe_read, :bpf_probe_read_user, :bpf_probe_read_kernel, :bpf_copy_from_user] ++
           [:bpf_copy_from_user_task]
  @text_reads [:bpf_probe_read_str, :bpf_probe_read_user_str, :bpf_probe_read_kernel_str]

  @doc "What a helper returns, in Elixir's terms; `:error` for one that is not simulated."
  @spec call(t, atom, [term]) :: {:ok, term, t} | :error
  def call(world, name, arguments)

  def call(world, name, []) when name in @clocks, do: read_clock(world)

  def call(world, :bpf_jiffies64, []) do
    {:ok, time, world} = read_clock(world)
    {:ok, div(time, @nanoseconds_of_a_tick), world}
  end

  def call(world, :bpf_get_prandom_u32, []),
    do: {:ok, Integer.wrap(random(world), :u32), %{world | drawn: world.drawn + 1}}

  def call(world, name, arguments) do
    case tell(world, name, arguments) do
      {:ok, value} -> {:ok, value, world}
      :error -> :error
    end
  end

  # Those after which the world is as before.
  defp tell(world, :bpf_get_smp_processor_id, []), do: {:ok, world.cpu}
  defp tell(world, :bpf_get_numa_node_id, []), do: {:ok, world.numa_node}
  defp tell(world, :bpf_get_current_pid_tgid, []), do: {:ok, ids(world)}
  defp tell(world, :bpf_get_ns_current_pid_tgid, [_, _]), do: {:ok, ids(world)}
  defp tell(world, :bpf_get_current_uid_gid, []), do: {:ok, world.gid <<< 32 ||| world.uid}
  defp tell(world, :bpf_get_current_comm, []), do: {:ok, world.comm}
  defp tell(_world, :bpf_get_current_task, []), do: {:ok, @task}
  defp tell(world, :bpf_get_current_cgroup_id, []), do: {:ok, List.last(world.cgroups)}

  defp tell(world, :bpf_get_current_ancestor_cgroup_id, [level]) do
    level = Integer.wrap(level, :s32)
    {:ok, if(level < 0, do: 0, else: Enum.at(world.cgroups, level, 0))}
  end

  defp tell(_world, :bpf_get_cgroup_classid, [_]), do: {:ok, 0}
  defp tell(world, :bpf_get_attach_cookie, [_]), do: {:ok, world.cookie}
  defp tell(_world, :bpf_get_retval, []), do: {:ok, 0}

  defp tell(_world, name, [_]) when name in [:bpf_send_signal, :bpf_send_signal_thread],
    do: {:ok, :ok}

  defp tell(_world, :bpf_redirect, [_, 0]), do: {:ok, @redirect}

  defp tell(_world, :bpf_xdp_get_buff_len, [%{packet: packet}]), do: {:ok, byte_size(packet)}

  defp tell(_world, :bpf_strtol, [text, base]), do: {:ok, parse(text, base, :s64)}
  defp tell(_world, :bpf_strtoul, [text, base]), do: {:ok, parse(text, base, :u64)}

  defp tell(world, name, [address, {:type, type}]) when name in @reads do
    with {:ok, bytes} <- bytes(world, address),
         codec = Codec.compile(type, world.types),
         true <- byte_size(bytes) >= Codec.size(codec) do
      {:ok, Codec.decode(codec, binary_part(bytes, 0, Codec.size(codec)))}
    else
      _ -> {:ok, {:error, :efault}}
    end
  end

  defp tell(world, name, [address, size]) when name in @text_reads do
    case bytes(world, address) do
      {:ok, bytes} ->
        [text | _] = :binary.split(bytes, <<0>>)
        {:ok, binary_part(text, 0, min(byte_size(text), size - 1))}

      :error ->
        {:ok, {:error, :efault}}
    end
  end

  defp tell(world, :bpf_get_stack, [_ctx, _side, depth]), do: {:ok, stack(world, depth)}
  defp tell(world, :bpf_get_task_stack, [_side, depth]), do: {:ok, stack(world, depth)}
  defp tell(_world, :bpf_get_branch_snapshot, [_count]), do: {:ok, {:error, :enoent}}

  defp tell(_world, :bpf_csum_diff, [from, to, seed])
       when is_binary(from) and is_binary(to),
       do: {:ok, difference(from, to, Integer.wrap(seed, :u32))}

  defp tell(_world, :bpf_strncmp, [text, other]) when text < other, do: {:ok, -1}
  defp tell(_world, :bpf_strncmp, [text, other]), do: {:ok, if(text > other, do: 1, else: 0)}

  defp tell(_world, _name, _arguments), do: :error

  defp stack(%{stack: []}, _depth), do: {:error, :efault}
  defp stack(%{stack: stack}, depth), do: Enum.take(stack ++ List.duplicate(0, depth), depth)

  # Sums of the words in the machine's order, whose carries come in again at the end. Folded, as the
  # kernel does since 6.13; before, that is left to the program.
  defp difference(from, to, seed) do
    less = for <<word::little-32 <- from>>, do: 0xFFFFFFFF - word
    more = for <<word::little-32 <- to>>, do: word
    sum = Enum.reduce(less ++ more, seed, &carried(&1 + &2))
    Integer.wrap(sum + (sum >>> 16 ||| sum <<< 16), :u32) >>> 16
  end

  defp carried(sum), do: (sum &&& 0xFFFFFFFF) + (sum >>> 32)

  defp ids(world), do: (world.tgid || world.pid) <<< 32 ||| world.pid

  defp read_clock(world),
    do: {:ok, Integer.wrap(time(world), :u64), %{world | readings: world.readings + 1}}

  # Without `random:` the same numbers in every simulation.
  defp random(%{random: nil, drawn: drawn}), do: :erlang.phash2({__MODULE__, drawn}, 1 <<< 32)
  defp random(%{random: random}) when is_function(random), do: random.()
  defp random(%{random: random}), do: random

  # What is there from the address on, in the piece of memory that has it.
  defp bytes(world, address) do
    address = Integer.wrap(address, :u64)

    Enum.find_value(world.memory, :error, fn {at, bytes} ->
      offset = address - at

      if offset >= 0 and offset < byte_size(bytes),
        do: {:ok, binary_part(bytes, offset, byte_size(bytes) - offset)}
    end)
  end

  # White space, a sign where there may be one, a prefix of the base, digits.
  defp parse(text, base, type) do
    pattern = if type == :s64, do: ~r/^\s*(-?)(.*)$/s, else: ~r/^\s*()(.*)$/s
    [_, sign, rest] = Regex.run(pattern, text)

    with true <- base in [0, 8, 10, 16],
         {base, digits} <- prefix(rest, base),
         {number, _} when digits != "" <- digits(digits, base) do
      number = if sign == "-", do: -number, else: number
      if Integer.fits?(number, type), do: number, else: {:error, :erange}
    else
      _ -> {:error, :einval}
    end
  end

  defp prefix(<<"0", x, rest::binary>>, 16) when x in ~c"xX", do: {16, rest}

  defp prefix(<<"0", x, digit, _::binary>> = text, 0)
       when x in ~c"xX" and (digit in ?0..?9 or digit in ?a..?f or digit in ?A..?F),
       do: {16, binary_part(text, 2, byte_size(text) - 2)}

  defp prefix("0" <> _ = text, 0), do: {8, text}
  defp prefix(text, 0), do: {10, text}
  defp prefix(text, base), do: {base, text}

  # Elixir's own parser takes signs, and `_`.
  defp digits(text, base) do
    pattern = %{8 => ~r/^[0-7]+/, 10 => ~r/^[0-9]+/, 16 => ~r/^[0-9a-fA-F]+/}[base]

    case Regex.run(pattern, text) do
      [digits] -> {String.to_integer(digits, base), digits}
      nil -> :error
    end
  end

  defp time(%{time: {start, step}, readings: readings}), do: start + step * readings

  defp time(%{time: time}) when is_function(time) do
    case time.() do
      now when is_integer(now) ->
        now

      other ->
        raise ArgumentError, "the function of time: returned #{inspect(other)}, not an integer"
    end
  end

  defp time(%{time: time}), do: time
end

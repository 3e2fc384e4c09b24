defmodule Honey.Sim.World do
  @moduledoc false
  # What is around a program when it runs: the clock, the current task, the CPU. The helpers that
  # only tell of these are functions of it; `call/2` has one clause for each.

  import Bitwise

  alias Honey.Sim.Integer

  defstruct time: 0,
            pid: 1,
            tgid: nil,
            uid: 0,
            gid: 0,
            cpu: 0,
            comm: "sim",
            # how often the clock was read
            readings: 0

  @type t :: %__MODULE__{}

  @names [:time, :pid, :tgid, :uid, :gid, :cpu, :comm]

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

  # A new clock counts its own readings.
  defp restart(world, options) do
    if Keyword.has_key?(options, :time), do: %{world | readings: 0}, else: world
  end

  defp valid?(:time, {start, step}), do: Integer.fits?(start, :u64) and is_integer(step)
  defp valid?(:time, time) when is_function(time), do: is_function(time, 0)
  defp valid?(:time, time), do: Integer.fits?(time, :u64)
  defp valid?(:tgid, nil), do: true
  defp valid?(:comm, comm), do: is_binary(comm) and byte_size(comm) <= @longest_comm
  defp valid?(_, number), do: Integer.fits?(number, :u32)

  defp expected(:time), do: "an integer of 64 bits, {start, step} or a function without arguments"
  defp expected(:comm), do: "a string of at most #{@longest_comm} bytes"
  defp expected(_), do: "an integer of 32 bits"

  @doc "What a helper without arguments returns."
  @spec call(t, atom) :: {:ok, integer, t} | :error
  def call(world, :bpf_ktime_get_ns) do
    {:ok, Integer.wrap(time(world), :u64), %{world | readings: world.readings + 1}}
  end

  def call(world, :bpf_get_smp_processor_id), do: {:ok, world.cpu, world}

  def call(world, :bpf_get_current_pid_tgid),
    do: {:ok, (world.tgid || world.pid) <<< 32 ||| world.pid, world}

  def call(world, :bpf_get_current_uid_gid), do: {:ok, world.gid <<< 32 ||| world.uid, world}
  def call(_world, _name), do: :error

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

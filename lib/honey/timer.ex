defmodule Honey.Timer do
  @moduledoc """
  Timers of the kernel, in the values of maps: a program starts one, and when its time has come the kernel calls a
  function with the key and the value.

      deftype Session, timer: :timer, packets: :u64
      defmap :sessions, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Session

      # XDP: a session ends when no packet has come for ten seconds.
      defp seen(address) do
        case bpf_map_lookup_elem(:sessions, address) do
          nil -> bpf_map_update_elem(:sessions, address, %Session{packets: 1}, :bpf_noexist)
          _ -> Honey.KernelMap.update(:sessions, address, %Session{}, &%{&1 | packets: &1.packets + 1})
        end

        Honey.Timer.start(:sessions, address, 10_000_000_000, &ended/2)
      end

      defp ended(address, session) do
        Honey.Events.emit(:events, %Ended{address: address, packets: session.packets})
        bpf_map_delete_elem(:sessions, address)
      end

  A field of type `:timer` belongs to the struct's layout in the map, behind all other fields, and to nothing else:
  `%Session{}` has no such field, in programs as in Elixir. The struct is the whole value of a `:bpf_hash`, a
  `:bpf_lru_hash` or a `:bpf_array`.

  ## What the function is

  The function takes a key and a value, and its result is ignored. It is an `fn`, a capture or a function of the
  module, known when the program is compiled; it runs when the program that has started the timer is long over, so it
  cannot use variables from outside of it: what it is to know stands in the value. It may start the timer again, with
  itself, which makes it run at intervals. What it raises ends it, and is counted as everywhere (`Honey.errors/1`).

  It runs on the CPU that has started the timer, and never sleeps: helpers that may sleep are refused in it, also where a
  `syscall` program starts it.

  ## When a timer ends without that

    * `cancel/2`
    * when its entry is deleted, or replaced: `bpf_map_update_elem` and `Honey.Map.put/3` put a new value in place of the old
      one, and with that the timer is gone. `Honey.KernelMap.update/4` that changes the value where it is keeps it
    * when the map is freed: when the object is unloaded, unless the map is pinned

  Programs that can interrupt anything (kprobes, tracepoints, raw tracepoints, perf events) cannot use maps with timers.
  Kernel 5.15 and later, for programs under the GPL. Called on the BEAM, these functions raise; in tests
  `Honey.Sim.advance/2` lets the time go on, and calls what is due.

  The helpers are bpf_timer_init(), bpf_timer_set_callback(), bpf_timer_start() and bpf_timer_cancel(), described in the
  kernel's include/uapi/linux/bpf.h; the clock is CLOCK_MONOTONIC, that of `Honey.BpfHelpers.bpf_ktime_get_ns/0`.
  """

  @doc """
  Starts the timer in the value under `key`: when so many nanoseconds have passed, `function` is called. One that runs is
  started anew.

  `{:error, :enoent}` when there is no such key; `{:error, :eperm}` when the map is being freed.

      Honey.Timer.start(:sessions, address, 10_000_000_000, fn address, _session ->
        bpf_map_delete_elem(:sessions, address)
      end)
  """
  @spec start(atom, key :: term, non_neg_integer, (key :: term, value :: struct -> term)) ::
          :ok | {:error, atom}
  def start(map, key, nanoseconds, function) when is_function(function, 2),
    do: Honey.BpfHelpers.Dispatch.call(:timer_start, [map, key, nanoseconds, function])

  @doc """
  Stops the timer in the value under `key`, and waits where its function is running right now.

  `:ok` also when it was not running any more; `{:error, :einval}` when it has never been started, `{:error, :enoent}`
  when there is no such key, `{:error, :edeadlk}` in the timer's own function.

      Honey.Timer.cancel(:sessions, address)
  """
  @spec cancel(atom, key :: term) :: :ok | {:error, atom}
  def cancel(map, key), do: Honey.BpfHelpers.Dispatch.call(:timer_cancel, [map, key])
end

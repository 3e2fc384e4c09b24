defmodule Honey.KernelMap do
  @moduledoc """
  Maps of the kernel, inside of programs.

  The functions are for programs: functions with `@sec`, and what these call. Called as ordinary
  Elixir, each of them raises. From Elixir, `Honey.Map` reads and writes the same maps.
  """

  @doc """
  The entries of a map, to go over: each is `{key, value}`.

      Enum.reduce(Honey.KernelMap.stream(:count), 0, fn {_pid, n}, acc -> acc + n end)

      for {pid, n} <- Honey.KernelMap.stream(:count), n > 1_000 do
        bpf_map_delete_elem(:count, pid)
      end

  The map is a name of a `defmap`. What is given is a value: it can be bound, and passed on to
  functions. It can be read by loops alone, `for` and the functions of `Enum` that go over what they
  are given once; [guides/loops.md](loops.md) has them, and says what a loop sees that changes its map.

  The value of a per-CPU map is that of the CPU that the program runs on.

  Kernel 5.13 and later.
  """
  @spec stream(atom) :: Enumerable.t()
  def stream(map), do: Honey.BpfHelpers.Dispatch.call(:stream, [map])
end

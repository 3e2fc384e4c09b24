defmodule Honey.Sim.Ring do
  @moduledoc false
  # A ring of events of the kernel, on the BEAM: what was put into it and not taken out, and how many
  # records found no room. A perf event array has a buffer for each CPU.

  alias Honey.Codec

  @enforce_keys [:name, :size, :per_cpu, :codecs]
  # `taken` are the bytes of a ring buffer that were read. `used` is by CPU, 0 that of a ring buffer; so
  # is `untold`, which says that records were lost there of which its reader does not know.
  defstruct [
    :name,
    :size,
    :per_cpu,
    :codecs,
    used: %{},
    untold: %{},
    taken: 0,
    lost: 0,
    events: []
  ]

  @type t :: %__MODULE__{}

  # The number of a record's type.
  @type_size 8

  # What the kernel writes into the buffer of a CPU, once there is room again, about what was lost.
  @lost_size 24

  @spec new(map, [map]) :: t
  def new(%{name: name, max_entries: size, per_cpu: per_cpu, types: types}, structs) do
    codecs = types |> Enum.map(&Codec.compile(&1, structs)) |> List.to_tuple()
    %__MODULE__{name: name, size: size, per_cpu: per_cpu, codecs: codecs}
  end

  @doc "Puts a record there, of which the type's number and the bytes are given, on a CPU."
  @spec emit(t, non_neg_integer, binary, non_neg_integer) :: {:ok, struct, t} | {:lost, t}
  def emit(ring, type, bytes, cpu) do
    cpu = if ring.per_cpu, do: cpu, else: 0
    used = Map.get(ring.used, cpu, 0) + room(ring, cpu, byte_size(bytes))

    # Writer and reader are never a whole ring apart.
    if used < ring.size do
      event = ring.codecs |> elem(type) |> Codec.decode(bytes)
      ring = %{ring | used: Map.put(ring.used, cpu, used), events: [event | ring.events]}
      {:ok, event, %{ring | untold: Map.delete(ring.untold, cpu)}}
    else
      {:lost, %{ring | lost: ring.lost + 1, untold: Map.put(ring.untold, cpu, true)}}
    end
  end

  # With the kernel's header, in whole words; of a buffer also the record's size, of four bytes.
  defp room(%{per_cpu: false}, _cpu, size), do: words(8 + @type_size + size)

  defp room(ring, cpu, size) do
    told = if is_map_key(ring.untold, cpu), do: @lost_size, else: 0
    words(8 + 4 + @type_size + size) + told
  end

  defp words(bytes), do: div(bytes + 7, 8) * 8

  @doc "All that is there, the oldest first, and the ring without it."
  @spec drain(t) :: {[struct], t}
  def drain(ring) do
    taken = ring.taken + Map.get(ring.used, 0, 0)
    {Enum.reverse(ring.events), %{ring | used: %{}, taken: taken, events: []}}
  end

  @doc "What bpf_ringbuf_query answers: 0 is what is there, 2 where its reader is, 3 where its writer."
  @spec position(t, 0 | 2 | 3) :: non_neg_integer
  def position(ring, 0), do: Map.get(ring.used, 0, 0)
  def position(ring, 2), do: ring.taken
  def position(ring, 3), do: ring.taken + Map.get(ring.used, 0, 0)
end

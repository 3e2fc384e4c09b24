defmodule Honey.Sim.Ring do
  @moduledoc false
  # A ring of events of the kernel, on the BEAM: what was put into it and not taken out, and how many
  # records found no room.

  alias Honey.Codec

  @enforce_keys [:name, :size, :codecs]
  defstruct [:name, :size, :codecs, used: 0, taken: 0, lost: 0, events: []]

  @type t :: %__MODULE__{}

  # The kernel's own before each record, and ours.
  @headers 16

  @spec new(map, [map]) :: t
  def new(%{name: name, max_entries: size, types: types}, structs) do
    codecs = types |> Enum.map(&Codec.compile(&1, structs)) |> List.to_tuple()
    %__MODULE__{name: name, size: size, codecs: codecs}
  end

  @doc "Puts a record there, of which the type's number and the bytes are given."
  @spec emit(t, non_neg_integer, binary) :: {:ok, struct, t} | {:lost, t}
  def emit(ring, type, bytes) do
    # Positions are multiples of 8, and writer and reader are never a whole ring apart.
    used = ring.used + @headers + div(byte_size(bytes) + 7, 8) * 8

    if used < ring.size do
      event = ring.codecs |> elem(type) |> Codec.decode(bytes)
      {:ok, event, %{ring | used: used, events: [event | ring.events]}}
    else
      {:lost, %{ring | lost: ring.lost + 1}}
    end
  end

  @doc "All that is there, the oldest first, and the ring without it."
  @spec drain(t) :: {[struct], t}
  def drain(ring) do
    {Enum.reverse(ring.events), %{ring | used: 0, taken: ring.taken + ring.used, events: []}}
  end

  @doc "What bpf_ringbuf_query answers: 0 is what is there, 2 where its reader is, 3 where its writer."
  @spec position(t, 0 | 2 | 3) :: non_neg_integer
  def position(ring, 0), do: ring.used
  def position(ring, 2), do: ring.taken
  def position(ring, 3), do: ring.taken + ring.used
end

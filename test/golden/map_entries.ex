# What `entries:` of a map cannot be.
defmodule Golden.MapEntries do
  use Honey, license: "GPL", kernel: "5.10"

  deftype Point, x: :s32, y: :s32

  defmap :list, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64, entries: [1, 2]
  defmap :key, :bpf_hash, max_entries: 4, key_type: :u8, value_type: :u64, entries: %{256 => 1}
  defmap :value, :bpf_hash, max_entries: 4, key_type: :u8, value_type: :u8, entries: %{1 => -1}
  defmap :index, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64, entries: %{2 => 1}
  defmap :full, :bpf_hash, max_entries: 1, key_type: :u8, value_type: :u8, entries: %{1 => 1, 2 => 2}
  defmap :field, :bpf_hash, max_entries: 1, key_type: :u8, value_type: Point, entries: %{1 => %{x: 1}}
  defmap :queue, :bpf_queue, max_entries: 4, value_type: :u64, entries: %{1 => 1}
  defmap :sealed, :bpf_hash, max_entries: 4, key_type: :u8, value_type: :u8, flags: [:rdonly], entries: %{1 => 1}
  defmap :stages, :bpf_prog_array, max_entries: 4, entries: %{0 => 7, 1 => :parse, 5 => :program}
  defmap :ring, :bpf_ringbuf, max_entries: 4096, types: [Point], entries: %{}

  @sec "xdp"
  def program(_ctx), do: 2
end

defmodule Golden.MapMissingArena do
  use Honey, license: "GPL"

  defmap :shared, :bpf_arena, max_entries: 4096
  defmap :records, :bpf_ringbuf, max_entries: 4096

  @sec "xdp"
  def program(_ctx), do: 0
end

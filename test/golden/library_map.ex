defmodule Honey.Golden.LibraryMap.Counts do
  use Honey

  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  def count(key), do: Honey.BpfHelpers.bpf_map_update_elem(:counts, key, 1, :bpf_any)
end

defmodule Honey.Golden.LibraryMap do
  use Honey, license: "GPL", kernel: "5.14"

  defmap :counts, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

  @sec "syscall"
  def run(_ctx) do
    Honey.Golden.LibraryMap.Counts.count(1)
    0
  end
end

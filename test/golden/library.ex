defmodule Honey.Golden.Library.Ranges do
  use Honey, overflow: :raise

  defmap :seen, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
  defmap :unused, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  def clamp(n, low \\ 0, high) when low <= high, do: lower(n, high) |> upper(low)
  def twice(n), do: n * 2
  def saw(n), do: Honey.BpfHelpers.bpf_map_update_elem(:seen, n, 1, :bpf_any)
  def unreached(n), do: Enum.to_list(0..n)

  defp lower(n, high), do: if(n > high, do: Honey.Golden.Library.Other.note(high), else: n)
  defp upper(n, low), do: if(n < low, do: low, else: n)
end

defmodule Honey.Golden.Library.Other do
  use Honey, license: "GPL"

  # Each library calls the other.
  def note(n) do
    Honey.Golden.Library.Ranges.saw(n)
    n
  end
end

defmodule Honey.Golden.Library do
  use Honey, license: "GPL", kernel: "5.14"

  alias Honey.Golden.Library.Ranges
  import Honey.Golden.Library.Other, only: [note: 1]

  defmap :numbers, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_map_lookup_elem(:numbers, 0) || 0
    note(n * 2) + Ranges.twice(n) + Ranges.clamp(n, 10) + Ranges.clamp(n, 5, 20)
  end
end

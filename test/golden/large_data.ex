# Data of more than 256 bytes is in scratch memory, and copied, cleared and compared in turns.
defmodule Golden.LargeData do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Page, number: :u64, words: {:array, :u64, 100}, name: {:string, 250}, last: :u8

  defmap :pages, :bpf_hash, max_entries: 4, key_type: :u64, value_type: Page

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    page = bpf_map_lookup_elem(:pages, cpu) || %Page{number: cpu}
    word = Enum.at(page.words, cpu) || 0
    other = %{page | number: page.number + word}
    unless other == page, do: bpf_map_update_elem(:pages, cpu, other, :bpf_any)
  end
end

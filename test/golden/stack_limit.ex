defmodule Golden.StackLimit do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Page, words: {:array, :u64, 1000}
  defmap :pages, :bpf_array, max_entries: 4, key_type: :u32, value_type: Page

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a = page(0)
    b = page(1)
    c = page(2)
    d = page(3)
    e = page(4)
    put(a)
    put(b)
    put(c)
    put(d)
    put(e)
  end

  defp page(number), do: bpf_map_lookup_elem(:pages, number) || %Page{}
  defp put(page), do: bpf_map_update_elem(:pages, Enum.at(page.words, 0), page, :bpf_any)
end

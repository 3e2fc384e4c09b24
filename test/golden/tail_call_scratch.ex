# What a program has in scratch memory is given back before a tail call, and taken again after it.
defmodule Golden.TailCallScratch do
  use Honey, license: "GPL"
  alias Honey.KernelMap

  deftype Page, number: :u64, words: {:array, :u64, 40}

  defmap :stages, :bpf_prog_array, max_entries: 4
  defmap :pages, :bpf_array, max_entries: 2, key_type: :u32, value_type: Page

  @sec "xdp"
  def entry(ctx) do
    page = %{KernelMap.get(:pages, 0) | number: ctx.rx_queue_index}
    follow(1)
    KernelMap.put(:pages, 1, page)
    2
  end

  @sec "xdp"
  def small(_ctx) do
    follow(2)
    1
  end

  defp follow(n), do: Honey.tail_call(:stages, n)
end

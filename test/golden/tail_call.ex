# A tail call ends the program, and so does one in a function that the program calls.
defmodule Golden.TailCall do
  use Honey, license: "GPL", kernel: "5.10"
  import Honey.BpfHelpers

  defmap :stages, :bpf_prog_array, max_entries: 4, entries: %{0 => :parse, 2 => :count}
  defmap :counts, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64

  @sec "xdp"
  def entry(ctx) do
    with :error <- bpf_tail_call(ctx, :stages, 0),
         :error <- follow(ctx.rx_queue_index) do
      Enum.each(1..3, fn i -> Honey.tail_call(:stages, i) end)
      1
    end
  end

  @sec "xdp"
  def parse(ctx) do
    follow(ctx.ingress_ifindex)
    2
  end

  @sec "xdp"
  def count(_ctx) do
    Honey.KernelMap.count(:counts, 0)
    2
  end

  defp follow(n) when n > 7, do: Honey.tail_call(:stages, rem(n, 8))
  defp follow(n), do: Honey.tail_call(:stages, n + 1)
end

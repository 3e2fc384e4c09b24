defmodule Golden.Timers do
  use Honey, license: "GPL", kernel: "5.15"
  import Honey.BpfHelpers

  deftype Session, timer: :timer, packets: :u32, started: :u64

  defmap :sessions, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Session
  defmap :ticks, :bpf_array, max_entries: 1, key_type: :u32, value_type: Session
  defmap :ended, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64

  @sec "xdp"
  def packet(ctx) do
    key = ctx.ingress_ifindex

    if bpf_map_lookup_elem(:sessions, key) == nil do
      bpf_map_update_elem(:sessions, key, %Session{started: bpf_ktime_get_ns()}, :bpf_noexist)
    end

    case Honey.Timer.start(:sessions, key, 10_000_000_000, &ended/2) do
      :ok -> 2
      {:error, _} -> 1
    end
  end

  @sec "syscall"
  def tick(_ctx) do
    Honey.Timer.start(:ticks, 0, 1_000_000, fn _, ticks -> again(ticks) end)
    Honey.Timer.cancel(:sessions, 7)
    0
  end

  defp ended(key, session) do
    bpf_map_update_elem(:ended, key, bpf_ktime_get_ns() - session.started, :bpf_any)
    bpf_map_delete_elem(:sessions, key)
  end

  defp again(ticks) do
    Honey.KernelMap.update(:ticks, 0, ticks, &%{&1 | packets: &1.packets + 1})
    Honey.Timer.start(:ticks, 0, 1_000_000, fn _, ticks -> again(ticks) end)
    div(1, ticks.packets)
  end
end

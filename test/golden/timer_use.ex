defmodule Golden.TimerUse do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  deftype Session, timer: :timer, packets: :u32
  defmap :sessions, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Session
  defmap :plain, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64

  @sec "syscall"
  def sleeps(_ctx) do
    Honey.Timer.start(:sessions, 1, 10, fn key, _ -> late(key) end)
    0
  end

  defp late(key) do
    case bpf_copy_from_user(4096, :u64) do
      {:error, _} -> :ok
      number -> bpf_map_update_elem(:plain, key, number, :bpf_any)
    end
  end

  @sec "tracepoint/sched/sched_switch"
  def switches(ctx), do: Honey.Timer.start(:sessions, ctx.next_pid, 10, fn _, _ -> :ok end)
end

defmodule Golden.TimerArgument do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  deftype Session, timer: :timer, packets: :u32
  defmap :sessions, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Session
  defmap :plain, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64

  @sec "syscall"
  def starts(_ctx) do
    now = bpf_ktime_get_ns()
    Honey.Timer.start(:plain, 1, 10, fn _, _ -> :ok end)
    Honey.Timer.start(:session, 1, 10, fn _, _ -> :ok end)
    Honey.Timer.start(:sessions, 1, :soon, fn _, _ -> :ok end)
    Honey.Timer.start(:sessions, 1, 10, :tick)
    Honey.Timer.start(:sessions, 1, 10, fn _ -> :ok end)
    Honey.Timer.start(:sessions, 1, 10, fn key, _ -> bpf_map_update_elem(:plain, key, now, :bpf_any) end)
    Honey.Timer.cancel(:plain, 1)
    Honey.Timer.stop(:sessions, 1)
    0
  end
end

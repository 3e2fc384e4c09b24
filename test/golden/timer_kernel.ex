defmodule Golden.TimerKernel do
  use Honey, license: "MIT", kernel: "5.15"

  deftype Session, timer: :timer, packets: :u32
  defmap :sessions, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Session

  @sec "xdp"
  def starts(_ctx) do
    Honey.Timer.start(:sessions, 1, 10, fn _, _ -> :ok end)
    2
  end
end

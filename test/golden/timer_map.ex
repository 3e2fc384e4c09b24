defmodule Golden.TimerMap do
  use Honey, license: "MIT", kernel: "5.10"
  import Honey.BpfHelpers

  deftype Session, timer: :timer, packets: :u32
  deftype Empty, timer: :timer
  deftype Two, a: :timer, b: :timer, count: :u32

  defmap :each, :bpf_percpu_hash, max_entries: 8, key_type: :u32, value_type: Session
  defmap :read, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Session, flags: [:rdonly_prog]
  defmap :empty, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Empty
  defmap :two, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Two
  defmap :number, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :timer

  @sec "xdp"
  def starts(_ctx) do
    Honey.Timer.start(:read, 1, 10, fn _, _ -> :ok end)
    2
  end
end

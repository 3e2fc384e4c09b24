defmodule Golden.UserRingOptions do
  use Honey, license: "GPL", kernel: "6.1"

  deftype Small, number: :u64
  deftype Large, bytes: {:array, :u64, 600}

  defmap :untyped, :bpf_user_ringbuf, max_entries: 4096
  defmap :small, :bpf_user_ringbuf, max_entries: 4096, value_type: Large
  defmap :odd, :bpf_user_ringbuf, max_entries: 100, value_type: :u64
  defmap :keyed, :bpf_user_ringbuf, max_entries: 4096, key_type: :u32, value_type: :u64
  defmap :types, :bpf_user_ringbuf, max_entries: 4096, value_type: Small, types: [Small]
  defmap :full, :bpf_user_ringbuf, max_entries: 4096, value_type: :u64, entries: %{1 => 2}

  @sec "xdp"
  def program(_ctx), do: 0
end

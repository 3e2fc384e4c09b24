# What maps have that kernels before some version do not.
defmodule Golden.MapKernel do
  use Honey, license: "GPL", kernel: "5.3"

  deftype Account, balance: :s64, lock: :spin_lock

  defmap :limits, :bpf_array,
    max_entries: 1,
    key_type: :u32,
    value_type: :u64,
    flags: [:rdonly_prog, :mmapable]

  defmap :accounts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Account

  @sec "xdp"
  def program(_ctx), do: 2
end

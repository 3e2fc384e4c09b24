defmodule Golden.BadDeclarations do
  use Honey,
    license: :gpl,
    fuse: 1,
    strict: :yes,
    on_error: 4_294_967_296,
    target: :riscv,
    btf: "/boot/btf",
    overflow: :wrap,
    overflow: :raise

  use Honey

  defmap :counts, "bpf_hash", []
  defmap :counts, :bpf_hash, %{max_entries: 8}
  defmap :counts, :bpf_hash, max_entries: 8, max_entries: 9
  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  deftype Event, pid: :u32
  deftype Event, pid: :u64
  deftype Event2, __struct__: :u64
  deftype Event3, pid: fn -> :u32 end
  deftype Event4, tone: {:enum, [:high | :low]}
end

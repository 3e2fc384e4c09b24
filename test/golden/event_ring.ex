defmodule Golden.EventRing do
  use Honey, license: "GPL", kernel: "5.8"

  deftype Exec, pid: :u32
  deftype Page, data: {:array, :u64, 600}

  defmap :no_size, :bpf_ringbuf, types: [Exec]
  defmap :odd_size, :bpf_ringbuf, max_entries: 5000, types: [Exec]
  defmap :no_types, :bpf_ringbuf, max_entries: 4096
  defmap :bad_types, :bpf_ringbuf, max_entries: 4096, types: Exec
  defmap :no_struct, :bpf_ringbuf, max_entries: 4096, types: [:u32]
  defmap :no_type, :bpf_ringbuf, max_entries: 4096, types: [Exed]
  defmap :twice, :bpf_ringbuf, max_entries: 4096, types: [Exec, Exec]
  defmap :small, :bpf_ringbuf, max_entries: 4096, types: [Page]
  defmap :keys, :bpf_ringbuf, max_entries: 4096, types: [Exec], key_type: :u32
  defmap :hash, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, types: [Exec]

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(_ctx), do: 0
end

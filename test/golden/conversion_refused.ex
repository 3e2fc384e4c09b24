# A tuple has no text, Integer.to_string takes integers, and Atom.to_string atoms.
defmodule Golden.ConversionRefused do
  use Honey, license: "GPL", kernel: "5.12", strict: true
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    count = bpf_map_lookup_elem(:counts, 1)
    pair = {ctx.next_pid, ctx.prev_pid}
    status = bpf_map_delete_elem(:counts, 1)
    reason = if status == :ok, do: :none, else: elem(status, 1)
    a = "#{pair}"
    b = Integer.to_string(count)
    c = Integer.to_string(:exec)
    d = Atom.to_string(ctx.next_pid)
    e = Atom.to_string(if count, do: :seen, else: 1)
    f = "#{reason}"
    byte_size(a) + byte_size(b) + byte_size(c) + byte_size(d) + byte_size(e) + byte_size(f)
  end
end

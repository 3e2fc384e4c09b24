# Strings that are made of integers and atoms. Digits are put before those that are there; an atom's
# name is chosen by its number.
defmodule Golden.Conversion do
  use Honey, license: "GPL", kernel: "5.12"
  import Honey.BpfHelpers

  deftype Event, text: {:string, 48}
  defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Event]
  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    count = bpf_map_lookup_elem(:counts, 1)
    state = if ctx.prev_state == 0, do: :running, else: :waiting

    emit("#{ctx.next_pid}")
    emit("pid #{ctx.next_pid} was #{state}")
    emit("count: #{count}")
    emit(Integer.to_string(ctx.prev_pid - ctx.next_pid))
    emit(Atom.to_string(state))
    0
  end

  defp emit(text), do: Honey.Events.emit(:events, %Event{text: text})
end

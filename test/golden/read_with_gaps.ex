# A struct that the kernel fills is a key like others: gaps, and what follows a string's NUL, are zeros.
defmodule Golden.ReadWithGaps do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers

  deftype Inner, low: :u8, high: :u16, name: {:string, 5}
  deftype Key, a: :u32, b: :u8, c: :u64, inner: Inner, last: {:array, Inner, 2}

  defmap :counts, :bpf_hash, max_entries: 8, key_type: Key, value_type: :u64

  @sec "tracepoint/syscalls/sys_enter_getcwd"
  def program(ctx) do
    case bpf_probe_read_user(ctx.buf, Key) do
      %Key{} = key -> bpf_map_update_elem(:counts, key, 1, :bpf_any)
      _ -> 0
    end

    0
  end
end

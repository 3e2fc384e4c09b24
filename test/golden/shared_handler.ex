# What a few programs share becomes part of each of them: a call of a function of its own would cost each event
# a little.
defmodule Golden.SharedHandler do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Usage, reads: :u64, writes: :u64, bytes: :u64, longest: :u64
  defmap :usage, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Usage

  @sec "tracepoint/syscalls/sys_exit_read"
  def on_read(ctx), do: leave(ctx.ret)

  @sec "tracepoint/syscalls/sys_exit_pread64"
  def on_pread(ctx), do: leave(ctx.ret)

  defp leave(result) do
    bytes = max(result, 0)

    Honey.KernelMap.update(
      :usage,
      bpf_get_current_pid_tgid() >>> 32,
      %Usage{reads: 1, bytes: bytes, longest: bytes},
      fn usage ->
        %{
          usage
          | reads: usage.reads + 1,
            writes: usage.writes - min(result, 0),
            bytes: usage.bytes + bytes,
            longest: max(usage.longest, bytes)
        }
      end
    )

    if bytes > 4096, do: bpf_map_delete_elem(:usage, bytes &&& 7)
    0
  end
end

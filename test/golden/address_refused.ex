defmodule Golden.AddressRefused do
  use Honey, license: "GPL"
  import Honey.BpfHelpers
  alias Honey.KernelMap

  deftype Opened, path: {:string, 16}
  deftype Timespec, seconds: :s64, nanoseconds: :s64
  defmap :paths, :bpf_hash, max_entries: 8, key_type: {:string, 16}, value_type: :u64
  defmap :texts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: {:string, 16}
  defmap :times, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Timespec
  defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Opened]

  @sec "tracepoint/syscalls/sys_enter_chdir"
  def text(ctx) do
    path = ctx.filename
    KernelMap.count(:paths, ctx.filename)
    KernelMap.put(:texts, 1, path)
    bpf_map_update_elem(:texts, 1, path, :bpf_any)
    Honey.Events.emit(:events, %Opened{path: path})
    bpf_printk("%s", [path])
    byte_size(path) + byte_size("in " <> path)
  end

  @sec "tracepoint/syscalls/sys_enter_chdir"
  def matched(ctx) do
    "/tmp" <> rest = ctx.filename
    byte_size(rest)
  end

  @sec "tracepoint/syscalls/sys_enter_chdir"
  def walked(ctx) do
    for <<c <- ctx.filename>>, reduce: 0, do: (sum -> sum + c)
  end

  @sec "tracepoint/syscalls/sys_enter_execve"
  def arguments(ctx), do: KernelMap.count(:paths, ctx.argv)

  @sec "tracepoint/syscalls/sys_enter_clock_nanosleep"
  def field(ctx), do: ctx.rqtp.tv_sec

  @sec "tracepoint/syscalls/sys_enter_clock_nanosleep"
  def field_matched(ctx) do
    %{tv_sec: seconds} = ctx.rqtp
    seconds
  end

  @sec "tracepoint/syscalls/sys_enter_clock_nanosleep"
  def stored(ctx), do: KernelMap.put(:times, 1, ctx.rqtp)

  @sec "tracepoint/syscalls/sys_enter_chdir"
  def parts(ctx) do
    path = ctx.filename
    bytes = :binary.at(path, 0) + :binary.first(path) + :binary.last(ctx.filename)
    slash = binary_part(path, 0, 1) == "/" or :binary.part(path, {0, 1}) == "/"

    if slash or String.starts_with?(ctx.filename, ["/etc", "/usr"]) or
         String.ends_with?(path, ".so"),
       do: bytes,
       else: 0
  end
end

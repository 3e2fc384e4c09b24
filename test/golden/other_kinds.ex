defmodule Golden.OtherKinds do
  use Honey, license: "GPL"
  import Honey.BpfHelpers
  alias Honey.KernelMap

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
  deftype File, path: {:string, 16}, uid: :u32
  defmap :files, :bpf_hash, max_entries: 8, key_type: :u32, value_type: File

  @setting 5

  @sec "tracepoint/raw_syscalls/sys_enter"
  def program(ctx) do
    comm = bpf_get_current_comm()
    key = rem(ctx.id, 8)
    a = if bpf_ktime_get_ns() == "now", do: 1, else: 2
    b = if "read" != ctx.id, do: 1, else: 2
    c = if comm === 5, do: 1, else: 2
    d = if comm == key, do: 1, else: 2
    e = if KernelMap.get(:counts, key) == "many", do: 1, else: 2
    f = if KernelMap.get(:files, key) == 5, do: 1, else: 2
    g = if key in ["read", "write"], do: 1, else: 2
    h = if comm in [1, 2], do: 1, else: 2
    i = if half(key) == {1, 2}, do: 1, else: 2
    {a, b, c, d, e, f, g, h, i}
    clauses(key) + meant(key) + meant(comm)
  end

  defp clauses(key) do
    a =
      case KernelMap.get(:files, key) do
        %File{path: 5} -> 1
        %{uid: "root"} -> 2
        _ -> 3
      end

    b =
      case bpf_get_current_comm() do
        5 -> 1
        name when is_integer(name) and name > 5 -> 2
        _ -> 3
      end

    with text when is_binary(text) <- bpf_ktime_get_ns(), do: byte_size(text)
    with {:ok, n} <- half(bpf_get_smp_processor_id()), do: n
    a + b
  end

  # These are meant: what callers pass, settings, what may be absent some day.
  defp meant(value) do
    a = if value == "sh", do: 1, else: 2
    b = if @setting == "none" or setting() == "none", do: 1, else: 2
    c = if half(1) == nil, do: 1, else: 2

    d =
      case value do
        name when is_binary(name) -> byte_size(name)
        n -> n
      end

    a + b + c + d
  end

  defp setting, do: 5
  defp half(n), do: div(n, 2)
end

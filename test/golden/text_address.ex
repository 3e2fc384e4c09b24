defmodule Golden.TextAddress do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/syscalls/sys_enter_chdir"
  def program(%{filename: filename} = ctx) do
    path = ctx.filename
    a = if ctx.filename == "/tmp", do: 1, else: 2
    b = if "/tmp" != path, do: 1, else: 2
    c = if path in ["/tmp", "/usr"], do: 1, else: 2
    d = if filename == bpf_get_current_comm(), do: 1, else: 2

    e =
      case ctx.filename do
        "/tmp" -> 1
        <<"/usr", _::binary>> -> 2
        other when is_binary(other) -> 3
        _ -> 4
      end

    f = with text when is_binary(text) <- path, do: byte_size(text)
    g = with text when is_binary(text) <- bpf_probe_read_user_str(path, 64), do: byte_size(text)
    h = String.starts_with?(bpf_probe_read_user_str(path, 64), ["/etc", "/usr"])
    {a, b, c, d, e, f, g, h}
    0
  end
end

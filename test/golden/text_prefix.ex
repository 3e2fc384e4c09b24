# Prefixes, and bytes of a string; the rest is the same memory.
defmodule Golden.TextPrefix do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(_ctx) do
    case bpf_get_current_comm() do
      "kworker/" <> rest -> byte_size(rest)
      <<"k", n, "/", _::binary>> -> n
      <<_, part::binary-2>> -> if part == "sh", do: 2, else: 3
      "" -> 4
      _ -> 5
    end
  end
end

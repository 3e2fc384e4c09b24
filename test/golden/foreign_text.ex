defmodule Golden.ForeignText do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    text = bpf_get_current_comm()

    {String.slice(text, 0, 3), String.at(text, 0), String.first(text), String.last(text),
     String.split(text, "/"), String.upcase(text), String.to_integer(text), String.to_atom(text),
     String.to_existing_atom(text), Integer.to_charlist(1), System.system_time(), struct!(URI, port: 1)}
  end
end

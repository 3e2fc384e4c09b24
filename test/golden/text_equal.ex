# Strings are compared by words: all of their bytes after the end are zero.
defmodule Golden.TextEqual do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    comm = bpf_get_current_comm()

    cond do
      comm == "sh" -> 1
      comm in ["bash", "zsh"] -> 2
      comm != ctx.next_comm -> 3
      true -> byte_size(comm)
    end
  end
end

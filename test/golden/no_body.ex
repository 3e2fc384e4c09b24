# What Elixir itself says later, here with what to do.
defmodule Golden.NoBody do
  use Honey, license: "GPL"

  @sec "raw_tracepoint/sched_switch"
  def program(ctx)
end

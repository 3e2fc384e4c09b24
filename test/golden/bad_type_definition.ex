defmodule Golden.BadTypeDefinition do
  use Honey, license: "GPL"

  deftype :event, pid: :u32
  deftype Empty, []
  deftype Wrong, :u32
  deftype Twice, pid: :u32
  deftype Twice, pid: :u32

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: 0
end

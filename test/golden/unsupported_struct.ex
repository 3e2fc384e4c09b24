defmodule Golden.UnsupportedStruct do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, pid: :u32, parts: {:array, :u32, 2}
  deftype Other, pid: :u32

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = %Event{pid: bpf_get_smp_processor_id()}
    uri = %URI{port: 1}
    a = %Event{event.pid | pid: 1}
    b = %Other{event | pid: 2}
    c = %{event.pid | pid: 3}
    [first | _] = event.parts
    %{__struct__: _} = event

    d =
      case event do
        %name{} -> name
      end

    e =
      case if(event.pid > 5, do: event, else: {1, 2}) do
        %{pid: pid} -> pid
        _ -> 0
      end

    f = Enum.at([1, 2], event.pid)
    g = elem({1, 2}, event.pid)
    h = is_map_key(%{pid: 1}, event.pid)
    i = length(event.parts)
    {uri, a, b, c, d, e, f, g, h, i, first}
  end
end

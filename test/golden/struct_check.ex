defmodule Honey.Golden.StructCheck do
  use Honey, license: "GPL", kernel: "5.14"

  deftype Event, pid: :u32
  deftype Other, pid: :u32
  defmap :events, :bpf_hash, max_entries: 2, key_type: :u32, value_type: Event

  @sec "syscall"
  def run(_ctx) do
    event = Honey.BpfHelpers.bpf_map_lookup_elem(:events, 0)
    any = if is_struct(event), do: 1, else: 0
    this = if is_struct(event, Event), do: 10, else: 0
    other = if is_struct(event, Other) or is_exception(event), do: 100, else: 0
    any + this + other + weigh(event) + if(is_float(any), do: 1000, else: 0)
  end

  defp weigh(other) when is_struct(other, Other), do: 1
  defp weigh(event) when is_struct(event, Event), do: 2
  defp weigh(_), do: 3
end

defmodule Golden.MapLines do
  use Honey, license: "GPL", kernel: "5.19"
  import Honey.BpfHelpers

  deftype Job, kind: {:enum, [:read, :write]}, size: :u64

  defmap :queue, :bpf_queue, max_entries: 8, value_type: :u32
  defmap :stack, :bpf_stack, max_entries: 8, value_type: Job
  defmap :names, :bpf_queue, max_entries: 8, value_type: {:string, 8}
  defmap :filter, :bpf_bloom_filter, max_entries: 100, value_type: :u64
  defmap :percpu, :bpf_percpu_array, max_entries: 4, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    bpf_map_push_elem(:queue, 1, :bpf_any)
    bpf_map_push_elem(:queue, bpf_map_peek_elem(:queue) || 0, :bpf_exist)

    case bpf_map_pop_elem(:stack) do
      %Job{kind: :read} = job -> bpf_map_push_elem(:stack, %{job | kind: :write}, :bpf_any)
      _ -> bpf_map_push_elem(:names, "none", :bpf_any)
    end

    case bpf_map_pop_elem(:names) do
      "none" -> bpf_map_push_elem(:filter, 1, :bpf_any)
      _ -> :ok
    end

    if bpf_map_peek_elem(:filter, 1) == :ok do
      bpf_map_lookup_percpu_elem(:percpu, 1, 0) || 0
    else
      1
    end
  end
end

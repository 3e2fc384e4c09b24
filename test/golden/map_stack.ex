defmodule Golden.MapStack do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :stacks, :bpf_stack_trace, max_entries: 128
  defmap :shallow, :bpf_stack_trace, max_entries: 128, value_type: {:array, :u64, 8}
  defmap :counts, :bpf_hash, max_entries: 128, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    case bpf_get_stackid(ctx, :stacks, 0) do
      {:error, _} -> :ok
      id -> bpf_map_update_elem(:counts, id, 1, :bpf_any)
    end

    bpf_get_stackid(ctx, :shallow, :bpf_f_user_stack)
    bpf_get_stackid(ctx, :shallow, :bpf_f_reuse_stackid)
  end
end

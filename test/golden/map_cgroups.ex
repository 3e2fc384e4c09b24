defmodule Golden.MapCgroups do
  use Honey, license: "GPL"
  import Honey.BpfHelpers
  import Honey.XDP, only: [xdp_pass: 0]

  defmap :groups, :bpf_cgroup_array, max_entries: 2
  defmap :sockets, :bpf_xskmap, max_entries: 64

  @sec "tracepoint/raw_syscalls/sys_enter"
  def on_enter(_ctx) do
    case bpf_current_task_under_cgroup(:groups, 1) do
      1 -> 1
      0 -> 0
      {:error, :eagain} -> 2
      {:error, _} -> 3
    end
  end

  @sec "xdp"
  def on_packet(ctx) do
    case ctx.packet do
      <<_::binary-12, 0x0800::16, _::binary>> ->
        bpf_redirect_map(:sockets, ctx.rx_queue_index, :xdp_pass)

      _ ->
        xdp_pass()
    end
  end
end

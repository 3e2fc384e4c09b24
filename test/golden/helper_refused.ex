defmodule Golden.HelperRefused do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  @sec "xdp"
  def filter(ctx) do
    if bpf_get_attach_cookie(ctx) == 0, do: 2, else: count()
  end

  @sec "tracepoint/sched/sched_switch"
  def switched(_ctx), do: bpf_redirect(1, 0)

  @sec "syscall"
  def coarse(_ctx) do
    bpf_ktime_get_coarse_ns()
    count()
  end

  defp count do
    case bpf_probe_read(8, :u64) do
      {:error, _} -> 1
      n -> n
    end
  end
end

defmodule Golden.HelperSignals do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_send_signal(10) do
      :ok -> 1
      {:error, :ebusy} -> 2
      {:error, _} -> 3
    end

    bpf_send_signal_thread(10)
  end
end

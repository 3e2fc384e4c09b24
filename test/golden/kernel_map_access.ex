# What of Honey.KernelMap is Elixir.
defmodule Golden.KernelMapAccess do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32

    with {:ok, value} <- KernelMap.fetch(:h, pid) do
      KernelMap.put(:h, 1, value + KernelMap.get(:h, 2, 5))
    end

    if KernelMap.has_key?(:h, 3), do: KernelMap.delete(:h, 3), else: KernelMap.put_new(:h, 3, 1)
    KernelMap.put(:h, 4, KernelMap.fetch!(:h, 5), :bpf_exist)
  end
end

defmodule Golden.NotInPlaceSwapped do
  use Honey, license: "GPL", kernel: "5.12"

  alias Honey.KernelMap

  deftype Port, number: {:be, :u32}, packets: :u32

  defmap :bytes, :bpf_hash, max_entries: 64, key_type: :u32, value_type: {:be, :u64}
  defmap :ports, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Port

  # No atomic addition has the highest byte first.
  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    KernelMap.count(:bytes, 1)

    KernelMap.update(:ports, 1, %Port{}, fn port ->
      %{port | number: port.number + 1, packets: port.packets + 1}
    end)

    0
  end
end

defmodule Golden.BadTupleType do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype A, x: {}
  deftype B, x: {:u32, :u31}
  deftype C, x: {:strng, 16}
  deftype D, x: {:u8, {:string, 16, 1}}
  deftype E, x: {:u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8, :u8}
  deftype F, x: {{:array, :u64, 600}, {:array, :u64, 600}}
  deftype G, x: {:u8, :spin_lock}
  deftype H, x: {:ok, :u32}
  deftype I, x: {:be, :u8}
  deftype J, x: {:be, :s32}
  deftype K, x: {:lpm, :u32}
  deftype L, x: {:lpm, {:binary, 257}}
  deftype M, x: {:lpm, :ipv5}
  deftype N, x: {:u8, {N, :u8}}
  deftype O, x: [:u8, :u8]

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: bpf_get_smp_processor_id()
end

defmodule Golden.LoopWalk do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()

    a =
      for i <- 1..1000, reduce: 0 do
        sum -> rem(sum * i + n, 1007)
      end

    b =
      for i <- 1..1000, reduce: a do
        sum -> rem(sum * i + n, 1007)
      end

    c =
      for i <- 1..1000, reduce: b do
        sum -> rem(sum * i + n, 1007)
      end

    for i <- 1..1000, reduce: c do
      sum -> rem(sum * i + n, 1007)
    end
  end
end

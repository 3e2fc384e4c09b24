defmodule Golden.LoopNestedTooDeeply do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()

    for a <- 0..n//1, b <- 0..a//1, c <- 0..b//1, d <- 0..c//1, e <- 0..d//1, f <- 0..e//1,
        g <- 0..f//1, h <- 0..g//1, i <- 0..h//1, reduce: 0 do
      sum -> sum + i
    end
  end
end

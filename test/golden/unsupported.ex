defmodule Golden.Unsupported do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @table %{n: 1}

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    f = fn x -> x + 1 end
    a = for i <- 0..3, do: i
    b = with 1 <- n, do: 2
    c = <<n>>
    d = @table
    e = {n, n, n}
    g = [n]
    h = "#{n}"
    i = n / 2
    j = n * 1.5
    k = Enum.sum([n])
    l = n.field
    m = length(g)
    {:error, n}
  end
end

defmodule Golden.Unsupported do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @table %{n: 1}

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    f = fn x -> x + 1 end
    a = for i <- 0..3, do: i
    b = %{n => 1}
    c = <<n>>
    d = {1, "text"}
    e = [n | n]
    g = %{@table | n: 1, m: 2}
    h = "#{%{n: n}}"
    i = n / 2
    j = n * 1.5
    k = Enum.sum([n])
    l = n.field
    m = length(n)
    {@table.m, n}
  end
end

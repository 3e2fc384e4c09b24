# Programs that follow one another have the same type, and the same tracepoint.
defmodule Golden.TailCallTypes do
  use Honey, license: "GPL", kernel: "5.14"

  defmap :packets, :bpf_prog_array, max_entries: 4, entries: %{0 => :parse, 1 => :switch, 2 => :pars}
  defmap :switches, :bpf_prog_array, max_entries: 4, entries: %{0 => :switch, 1 => :fork}
  defmap :mixed, :bpf_prog_array, max_entries: 4
  defmap :slept, :bpf_prog_array, max_entries: 4
  defmap :none, :bpf_prog_array, max_entries: 4, entries: %{0 => :helper}

  @sec "xdp"
  def parse(_ctx) do
    follow(0)
    2
  end

  @sec "raw_tracepoint/sched_switch"
  def raw(_ctx), do: follow(1)

  defp follow(n), do: Honey.tail_call(:mixed, n)

  @sec "tracepoint/sched/sched_switch"
  def switch(_ctx), do: Honey.tail_call(:switches, 1)

  @sec "tp/sched/sched_process_fork"
  def fork(_ctx), do: Honey.tail_call(:switches, 0)

  @sec "syscall"
  def sleeps(_ctx) do
    Honey.tail_call(:slept, 0)
    helper(0)
  end

  def helper(n), do: n
end

defmodule Golden.Variable do
  use Honey, license: "GPL", kernel: "5.14"

  defvar :threshold, :u64, 1000
  defvar :least, :s64, -0x8000000000000000
  defvar :greatest, :u64, 0xFFFFFFFFFFFFFFFF
  defvar :offset, :s16, -3
  defvar :enabled?, :bool, true, live: true
  defvar :mode, {:enum, [slow: 1, fast: 2], :u8}, live: true
  defvar :hits, :u32, live: true
  defvar :time, :u64, 5, live: true

  defmap :numbers, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64

  @sec "syscall"
  def run(_ctx) do
    now = Honey.BpfHelpers.bpf_ktime_get_ns()
    Honey.Var.update(:hits, &(&1 + 1))
    Honey.Var.update(:time, fn time -> time - now end)
    Honey.Var.update(:hits, &(offset() + &1))

    if enabled?() and now > threshold() do
      Honey.Var.put(:enabled?, now < greatest())
      Honey.Var.put(:time, now)
    end

    next(mode())
    rem(time(), 16) + abs(rem(least(), 16))
  end

  defp next(:slow), do: Honey.Var.put(:mode, :fast)
  defp next(:fast), do: Honey.Var.put(:mode, nil)
  defp next(nil), do: Honey.Var.put(:mode, :slow)
end

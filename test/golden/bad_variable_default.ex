defmodule Golden.BadVariableDefault do
  use Honey, license: "GPL"

  deftype Range, low: :u8, high: {:array, :s16, 2}

  defvar :large, :u8, 256
  defvar :negative, :u64, -1
  defvar :huge, :u64, 0x1_0000_0000_0000_0000
  defvar :float, :u32, 1.5
  defvar :flag, :bool, 1
  defvar :mode, {:enum, [:slow, :fast]}, :quick
  defvar :name, {:string, 4}, "longer"
  defvar :address, {:binary, 6}, <<1, 2, 3>>
  defvar :ports, {:array, :u16, 2}, [80]
  defvar :port, {:array, :u16, 2}, [80, 70_000]
  defvar :range, Range, %Range{low: 1, high: [2, 40_000]}
  defvar :other, Range, %{low: 1}
  defvar :word, :u65, 0
  defvar :lively, :u64, 0, lives: true
  defvar :maybe, :u64, 0, live: :yes

  @sec "xdp"
  def program(_ctx), do: 2
end

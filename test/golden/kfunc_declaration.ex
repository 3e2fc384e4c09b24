defmodule Golden.KfuncDeclaration do
  use Honey, license: "GPL", kernel: "6.17"

  defkfunc "golden", [:u64], :u32
  defkfunc :golden_task, [:task], :u32
  defkfunc :golden_result, [:s32], {:pointer, :task_struct}
  defkfunc :golden_list, :u64, :u32
  defkfunc :golden_many, [:u64, :u64, :u64, :u64, :u64, :u64], :u32
  defkfunc :golden_options, [:u64], :u32, since: "6.17"
  defkfunc :golden_kernel, [:u64], :u32, kernel: 6

  @sec "xdp"
  def program(_ctx), do: 2
end

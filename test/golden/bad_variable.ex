defmodule Golden.BadVariable do
  use Honey, license: "GPL"

  defmap :counts, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u64

  defvar "name", :u64, 0
  defvar :Name, :u64, 0
  defvar true, :u64, 0
  defvar :end, :u64, 0
  defvar :node, :u64, 0
  defvar :counts, :u64, 0
  defvar :twice, :u64, 0
  defvar :twice, :u32, 0
  defvar :later, :u64, 0
  defvar :program_name, :u64, 0
  defvar :options, :u64, 0, [:live]
  defvar :function, :u64, &is_nil/1

  defmap :later, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u64

  @sec "xdp"
  def program(_ctx), do: program_name()

  def program_name, do: 0
end

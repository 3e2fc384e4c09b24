defmodule Golden.VariableData do
  use Honey, license: "GPL", kernel: "5.14"

  deftype Range, low: :u8, high: :s32, names: {:array, {:string, 5}, 2}

  defvar :range, Range, %Range{low: 1, high: -2, names: ["ab", "cde"]}
  defvar :seen, Range, live: true
  defvar :address, {:binary, 6}, <<1, 2, 3, 4, 5, 6>>
  defvar :name, {:string, 12}, "none", live: true
  defvar :ports, {:array, :u16, 3}, [80, 443, 0], live: true
  defvar :large, {:array, :u64, 80}, live: true

  @sec "syscall"
  def run(_ctx) do
    range = range()
    Honey.Var.put(:seen, %{range | high: range.high + 1})
    Honey.Var.put(:ports, [1, seen().low, 3])
    Honey.Var.put(:large, large())
    if name() == "none", do: Honey.Var.put(:name, Honey.BpfHelpers.bpf_get_current_comm() |> text())
    <<first, _::binary>> = address()
    first + Enum.at(ports(), 1)
  end

  defp text({:error, _}), do: "?"
  defp text(<<a, b, _::binary>>), do: if(a == b, do: "same", else: "other")
  defp text(_), do: "short"
end

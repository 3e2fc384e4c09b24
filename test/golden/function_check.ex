defmodule Honey.Golden.FunctionCheck do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "syscall"
  def run(_ctx) do
    n = Honey.BpfHelpers.bpf_get_smp_processor_id()

    case operation(n) do
      f when is_function(f, 1) -> f.(n)
      f when is_function(f, 2) -> f.(n, 7)
      f when is_function(f) -> f.()
      other -> other
    end
  end

  defp operation(0), do: &(&1 + 5)
  defp operation(1), do: &+/2
  defp operation(2), do: fn -> 6 end
  defp operation(n), do: n
end

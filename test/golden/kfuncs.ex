defmodule Golden.Kfuncs do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  defkfunc :bpf_strnlen, [:string, :u64], :size, kernel: "6.17"
  defkfunc :bpf_strcmp, [:string, :string], :s32, kernel: "6.17"
  defkfunc :bpf_rcu_read_lock, [], :void, kernel: "6.2"
  defkfunc :bpf_rcu_read_unlock, [], :void, kernel: "6.2"

  defp size_of(text), do: bpf_strnlen(text, 16)

  @sec "syscall"
  def program(_ctx) do
    bpf_rcu_read_lock()
    order = bpf_strcmp(bpf_get_current_comm(), "literal")
    bpf_rcu_read_unlock()

    with size when is_integer(size) <- size_of(bpf_get_current_comm()),
         other when is_integer(other) <- size_of("literal") do
      size + other + order
    else
      {:error, _} -> 1
    end
  end
end

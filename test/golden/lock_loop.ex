# A lock is taken for each entry of a map, and for what a loop computes that the verifier walks.
defmodule Golden.LockLoop do
  use Honey, license: "GPL", kernel: "5.17"

  deftype Window, place: :u32, lock: :spin_lock, seen: {:array, :u32, 8}
  defmap :windows, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Window

  @sec "xdp"
  def program(_ctx) do
    for {key, %Window{place: place}} <- Honey.KernelMap.stream(:windows), place > 3 do
      Honey.with_lock(:windows, key, fn window ->
        %{window | place: Enum.reduce(window.seen, 0, &(&1 + &2))}
      end)
    end

    2
  end
end

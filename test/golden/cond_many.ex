# Many conditions are no nest. What one binds, its clause has; what none takes raises.
defmodule Golden.CondMany do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0) || 0

    kind =
      cond do
        n == 0 -> 0
        n == 7 -> 1
        n == 14 -> 4
        n == 21 -> 9
        n == 28 -> 16
        n == 35 -> 25
        n == 42 -> 36
        n == 49 -> 49
        n == 56 -> 64
        n == 63 -> 81
        n == 70 -> 100
        n == 77 -> 121
        n == 84 -> 144
        n == 91 -> 169
        n == 98 -> 196
        n == 105 -> 225
        n == 112 -> 256
        n == 119 -> 289
        n == 126 -> 324
        n == 133 -> 361
        n == 140 -> 400
        n == 147 -> 441
        n == 154 -> 484
        n == 161 -> 529
        n == 168 -> 576
        n == 175 -> 625
        n == 182 -> 676
        n == 189 -> 729
        n == 196 -> 784
        n == 203 -> 841
        n == 210 -> 900
        n == 217 -> 961
        n == 224 -> 1024
        n == 231 -> 1089
        n == 238 -> 1156
        n == 245 -> 1225
        found = bpf_map_lookup_elem(:s, 3) -> found
        n > 500 and n < 600 -> n - 500
        n < 0 -> -1
      end

    bpf_map_update_elem(:s, 1, kind, :bpf_any)
  end
end

# Many clauses are no nest, and a switch where they are by one number; the second for 1 is never taken.
defmodule Golden.CaseMany do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0) || 0

    _ =
      case n do
        -20 -> bpf_map_update_elem(:s, 0, 0, :bpf_any)
        -17 -> bpf_map_update_elem(:s, 1, 1, :bpf_any)
        -14 -> bpf_map_update_elem(:s, 2, 4, :bpf_any)
        -11 -> bpf_map_update_elem(:s, 3, 9, :bpf_any)
        -8 -> bpf_map_update_elem(:s, 4, 16, :bpf_any)
        -5 -> bpf_map_update_elem(:s, 5, 25, :bpf_any)
        -2 -> bpf_map_update_elem(:s, 6, 36, :bpf_any)
        1 -> bpf_map_update_elem(:s, 7, 49, :bpf_any)
        4 -> bpf_map_update_elem(:s, 0, 64, :bpf_any)
        7 -> bpf_map_update_elem(:s, 1, 81, :bpf_any)
        10 -> bpf_map_update_elem(:s, 2, 100, :bpf_any)
        13 -> bpf_map_update_elem(:s, 3, 121, :bpf_any)
        16 -> bpf_map_update_elem(:s, 4, 144, :bpf_any)
        19 -> bpf_map_update_elem(:s, 5, 169, :bpf_any)
        22 -> bpf_map_update_elem(:s, 6, 196, :bpf_any)
        25 -> bpf_map_update_elem(:s, 7, 225, :bpf_any)
        28 -> bpf_map_update_elem(:s, 0, 256, :bpf_any)
        31 -> bpf_map_update_elem(:s, 1, 289, :bpf_any)
        34 -> bpf_map_update_elem(:s, 2, 324, :bpf_any)
        37 -> bpf_map_update_elem(:s, 3, 361, :bpf_any)
        40 -> bpf_map_update_elem(:s, 4, 400, :bpf_any)
        43 -> bpf_map_update_elem(:s, 5, 441, :bpf_any)
        46 -> bpf_map_update_elem(:s, 6, 484, :bpf_any)
        49 -> bpf_map_update_elem(:s, 7, 529, :bpf_any)
        52 -> bpf_map_update_elem(:s, 0, 576, :bpf_any)
        55 -> bpf_map_update_elem(:s, 1, 625, :bpf_any)
        58 -> bpf_map_update_elem(:s, 2, 676, :bpf_any)
        61 -> bpf_map_update_elem(:s, 3, 729, :bpf_any)
        64 -> bpf_map_update_elem(:s, 4, 784, :bpf_any)
        67 -> bpf_map_update_elem(:s, 5, 841, :bpf_any)
        70 -> bpf_map_update_elem(:s, 6, 900, :bpf_any)
        73 -> bpf_map_update_elem(:s, 7, 961, :bpf_any)
        76 -> bpf_map_update_elem(:s, 0, 1024, :bpf_any)
        79 -> bpf_map_update_elem(:s, 1, 1089, :bpf_any)
        1 -> bpf_map_update_elem(:s, 2, 1156, :bpf_any)
        4 -> bpf_map_update_elem(:s, 3, 1225, :bpf_any)
        1 -> bpf_map_update_elem(:s, 4, 1296, :bpf_any)
        1099511627775 -> bpf_map_update_elem(:s, 5, 1369, :bpf_any)
        7 -> bpf_map_update_elem(:s, 6, 1444, :bpf_any)
        big when big > 1000 -> 0
        _ -> bpf_map_update_elem(:s, 2, raised(n), :bpf_any)
      end

    0
  end

  defp raised(200), do: 600
  defp raised(201), do: 603
  defp raised(202), do: 606
  defp raised(203), do: 609
  defp raised(204), do: 612
  defp raised(205), do: 615
  defp raised(206), do: 618
  defp raised(207), do: 621
  defp raised(208), do: 624
  defp raised(209), do: 627
  defp raised(210), do: 630
  defp raised(211), do: 633
  defp raised(212), do: 636
  defp raised(213), do: 639
  defp raised(214), do: 642
  defp raised(215), do: 645
  defp raised(216), do: 648
  defp raised(217), do: 651
  defp raised(218), do: 654
  defp raised(219), do: 657
  defp raised(220), do: 660
  defp raised(221), do: 663
  defp raised(222), do: 666
  defp raised(223), do: 669
  defp raised(224), do: 672
  defp raised(225), do: 675
  defp raised(226), do: 678
  defp raised(227), do: 681
  defp raised(228), do: 684
  defp raised(229), do: 687
  defp raised(230), do: 690
  defp raised(231), do: 693
  defp raised(232), do: 696
  defp raised(233), do: 699
  defp raised(n) when n > 300, do: n
end

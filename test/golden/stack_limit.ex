defmodule Golden.StackLimit do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a0 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 0) || 1
    a1 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 1) || 1
    a2 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 2) || 1
    a3 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 3) || 1
    a4 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 4) || 1
    a5 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 5) || 1
    a6 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 6) || 1
    a7 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 7) || 1
    a8 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 8) || 1
    a9 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 9) || 1
    a10 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 10) || 1
    a11 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 11) || 1
    a12 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 12) || 1
    a13 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 13) || 1
    a14 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 14) || 1
    a15 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 15) || 1
    a16 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 16) || 1
    a17 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 17) || 1
    a18 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 18) || 1
    a19 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 19) || 1
    a20 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 20) || 1
    a21 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 21) || 1
    a22 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 22) || 1
    a23 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 23) || 1
    a24 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 24) || 1
    a25 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 25) || 1
    a26 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 26) || 1
    a27 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 27) || 1
    a28 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 28) || 1
    a29 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 29) || 1
    a30 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 30) || 1
    a31 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 31) || 1
    a32 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 32) || 1
    a33 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 33) || 1
    a34 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 34) || 1
    a35 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 35) || 1
    a36 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 36) || 1
    a37 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 37) || 1
    a38 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 38) || 1
    a39 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 39) || 1
    a40 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 40) || 1
    a41 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 41) || 1
    a42 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 42) || 1
    a43 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 43) || 1
    a44 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 44) || 1
    a45 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 45) || 1
    a46 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 46) || 1
    a47 = bpf_map_lookup_elem(:s, bpf_get_smp_processor_id() + 47) || 1
    bpf_map_update_elem(:s, 0, a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11 + a12 + a13 + a14 + a15 + a16 + a17 + a18 + a19 + a20 + a21 + a22 + a23 + a24 + a25 + a26 + a27 + a28 + a29 + a30 + a31 + a32 + a33 + a34 + a35 + a36 + a37 + a38 + a39 + a40 + a41 + a42 + a43 + a44 + a45 + a46 + a47, :bpf_any)
  end
end

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[65u];
     | } log2 SEC(".maps");
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[12u];
     | } linear SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u64 n_0 = bpf_ktime_get_ns();
  12 | 	__s64 v_1 = 0;
  12 | 	if (n_0 < 1) {
  12 | 		v_1 = 0;
     | 	} else {
  12 | 		__s64 v_6 = ((-(__s64)(n_0 >> 32)) >> 63) & 1;
  12 | 		__u64 v_9 = (n_0 >> (v_6 << 5)) & 4294967295ll;
  12 | 		__s64 v_12 = ((65535 - (__s64)v_9) >> 63) & 1;
  12 | 		__u64 v_15 = (v_9 >> (v_12 << 4)) & 65535;
  12 | 		__s64 v_18 = ((255 - (__s64)v_15) >> 63) & 1;
  12 | 		__u64 v_21 = (v_15 >> (v_18 << 3)) & 255;
  12 | 		__s64 v_24 = ((15 - (__s64)v_21) >> 63) & 1;
  12 | 		__u64 v_27 = (v_21 >> (v_24 << 2)) & 15;
  12 | 		__s64 v_30 = ((3 - (__s64)v_27) >> 63) & 1;
  12 | 		v_1 = (((((1 + (v_6 << 5)) + (v_12 << 4)) + (v_18 << 3)) + (v_24 << 2)) + (v_30 << 1)) + (((1 - (__s64)((v_27 >> (v_30 << 1)) & 3)) >> 63) & 1);
     | 	}
  12 | 	__u32 slot_u32_0 = v_1;
  12 | 	__u64 *found_48 = bpf_map_lookup_elem(&log2, &slot_u32_0);
  12 | 	__s64 status_49 = 0;
  12 | 	__u64 *there_50 = found_48;
  12 | 	if (there_50) {
  12 | 		*there_50;
  12 | 		__sync_fetch_and_add(there_50, 1);
  12 | 		status_49 = 0;
     | 	}
  13 | 	__s64 v_52 = 0;
  13 | 	__s64 v_54 = 0;
  13 | 	if (100 <= n_0) {
  13 | 		v_54 = 11;
     | 	} else {
  13 | 		v_54 = ((__s64)(honey_opaque(((__s64)n_0 - 0)) / (__u64)10)) + 1;
     | 	}
  13 | 	v_52 = v_54;
  13 | 	__u32 slot_u32_1 = v_52;
  13 | 	__u64 *found_61 = bpf_map_lookup_elem(&linear, &slot_u32_1);
  13 | 	__s64 status_62 = 0;
  13 | 	__u64 *there_63 = found_61;
  13 | 	if (there_63) {
  13 | 		*there_63;
  13 | 		__sync_fetch_and_add(there_63, 1);
  13 | 		status_62 = 0;
     | 	}
  13 | 	__s64 v_65 = 0;
  13 | 	__s64 v_66 = 0;
  13 | 	if (status_62 < 0) {
  13 | 		v_65 = 3;
  13 | 		v_66 = status_62;
     | 	} else {
  13 | 		v_65 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

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
  12 | 		__s64 v_4 = (__s64)(n_0 >> 32);
  12 | 		__u64 v_6 = 0;
  12 | 		__s64 v_7 = 0;
  12 | 		if (0 < v_4) {
  12 | 			v_6 = n_0 >> 32;
  12 | 			v_7 = 33;
     | 		} else {
  12 | 			v_6 = n_0;
  12 | 			v_7 = 1;
     | 		}
  12 | 		__s64 v_12 = (__s64)(v_6 >> 16);
  12 | 		__u64 v_14 = 0;
  12 | 		__s64 v_15 = 0;
  12 | 		if (0 < v_12) {
  12 | 			v_14 = v_6 >> 16;
  12 | 			v_15 = v_7 + 16;
     | 		} else {
  12 | 			v_14 = v_6;
  12 | 			v_15 = v_7;
     | 		}
  12 | 		__s64 v_21 = (__s64)(v_14 >> 8);
  12 | 		__u64 v_23 = 0;
  12 | 		__s64 v_24 = 0;
  12 | 		if (0 < v_21) {
  12 | 			v_23 = v_14 >> 8;
  12 | 			v_24 = v_15 + 8;
     | 		} else {
  12 | 			v_23 = v_14;
  12 | 			v_24 = v_15;
     | 		}
  12 | 		__s64 v_30 = (__s64)(v_23 >> 4);
  12 | 		__u64 v_32 = 0;
  12 | 		__s64 v_33 = 0;
  12 | 		if (0 < v_30) {
  12 | 			v_32 = v_23 >> 4;
  12 | 			v_33 = v_24 + 4;
     | 		} else {
  12 | 			v_32 = v_23;
  12 | 			v_33 = v_24;
     | 		}
  12 | 		__s64 v_39 = (__s64)(v_32 >> 2);
  12 | 		__u64 v_41 = 0;
  12 | 		__s64 v_42 = 0;
  12 | 		if (0 < v_39) {
  12 | 			v_41 = v_32 >> 2;
  12 | 			v_42 = v_33 + 2;
     | 		} else {
  12 | 			v_41 = v_32;
  12 | 			v_42 = v_33;
     | 		}
  12 | 		__s64 v_48 = (__s64)(v_41 >> 1);
  12 | 		__s64 v_50 = 0;
  12 | 		if (0 < v_48) {
  12 | 			v_50 = v_42 + 1;
     | 		} else {
  12 | 			v_50 = v_42;
     | 		}
  12 | 		v_1 = v_50;
     | 	}
  12 | 	__u32 slot_u32_0 = v_1;
  12 | 	__u64 *found_54 = bpf_map_lookup_elem(&log2, &slot_u32_0);
  12 | 	__s64 status_55 = 0;
  12 | 	__u64 *there_56 = found_54;
  12 | 	if (there_56) {
  12 | 		*there_56;
  12 | 		__sync_fetch_and_add(there_56, 1);
  12 | 		status_55 = 0;
     | 	}
  13 | 	__s64 v_58 = 0;
  13 | 	__s64 v_59 = 0;
  13 | 	__s64 v_60 = 0;
  13 | 	__s64 v_61 = 0;
  13 | 	__s64 v_63 = 0;
  13 | 	if (100 <= n_0) {
  13 | 		v_63 = 11;
     | 	} else {
  13 | 		__s64 v_66 = 0;
  13 | 		v_66 = ((__s64)(honey_opaque(((__s64)n_0 - 0)) / (__u64)10)) + 1;
  13 | 		v_63 = v_66;
     | 	}
  13 | 	v_61 = v_63;
  13 | 	v_60 = v_61;
  13 | 	__u32 slot_u32_1 = v_60;
  13 | 	__s64 v_71 = 0;
  13 | 	__s64 v_72 = 0;
  13 | 	__u64 *found_73 = bpf_map_lookup_elem(&linear, &slot_u32_1);
  13 | 	__s64 status_74 = 0;
  13 | 	__u64 *there_75 = found_73;
  13 | 	if (there_75) {
  13 | 		*there_75;
  13 | 		__sync_fetch_and_add(there_75, 1);
  13 | 		status_74 = 0;
     | 	}
  13 | 	__s64 v_77 = 0;
  13 | 	__s64 v_78 = 0;
  13 | 	if (status_74 < 0) {
  13 | 		v_77 = 4;
  13 | 		v_78 = status_74;
     | 	} else {
  13 | 		v_77 = 1;
     | 	}
  13 | 	v_71 = v_77;
  13 | 	v_72 = v_78;
  13 | 	v_58 = v_71;
  13 | 	v_59 = v_72;
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  14 | 	__u32 slot_u32_3 = 3;
  13 | 	__u32 slot_u32_2 = 2;
  12 | 	__u32 slot_u32_0 = 1;
  11 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  11 | 	__u64 cpu_u64_1 = cpu_0;
  12 | 	__u64 *found_1 = bpf_map_lookup_elem(&h, &slot_u32_0);
  12 | 	__s64 status_2 = 0;
  12 | 	__u64 *there_3 = found_1;
  12 | 	if (!found_1) {
  12 | 		__s64 status_5 = bpf_map_update_elem(&h, &slot_u32_0, &cpu_u64_1, 1);
  12 | 		status_2 = status_5;
  12 | 		if (status_5 == (-17)) {
  12 | 			__u64 *found_7 = bpf_map_lookup_elem(&h, &slot_u32_0);
  12 | 			there_3 = found_7;
  12 | 			status_2 = (-2);
     | 		}
     | 	}
  12 | 	if (there_3) {
  12 | 		__u64 x_8 = *there_3;
  12 | 		*there_3 = x_8 | (__u64)cpu_0;
  12 | 		status_2 = 0;
     | 	}
  13 | 	__u64 *found_10 = bpf_map_lookup_elem(&h, &slot_u32_2);
  13 | 	__s64 status_11 = 0;
  13 | 	__u64 *there_12 = found_10;
  13 | 	if (!found_10) {
  13 | 		__s64 status_14 = bpf_map_update_elem(&h, &slot_u32_2, &cpu_u64_1, 1);
  13 | 		status_11 = status_14;
  13 | 		if (status_14 == (-17)) {
  13 | 			__u64 *found_16 = bpf_map_lookup_elem(&h, &slot_u32_2);
  13 | 			there_12 = found_16;
  13 | 			status_11 = (-2);
     | 		}
     | 	}
  13 | 	if (there_12) {
  13 | 		__u64 x_17 = *there_12;
  13 | 		*there_12 = x_17 * 3;
  13 | 		status_11 = 0;
     | 	}
  14 | 	__u64 *found_19 = bpf_map_lookup_elem(&h, &slot_u32_3);
  14 | 	__s64 status_20 = 0;
  14 | 	__u64 *there_21 = found_19;
  14 | 	if (!found_19) {
  14 | 		__s64 status_23 = bpf_map_update_elem(&h, &slot_u32_3, &cpu_u64_1, 1);
  14 | 		status_20 = status_23;
  14 | 		if (status_23 == (-17)) {
  14 | 			__u64 *found_25 = bpf_map_lookup_elem(&h, &slot_u32_3);
  14 | 			there_21 = found_25;
  14 | 			status_20 = (-2);
     | 		}
     | 	}
  14 | 	if (there_21) {
  14 | 		__u64 v_26 = *there_21;
  14 | 		__u64 v_27 = (__u64)cpu_0;
  14 | 		__s64 v_29 = 0;
  14 | 		if (v_26 < v_27) {
  14 | 			v_29 = cpu_0;
     | 		} else {
  14 | 			v_29 = (__s64)v_26;
     | 		}
  14 | 		if (((__u64)v_29) != v_26) {
  14 | 			*there_21 = v_29;
     | 		}
  14 | 		status_20 = 0;
     | 	}
  14 | 	__s64 v_35 = 0;
  14 | 	__s64 v_36 = 0;
  14 | 	if (status_20 < 0) {
  14 | 		v_35 = 3;
  14 | 		v_36 = status_20;
     | 	} else {
  14 | 		v_35 = 1;
     | 	}
  14 | 	return 0;
     | }
  15 | #pragma clang attribute pop

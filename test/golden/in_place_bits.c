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
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  13 | 	__u32 slot_u32_3 = 3;
  12 | 	__u32 slot_u32_2 = 2;
  11 | 	__u32 slot_u32_0 = 1;
  10 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  10 | 	__u64 cpu_u64_1 = cpu_0;
  11 | 	__u64 *found_1 = bpf_map_lookup_elem(&h, &slot_u32_0);
  11 | 	__s64 status_2 = 0;
  11 | 	__u64 *there_3 = found_1;
  11 | 	if (!found_1) {
  11 | 		__s64 status_5 = bpf_map_update_elem(&h, &slot_u32_0, &cpu_u64_1, 1);
  11 | 		status_2 = status_5;
  11 | 		if (status_5 == (-17)) {
  11 | 			__u64 *found_7 = bpf_map_lookup_elem(&h, &slot_u32_0);
  11 | 			there_3 = found_7;
  11 | 			status_2 = (-2);
     | 		}
     | 	}
  11 | 	if (there_3) {
  11 | 		*there_3;
  11 | 		__sync_fetch_and_or(there_3, cpu_0);
  11 | 		status_2 = 0;
     | 	}
  12 | 	__u64 *found_9 = bpf_map_lookup_elem(&h, &slot_u32_2);
  12 | 	__s64 status_10 = 0;
  12 | 	__u64 *there_11 = found_9;
  12 | 	if (!found_9) {
  12 | 		__s64 status_13 = bpf_map_update_elem(&h, &slot_u32_2, &cpu_u64_1, 1);
  12 | 		status_10 = status_13;
  12 | 		if (status_13 == (-17)) {
  12 | 			__u64 *found_15 = bpf_map_lookup_elem(&h, &slot_u32_2);
  12 | 			there_11 = found_15;
  12 | 			status_10 = (-2);
     | 		}
     | 	}
  12 | 	if (there_11) {
  12 | 		*there_11;
  12 | 		__sync_fetch_and_xor(there_11, cpu_0);
  12 | 		status_10 = 0;
     | 	}
  13 | 	__u64 *found_17 = bpf_map_lookup_elem(&h, &slot_u32_3);
  13 | 	__s64 status_18 = 0;
  13 | 	__u64 *there_19 = found_17;
  13 | 	if (!found_17) {
  13 | 		__s64 status_21 = bpf_map_update_elem(&h, &slot_u32_3, &cpu_u64_1, 1);
  13 | 		status_18 = status_21;
  13 | 		if (status_21 == (-17)) {
  13 | 			__u64 *found_23 = bpf_map_lookup_elem(&h, &slot_u32_3);
  13 | 			there_19 = found_23;
  13 | 			status_18 = (-2);
     | 		}
     | 	}
  13 | 	if (there_19) {
  13 | 		*there_19;
  13 | 		__sync_fetch_and_and(there_19, cpu_0);
  13 | 		status_18 = 0;
     | 	}
  13 | 	__s64 v_25 = 0;
  13 | 	__s64 v_26 = 0;
  13 | 	if (status_18 < 0) {
  13 | 		v_25 = 3;
  13 | 		v_26 = status_18;
     | 	} else {
  13 | 		v_25 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

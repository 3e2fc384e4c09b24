     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | } a SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u64 stored_u64;
  17 | 	__u32 slot_u32_4 = 7;
  14 | 	__u64 slot_u64_1 = 1;
  12 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  12 | 	__u64 pid_1 = v_0 >> 32;
  12 | 	__u32 pid_u32_0 = pid_1;
  13 | 	__s64 cpu_2 = bpf_get_smp_processor_id();
  13 | 	__u32 cpu_u32_3 = cpu_2;
  14 | 	__u64 *found_3 = bpf_map_lookup_elem(&h, &pid_u32_0);
  14 | 	__s64 status_4 = 0;
  14 | 	__u64 *there_5 = found_3;
  14 | 	if (!found_3) {
  14 | 		__s64 status_7 = bpf_map_update_elem(&h, &pid_u32_0, &slot_u64_1, 1);
  14 | 		status_4 = status_7;
  14 | 		if (status_7 == (-17)) {
  14 | 			__u64 *found_9 = bpf_map_lookup_elem(&h, &pid_u32_0);
  14 | 			there_5 = found_9;
  14 | 			status_4 = (-2);
     | 		}
     | 	}
  14 | 	if (there_5) {
  14 | 		*there_5;
  14 | 		__sync_fetch_and_add(there_5, 1);
  14 | 		status_4 = 0;
     | 	}
  15 | 	__u64 *found_11 = bpf_map_lookup_elem(&h, &pid_u32_0);
  15 | 	__s64 status_12 = 0;
  15 | 	__u64 *there_13 = found_11;
  15 | 	if (!found_11) {
  15 | 		stored_u64 = cpu_2;
  15 | 		__s64 status_15 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 1);
  15 | 		status_12 = status_15;
  15 | 		if (status_15 == (-17)) {
  15 | 			__u64 *found_17 = bpf_map_lookup_elem(&h, &pid_u32_0);
  15 | 			there_13 = found_17;
  15 | 			status_12 = (-2);
     | 		}
     | 	}
  15 | 	if (there_13) {
  15 | 		*there_13;
  15 | 		__sync_fetch_and_add(there_13, (cpu_2 * 2));
  15 | 		status_12 = 0;
     | 	}
  16 | 	__u64 *found_20 = bpf_map_lookup_elem(&h, &cpu_u32_3);
  16 | 	__s64 status_21 = 0;
  16 | 	__u64 *there_22 = found_20;
  16 | 	if (!found_20) {
  16 | 		__s64 status_24 = bpf_map_update_elem(&h, &cpu_u32_3, &slot_u64_1, 1);
  16 | 		status_21 = status_24;
  16 | 		if (status_24 == (-17)) {
  16 | 			__u64 *found_26 = bpf_map_lookup_elem(&h, &cpu_u32_3);
  16 | 			there_22 = found_26;
  16 | 			status_21 = (-2);
     | 		}
     | 	}
  16 | 	if (there_22) {
  16 | 		*there_22;
  16 | 		__sync_fetch_and_add(there_22, -cpu_2);
  16 | 		status_21 = 0;
     | 	}
  17 | 	__u32 *found_28 = bpf_map_lookup_elem(&a, &slot_u32_4);
  17 | 	__s64 status_29 = 0;
  17 | 	__u32 *there_30 = found_28;
  17 | 	if (there_30) {
  17 | 		*there_30;
  17 | 		__sync_fetch_and_add(there_30, cpu_2);
  17 | 		status_29 = 0;
     | 	}
  17 | 	__s64 v_32 = 0;
  17 | 	__s64 v_33 = 0;
  17 | 	if (status_29 < 0) {
  17 | 		v_32 = 3;
  17 | 		v_33 = status_29;
     | 	} else {
  17 | 		v_32 = 1;
     | 	}
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop

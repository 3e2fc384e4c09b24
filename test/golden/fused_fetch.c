     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  11 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  11 | 	__u64 pid_1 = v_0 >> 32;
  11 | 	__u32 pid_u32_0 = pid_1;
  13 | 	__u64 *found_2 = bpf_map_lookup_elem(&h, &pid_u32_0);
  13 | 	__u64 v_3 = 2;
  13 | 	if (found_2) {
  13 | 		__u64 v_5 = *found_2;
  13 | 		v_3 = v_5;
     | 	}
  13 | 	__s64 v_6 = 0;
  13 | 	__u64 count_7 = 0;
  13 | 	if (!found_2) {
  13 | 		v_6 = 1;
     | 	} else {
  13 | 		v_6 = 3;
  13 | 		count_7 = v_3;
     | 	}
  13 | 	__s64 v_8 = 0;
  13 | 	__s64 v_9 = 0;
  13 | 	asm volatile("" : : "i"(0));
  13 | 	if (v_6 == 3) {
  14 | 		__u64 *found_14 = bpf_map_lookup_elem(&h, &pid_u32_0);
  14 | 		__s64 status_15 = 0;
  14 | 		__u64 *there_16 = found_14;
  14 | 		if (!found_14) {
  14 | 			stored_u64 = count_7 + 2;
  14 | 			__s64 status_18 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 1);
  14 | 			status_15 = status_18;
  14 | 			if (status_18 == (-17)) {
  14 | 				__u64 *found_20 = bpf_map_lookup_elem(&h, &pid_u32_0);
  14 | 				there_16 = found_20;
  14 | 				status_15 = (-2);
     | 			}
     | 		}
  14 | 		if (there_16) {
  14 | 			__sync_fetch_and_add(there_16, 2);
  14 | 			status_15 = 0;
     | 		}
  14 | 		__s64 v_21 = 0;
  14 | 		__s64 v_22 = 0;
  14 | 		if (status_15 < 0) {
  14 | 			v_21 = 4;
  14 | 			v_22 = status_15;
     | 		} else {
  14 | 			v_21 = 1;
     | 		}
  13 | 		v_8 = v_21;
  13 | 		v_9 = v_22;
     | 	} else {
  15 | 		stored_u64 = 2;
  15 | 		__s64 status_24 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 1);
  15 | 		__s64 status_25 = 0;
  15 | 		if (status_24 == (-17)) {
  15 | 			__u64 *found_27 = bpf_map_lookup_elem(&h, &pid_u32_0);
  15 | 			if (found_27) {
  15 | 				__sync_fetch_and_add(found_27, 2);
     | 			}
     | 		} else {
  15 | 			status_25 = status_24;
     | 		}
  15 | 		__s64 v_28 = 0;
  15 | 		__s64 v_29 = 0;
  15 | 		if (status_25 < 0) {
  15 | 			v_28 = 4;
  15 | 			v_29 = status_25;
     | 		} else {
  15 | 			v_28 = 1;
     | 		}
  13 | 		v_8 = v_28;
  13 | 		v_9 = v_29;
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop

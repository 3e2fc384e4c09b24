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
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s32 *value;
     | 	int (*max_entries)[4u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u64 stored_u64;
  15 | 	__u32 slot_u32_2 = 3;
  12 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  12 | 	__u64 pid_1 = v_0 >> 32;
  12 | 	__u32 pid_u32_0 = pid_1;
  13 | 	__u64 *found_2 = bpf_map_lookup_elem(&h, &pid_u32_0);
  13 | 	__u64 v_3 = 2;
  13 | 	if (found_2) {
  13 | 		__u64 v_5 = *found_2;
  13 | 		v_3 = v_5;
     | 	}
  13 | 	__u64 count_6 = 0;
  13 | 	if (!(!found_2)) {
  13 | 		count_6 = v_3;
     | 	} else {
  13 | 		count_6 = 0;
     | 	}
  14 | 	__u64 *found_8 = bpf_map_lookup_elem(&h, &pid_u32_0);
  14 | 	__s64 status_9 = 0;
  14 | 	__u64 *there_10 = found_8;
  14 | 	if (!found_8) {
  14 | 		stored_u64 = count_6 + 1;
  14 | 		__s64 status_13 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 1);
  14 | 		status_9 = status_13;
  14 | 		if (status_13 == (-17)) {
  14 | 			__u64 *found_15 = bpf_map_lookup_elem(&h, &pid_u32_0);
  14 | 			there_10 = found_15;
  14 | 			status_9 = (-2);
     | 		}
     | 	}
  14 | 	if (there_10) {
  14 | 		__sync_fetch_and_add(there_10, 1);
  14 | 		status_9 = 0;
     | 	}
  15 | 	__s32 *found_16 = bpf_map_lookup_elem(&s, &slot_u32_2);
  15 | 	__s64 v_17 = 0;
  15 | 	if (found_16) {
  15 | 		__s64 v_18 = *found_16;
  15 | 		v_17 = v_18;
     | 	}
  15 | 	__s32 *found_20 = bpf_map_lookup_elem(&s, &slot_u32_2);
  15 | 	__s64 status_21 = 0;
  15 | 	__s32 *there_22 = found_20;
  15 | 	if (there_22) {
  15 | 		__sync_fetch_and_add(there_22, -pid_1);
  15 | 		status_21 = 0;
     | 	}
  15 | 	__s64 v_23 = 0;
  15 | 	__s64 v_24 = 0;
  15 | 	if (status_21 < 0) {
  15 | 		v_23 = 3;
  15 | 		v_24 = status_21;
     | 	} else {
  15 | 		v_23 = 1;
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop

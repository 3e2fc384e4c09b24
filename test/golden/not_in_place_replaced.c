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
  12 | 	__u64 *found_2 = bpf_map_lookup_elem(&h, &pid_u32_0);
  12 | 	__s64 status_3 = 0;
  12 | 	__u64 *there_4 = found_2;
  12 | 	if (!found_2) {
  12 | 		stored_u64 = 1;
  12 | 		__s64 status_6 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 1);
  12 | 		status_3 = status_6;
  12 | 		if (status_6 == (-17)) {
  12 | 			__u64 *found_8 = bpf_map_lookup_elem(&h, &pid_u32_0);
  12 | 			there_4 = found_8;
  12 | 			status_3 = (-2);
     | 		}
     | 	}
  12 | 	if (there_4) {
  12 | 		__u64 v_9 = *there_4;
  12 | 		stored_u64 = v_9 + 1;
  12 | 		__s64 status_11 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  12 | 		status_3 = status_11;
     | 	}
  13 | 	stored_u64 = 0;
  13 | 	__s64 status_12 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  13 | 	__s64 v_13 = 0;
  13 | 	__s64 v_14 = 0;
  13 | 	if (status_12 < 0) {
  13 | 		v_13 = 3;
  13 | 		v_14 = status_12;
     | 	} else {
  13 | 		v_13 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
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
  12 | 	__s64 v_2 = 0;
  12 | 	__s64 v_3 = 0;
  12 | 	__u64 *found_4 = bpf_map_lookup_elem(&h, &pid_u32_0);
  12 | 	__s64 status_5 = 0;
  12 | 	__u64 *there_6 = found_4;
  12 | 	if (!found_4) {
  12 | 		stored_u64 = 1;
  12 | 		__s64 status_8 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 1);
  12 | 		status_5 = status_8;
  12 | 		if (status_8 == (-17)) {
  12 | 			__u64 *found_10 = bpf_map_lookup_elem(&h, &pid_u32_0);
  12 | 			there_6 = found_10;
  12 | 			status_5 = (-2);
     | 		}
     | 	}
  12 | 	if (there_6) {
  12 | 		__u64 v_11 = *there_6;
  12 | 		stored_u64 = v_11 + 1;
  12 | 		__s64 status_13 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  12 | 		status_5 = status_13;
     | 	}
  12 | 	__s64 v_14 = 0;
  12 | 	__s64 v_15 = 0;
  12 | 	if (status_5 < 0) {
  12 | 		v_14 = 3;
  12 | 		v_15 = status_5;
     | 	} else {
  12 | 		v_14 = 1;
     | 	}
  12 | 	v_2 = v_14;
  12 | 	v_3 = v_15;
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

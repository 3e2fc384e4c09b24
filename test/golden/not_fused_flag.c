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
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u64 stored_u64;
  10 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  10 | 	__u64 pid_1 = v_0 >> 32;
  10 | 	__u32 pid_u32_0 = pid_1;
  11 | 	__s64 d_2 = bpf_get_smp_processor_id();
  12 | 	__u64 *found_3 = bpf_map_lookup_elem(&h, &pid_u32_0);
  12 | 	__u64 found_4 = 2;
  12 | 	__s64 found_part_5 = !found_3;
  12 | 	if (found_3) {
  12 | 		__u64 v_6 = *found_3;
  12 | 		found_4 = v_6;
     | 	}
  14 | 	__s64 v_8 = 0;
  14 | 	__s64 v_9 = 0;
  14 | 	if (!found_part_5) {
  15 | 		stored_u64 = found_4 + (__u64)d_2;
  15 | 		__s64 status_12 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 2);
  15 | 		__s64 v_13 = 0;
  15 | 		__s64 v_14 = 0;
  15 | 		if (status_12 < 0) {
  15 | 			v_13 = 3;
  15 | 			v_14 = status_12;
     | 		} else {
  15 | 			v_13 = 1;
     | 		}
  14 | 		v_8 = v_13;
  14 | 		v_9 = v_14;
     | 	} else {
  17 | 		stored_u64 = d_2;
  17 | 		__s64 status_16 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  17 | 		__s64 v_17 = 0;
  17 | 		__s64 v_18 = 0;
  17 | 		if (status_16 < 0) {
  17 | 			v_17 = 3;
  17 | 			v_18 = status_16;
     | 		} else {
  17 | 			v_17 = 1;
     | 		}
  14 | 		v_8 = v_17;
  14 | 		v_9 = v_18;
     | 	}
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop

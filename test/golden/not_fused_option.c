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
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__u64 stored_u64;
   9 | 	__u64 v_0 = bpf_get_current_pid_tgid();
   9 | 	__u64 pid_1 = v_0 >> 32;
   9 | 	__u32 pid_u32_0 = pid_1;
  10 | 	__s64 d_2 = bpf_get_smp_processor_id();
  11 | 	__u64 *found_3 = bpf_map_lookup_elem(&h, &pid_u32_0);
  11 | 	__u64 found_4 = 2;
  11 | 	__s64 found_part_5 = !found_3;
  11 | 	if (found_3) {
  11 | 		__u64 v_6 = *found_3;
  11 | 		found_4 = v_6;
     | 	}
  13 | 	__s64 v_8 = 0;
  13 | 	__s64 v_9 = 0;
  13 | 	if (!found_part_5) {
  14 | 		stored_u64 = found_4 + (__u64)d_2;
  14 | 		__s64 status_12 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  14 | 		__s64 v_13 = 0;
  14 | 		__s64 v_14 = 0;
  14 | 		if (status_12 < 0) {
  14 | 			v_13 = 3;
  14 | 			v_14 = status_12;
     | 		} else {
  14 | 			v_13 = 1;
     | 		}
  13 | 		v_8 = v_13;
  13 | 		v_9 = v_14;
     | 	} else {
  16 | 		stored_u64 = d_2;
  16 | 		__s64 status_16 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  16 | 		__s64 v_17 = 0;
  16 | 		__s64 v_18 = 0;
  16 | 		if (status_16 < 0) {
  16 | 			v_17 = 3;
  16 | 			v_18 = status_16;
     | 		} else {
  16 | 			v_17 = 1;
     | 		}
  13 | 		v_8 = v_17;
  13 | 		v_9 = v_18;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

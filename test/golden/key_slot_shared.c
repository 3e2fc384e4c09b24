     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u64 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } w SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  11 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  11 | 	__u64 pid_1 = v_0 >> 32;
  11 | 	__u64 pid_u64_2 = pid_1;
  11 | 	__u32 pid_u32_0 = pid_1;
  12 | 	__u64 *found_2 = bpf_map_lookup_elem(&h, &pid_u32_0);
  12 | 	__u64 found_3 = 2;
  12 | 	__s64 found_part_4 = !found_2;
  12 | 	if (found_2) {
  12 | 		__u64 v_5 = *found_2;
  12 | 		found_3 = v_5;
     | 	}
  13 | 	bpf_map_delete_elem(&h, &pid_u32_0);
  15 | 	__s64 v_8 = 0;
  15 | 	__s64 v_9 = 0;
  15 | 	if (!found_part_4) {
  16 | 		stored_u64 = found_3 * 3;
  16 | 		__s64 status_12 = bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  16 | 		__s64 v_13 = 0;
  16 | 		__s64 v_14 = 0;
  16 | 		if (status_12 < 0) {
  16 | 			v_13 = 3;
  16 | 			v_14 = status_12;
     | 		} else {
  16 | 			v_13 = 1;
     | 		}
  15 | 		v_8 = v_13;
  15 | 		v_9 = v_14;
     | 	} else {
  18 | 		stored_u64 = 0;
  18 | 		__s64 status_16 = bpf_map_update_elem(&w, &pid_u64_2, &stored_u64, 0);
  18 | 		__s64 v_17 = 0;
  18 | 		__s64 v_18 = 0;
  18 | 		if (status_16 < 0) {
  18 | 			v_17 = 3;
  18 | 			v_18 = status_16;
     | 		} else {
  18 | 			v_17 = 1;
     | 		}
  15 | 		v_8 = v_17;
  15 | 		v_9 = v_18;
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

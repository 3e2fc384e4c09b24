     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__s64 status_0 = bpf_map_delete_elem(&h, &slot_u32_0);
  10 | 	__s64 v_1 = 0;
  10 | 	__s64 v_2 = 0;
  10 | 	if (status_0 < 0) {
  10 | 		v_1 = 3;
  10 | 		v_2 = status_0;
     | 	} else {
  10 | 		v_1 = 1;
     | 	}
  10 | 	__s64 result_part_4 = 0;
  10 | 	__s64 v_5 = 0;
  10 | 	if (v_1 == 1) {
  10 | 		result_part_4 = 1;
     | 	} else {
  10 | 		if (v_2 == (-2)) {
  10 | 			result_part_4 = 1;
     | 		} else {
  10 | 			result_part_4 = 3;
  10 | 			v_5 = v_2;
     | 		}
     | 	}
  16 | 	__s64 v_9 = 0;
  16 | 	if (result_part_4 == 1) {
  16 | 		v_9 = 0;
     | 	} else {
  16 | 		v_9 = 1;
     | 	}
  16 | 	return v_9;
     | }
  17 | #pragma clang attribute pop

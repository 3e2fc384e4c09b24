     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
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
  11 | 	__u32 slot_u32_1 = 2;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
  10 | 	__u64 found_1 = 2;
  10 | 	__s64 found_part_2 = !found_0;
  10 | 	if (found_0) {
  10 | 		__u64 v_3 = *found_0;
  10 | 		found_1 = v_3;
     | 	}
  11 | 	stored_u64 = 0;
  11 | 	bpf_map_update_elem(&h, &slot_u32_1, &stored_u64, 0);
  13 | 	__s64 v_6 = 0;
  13 | 	__s64 v_7 = 0;
  13 | 	__s64 v_8 = 0;
  13 | 	if (!found_part_2) {
  14 | 		stored_u64 = found_1 + 1;
  14 | 		__s64 status_11 = bpf_map_update_elem(&h, &slot_u32_0, &stored_u64, 0);
  14 | 		__s64 v_12 = 0;
  14 | 		__s64 v_13 = 0;
  14 | 		if (status_11 < 0) {
  14 | 			v_12 = 3;
  14 | 			v_13 = status_11;
     | 		} else {
  14 | 			v_12 = 1;
     | 		}
  13 | 		v_6 = 3;
  13 | 		v_7 = v_12;
  13 | 		v_8 = v_13;
     | 	} else {
  13 | 		v_6 = 2;
  13 | 		v_7 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  10 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_2 = 0;
  11 | 	__u32 slot_u32_0 = 1;
  11 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
  11 | 	__u64 found_1 = 2;
  11 | 	__s64 found_part_2 = !found_0;
  11 | 	if (found_0) {
  11 | 		__u64 v_3 = *found_0;
  11 | 		found_1 = v_3;
     | 	}
  13 | 	__s64 v_5 = 0;
  13 | 	__s64 v_6 = 0;
  13 | 	__s64 v_7 = 0;
  13 | 	if (!found_part_2) {
  14 | 		__u64 sum_9 = found_1 + 1;
  15 | 		stored_u64 = sum_9;
  15 | 		bpf_map_update_elem(&h, &slot_u32_0, &stored_u64, 0);
  16 | 		stored_s64 = sum_9;
  16 | 		__s64 status_11 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  16 | 		__s64 v_12 = 0;
  16 | 		__s64 v_13 = 0;
  16 | 		if (status_11 < 0) {
  16 | 			v_12 = 3;
  16 | 			v_13 = status_11;
     | 		} else {
  16 | 			v_12 = 1;
     | 		}
  13 | 		v_5 = 3;
  13 | 		v_6 = v_12;
  13 | 		v_7 = v_13;
     | 	} else {
  13 | 		v_5 = 2;
  13 | 		v_6 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

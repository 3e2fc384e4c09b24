     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  23 | 	__u32 slot_u32_5 = 3;
  22 | 	__u32 slot_u32_3 = 2;
  16 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  11 | 	__s64 n_3 = n_1 + 1;
  14 | 	__s64 result__5 = 0;
  14 | 	if (5 < n_3) {
  15 | 		__s64 n_8 = n_3 * 2;
  16 | 		stored_s64 = n_8;
  16 | 		bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  14 | 		result__5 = n_8;
     | 	} else {
  14 | 		result__5 = n_3 - 1;
     | 	}
  22 | 	stored_s64 = n_3;
  22 | 	bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  23 | 	stored_s64 = result__5;
  23 | 	__s64 status_12 = bpf_map_update_elem(&s, &slot_u32_5, &stored_s64, 0);
  23 | 	__s64 v_13 = 0;
  23 | 	__s64 v_14 = 0;
  23 | 	if (status_12 < 0) {
  23 | 		v_13 = 3;
  23 | 		v_14 = status_12;
     | 	} else {
  23 | 		v_13 = 1;
     | 	}
  23 | 	return 0;
     | }
  24 | #pragma clang attribute pop

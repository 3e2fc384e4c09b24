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
  11 | 	__u32 slot_u32_3 = 3;
  11 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 v_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		v_1 = v_2;
     | 	}
  10 | 	__s64 i_3 = v_1 & 7;
  10 | 	__u32 i_u32_2 = i_3;
  11 | 	__s64 *found_4 = bpf_map_lookup_elem(&s, &i_u32_2);
  11 | 	__s64 v_5 = 0;
  11 | 	if (found_4) {
  11 | 		__s64 v_6 = *found_4;
  11 | 		v_5 = v_6;
     | 	}
  11 | 	__s64 *found_7 = bpf_map_lookup_elem(&s, &slot_u32_3);
  11 | 	__s64 v_8 = 0;
  11 | 	if (found_7) {
  11 | 		__s64 v_9 = *found_7;
  11 | 		v_8 = v_9;
     | 	}
  11 | 	stored_s64 = v_5 + v_8;
  11 | 	__s64 status_11 = bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  11 | 	__s64 v_12 = 0;
  11 | 	__s64 v_13 = 0;
  11 | 	if (status_11 < 0) {
  11 | 		v_12 = 3;
  11 | 		v_13 = status_11;
     | 	} else {
  11 | 		v_12 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

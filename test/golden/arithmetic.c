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
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_12 = 7;
  15 | 	__u32 slot_u32_10 = 6;
  14 | 	__u32 slot_u32_8 = 5;
  13 | 	__u32 slot_u32_6 = 4;
  12 | 	__u32 slot_u32_4 = 3;
  11 | 	__u32 slot_u32_2 = 2;
  10 | 	__u32 slot_u32_1 = 1;
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
   9 | 	__s64 a_1 = 0;
   9 | 	if (found_0) {
   9 | 		__s64 v_2 = *found_0;
   9 | 		a_1 = v_2;
     | 	}
  10 | 	__s64 *found_3 = bpf_map_lookup_elem(&s, &slot_u32_1);
  10 | 	__s64 b_4 = 0;
  10 | 	if (found_3) {
  10 | 		__s64 v_5 = *found_3;
  10 | 		b_4 = v_5;
     | 	}
  11 | 	stored_s64 = a_1 + b_4;
  11 | 	bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  12 | 	stored_s64 = a_1 - b_4;
  12 | 	bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  13 | 	stored_s64 = a_1 * b_4;
  13 | 	bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  14 | 	stored_s64 = -a_1;
  14 | 	bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  15 | 	stored_s64 = b_4;
  15 | 	bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  16 | 	stored_s64 = (a_1 + 1) - (b_4 * 2);
  16 | 	__s64 status_18 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  16 | 	__s64 v_19 = 0;
  16 | 	__s64 v_20 = 0;
  16 | 	if (status_18 < 0) {
  16 | 		v_19 = 3;
  16 | 		v_20 = status_18;
     | 	} else {
  16 | 		v_19 = 1;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

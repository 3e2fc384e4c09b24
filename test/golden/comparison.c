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
  11 | 	__s64 v_7 = 0;
  11 | 	if (a_1 == b_4) {
  11 | 		v_7 = 1;
     | 	} else {
  11 | 		v_7 = 0;
     | 	}
  11 | 	stored_s64 = v_7;
  11 | 	bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  12 | 	__s64 v_13 = 0;
  12 | 	if (a_1 != b_4) {
  12 | 		v_13 = 1;
     | 	} else {
  12 | 		v_13 = 0;
     | 	}
  12 | 	stored_s64 = v_13;
  12 | 	bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  13 | 	__s64 v_18 = 0;
  13 | 	if (a_1 < b_4) {
  13 | 		v_18 = 1;
     | 	} else {
  13 | 		v_18 = 0;
     | 	}
  13 | 	stored_s64 = v_18;
  13 | 	bpf_map_update_elem(&s, &slot_u32_6, &stored_s64, 0);
  14 | 	__s64 v_23 = 0;
  14 | 	if (a_1 <= b_4) {
  14 | 		v_23 = 1;
     | 	} else {
  14 | 		v_23 = 0;
     | 	}
  14 | 	stored_s64 = v_23;
  14 | 	bpf_map_update_elem(&s, &slot_u32_8, &stored_s64, 0);
  15 | 	__s64 v_28 = 0;
  15 | 	if (b_4 < a_1) {
  15 | 		v_28 = 1;
     | 	} else {
  15 | 		v_28 = 0;
     | 	}
  15 | 	stored_s64 = v_28;
  15 | 	bpf_map_update_elem(&s, &slot_u32_10, &stored_s64, 0);
  16 | 	__s64 v_33 = 0;
  16 | 	if (b_4 <= a_1) {
  16 | 		v_33 = 1;
     | 	} else {
  16 | 		v_33 = 0;
     | 	}
  16 | 	stored_s64 = v_33;
  16 | 	__s64 status_36 = bpf_map_update_elem(&s, &slot_u32_12, &stored_s64, 0);
  16 | 	__s64 v_37 = 0;
  16 | 	__s64 v_38 = 0;
  16 | 	if (status_36 < 0) {
  16 | 		v_37 = 3;
  16 | 		v_38 = status_36;
     | 	} else {
  16 | 		v_37 = 1;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

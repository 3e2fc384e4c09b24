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
  14 | 	__u32 slot_u32_3 = 2;
  13 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  12 | 	__s64 x_4 = 0;
  12 | 	__s64 x_part_5 = 0;
  12 | 	if (100 < n_1) {
  12 | 		x_4 = n_1;
  12 | 		x_part_5 = 0;
     | 	} else {
  12 | 		x_4 = 0;
  12 | 		x_part_5 = 1;
     | 	}
  13 | 	__s64 v_8 = 0;
  13 | 	if (x_part_5 != 1) {
  13 | 		v_8 = x_4;
     | 	} else {
  13 | 		v_8 = (-1);
     | 	}
  13 | 	stored_s64 = v_8;
  13 | 	bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  14 | 	__s64 v_12 = 0;
  14 | 	if (100 < n_1) {
  14 | 		v_12 = 0;
     | 	} else {
  14 | 		v_12 = 1;
     | 	}
  14 | 	__s64 v_15 = 0;
  14 | 	__s64 v_16 = 0;
  14 | 	__s64 v_17 = 0;
  14 | 	if (v_12) {
  14 | 		stored_s64 = n_1;
  14 | 		__s64 status_19 = bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  14 | 		__s64 v_20 = 0;
  14 | 		__s64 v_21 = 0;
  14 | 		if (status_19 < 0) {
  14 | 			v_20 = 3;
  14 | 			v_21 = status_19;
     | 		} else {
  14 | 			v_20 = 1;
     | 		}
  14 | 		v_15 = 3;
  14 | 		v_16 = v_20;
  14 | 		v_17 = v_21;
     | 	} else {
  14 | 		v_15 = 0;
  14 | 		v_16 = 1;
     | 	}
  14 | 	return 0;
     | }
  15 | #pragma clang attribute pop

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
  18 | static inline __attribute__((always_inline)) int honey_reset_1(__s64 key_0, __s64 *result_0, __s64 *result_1)
     | {
  18 | 	__u64 stored_u64;
  18 | 	__u32 key_u32_0 = key_0;
  18 | 	stored_u64 = 0;
  18 | 	__s64 status_1 = bpf_map_update_elem(&h, &key_u32_0, &stored_u64, 0);
  18 | 	__s64 v_2 = 0;
  18 | 	__s64 v_3 = 0;
  18 | 	if (status_1 < 0) {
  18 | 		v_2 = 3;
  18 | 		v_3 = status_1;
     | 	} else {
  18 | 		v_2 = 1;
     | 	}
  18 | 	*result_0 = v_2;
  18 | 	*result_1 = v_3;
  18 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u64 stored_u64;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
  10 | 	__u64 found_1 = 2;
  10 | 	__s64 found_part_2 = !found_0;
  10 | 	if (found_0) {
  10 | 		__u64 v_3 = *found_0;
  10 | 		found_1 = v_3;
     | 	}
  11 | 	__s64 v_4;
  11 | 	__s64 v_5;
  11 | 	honey_reset_1(2, &v_4, &v_5);
  13 | 	__s64 v_7 = 0;
  13 | 	__s64 v_8 = 0;
  13 | 	__s64 v_9 = 0;
  13 | 	asm volatile("" : : "i"(0));
  13 | 	if (!found_part_2) {
  14 | 		stored_u64 = found_1 + 1;
  14 | 		__s64 status_12 = bpf_map_update_elem(&h, &slot_u32_0, &stored_u64, 0);
  14 | 		__s64 v_13 = 0;
  14 | 		__s64 v_14 = 0;
  14 | 		if (status_12 < 0) {
  14 | 			v_13 = 3;
  14 | 			v_14 = status_12;
     | 		} else {
  14 | 			v_13 = 1;
     | 		}
  13 | 		v_7 = 3;
  13 | 		v_8 = v_13;
  13 | 		v_9 = v_14;
     | 	} else {
  13 | 		v_7 = 2;
  13 | 		v_8 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  14 | static inline __attribute__((always_inline)) __s64 honey_of_case_1(__u64 found_0, __s64 found_part_1)
     | {
  15 | 	__s64 v_2 = 0;
  15 | 	if ((found_part_1 != 0) || (3 < found_0)) {
  15 | 		v_2 = 1;
     | 	} else {
  15 | 		if ((found_part_1 == 0) && (((__s64)found_0) < 10)) {
  15 | 			v_2 = 2;
     | 		} else {
  15 | 			v_2 = 3;
     | 		}
     | 	}
  18 | 	return v_2;
     | }
  22 | static inline __attribute__((always_inline)) __s64 honey_narrowed_2(__u64 found_0, __s64 found_part_1)
     | {
  23 | 	__s64 v_2 = 0;
  23 | 	if ((found_part_1 == 0) && (3 < found_0)) {
  23 | 		v_2 = 1;
     | 	} else {
  23 | 		if (found_part_1 == 1) {
  23 | 			v_2 = 2;
     | 		} else {
  23 | 			if (2 <= ((__s64)found_0)) {
  23 | 				v_2 = 3;
     | 			} else {
  23 | 				v_2 = 4;
     | 			}
     | 		}
     | 	}
  27 | 	return v_2;
     | }
  31 | static inline __attribute__((always_inline)) __s64 honey_of_function_3(__u64 n_0, __s64 n_part_1)
     | {
  31 | 	__s64 v_2 = 0;
  31 | 	if ((n_part_1 != 0) || (8 <= n_0)) {
  31 | 		v_2 = 1;
     | 	} else {
  31 | 		v_2 = 2;
     | 	}
  32 | 	return v_2;
     | }
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
   9 | 	__u64 found_1 = 2;
   9 | 	__s64 found_part_2 = !found_0;
   9 | 	asm volatile("" : "+r"(found_part_2));
   9 | 	if (found_0) {
   9 | 		__u64 v_3 = *found_0;
   9 | 		found_1 = v_3;
     | 	}
  10 | 	__s64 v_4 = honey_of_case_1(found_1, found_part_2);
  10 | 	__s64 v_5 = honey_narrowed_2(found_1, found_part_2);
  10 | 	__s64 v_6 = v_4 + v_5;
  10 | 	__s64 v_7 = honey_of_function_3(found_1, found_part_2);
  10 | 	return v_6 + v_7;
     | }
  11 | #pragma clang attribute pop

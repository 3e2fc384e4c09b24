     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) int honey_checked_1(__s64 n_0, __s64 *result, __s64 *result_part)
     | {
  16 | 	__s64 v_1 = 0;
  16 | 	__s64 v_2 = 0;
  16 | 	if (n_0 < 0) {
  16 | 		v_1 = 5;
  16 | 		v_2 = 2;
     | 	} else {
  16 | 		if (1000 < n_0) {
  16 | 			v_1 = 6;
  16 | 			v_2 = 2;
     | 		} else {
  16 | 			v_1 = n_0;
  16 | 			v_2 = 0;
     | 		}
     | 	}
  18 | 	*result = v_1;
  18 | 	*result_part = v_2;
  18 | 	return 0;
     | }
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
   9 | 	__s64 v_1 = 0;
   9 | 	if (found_0) {
   9 | 		__s64 v_2 = *found_0;
   9 | 		v_1 = v_2;
     | 	}
   9 | 	__s64 n_3;
   9 | 	__s64 v_4;
   9 | 	honey_checked_1(v_1, &n_3, &v_4);
   9 | 	__s64 v_5 = 0;
   9 | 	if ((v_4 == 2) && (n_3 == 5)) {
   9 | 		v_5 = 1;
     | 	} else {
   9 | 		if (v_4 == 2) {
   9 | 			v_5 = 2;
     | 		} else {
   9 | 			v_5 = n_3;
     | 		}
     | 	}
  12 | 	return v_5;
     | }
  13 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) int honey_checked_1(__s64 n_0, __s64 *result_0, __s64 *result_1, __s64 *result_2)
     | {
  16 | 	__s64 v_1 = 0;
  16 | 	__s64 v_2 = 0;
  16 | 	__s64 v_3 = 0;
  16 | 	if (n_0 < 0) {
  16 | 		v_2 = 3;
  16 | 		v_3 = 6;
     | 	} else {
  16 | 		if (1000 < n_0) {
  16 | 			v_2 = 3;
  16 | 			v_3 = 7;
     | 		} else {
  16 | 			v_1 = n_0;
  16 | 			v_2 = 0;
     | 		}
     | 	}
  18 | 	*result_0 = v_1;
  18 | 	*result_1 = v_2;
  18 | 	*result_2 = v_3;
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
   9 | 	__s64 v_5;
   9 | 	honey_checked_1(v_1, &n_3, &v_4, &v_5);
   9 | 	__s64 v_6 = 0;
   9 | 	if ((v_4 == 3) && (v_5 == 6)) {
   9 | 		v_6 = 1;
     | 	} else {
   9 | 		if (v_4 == 3) {
   9 | 			v_6 = 2;
     | 		} else {
   9 | 			v_6 = n_3;
     | 		}
     | 	}
  12 | 	return v_6;
     | }
  13 | #pragma clang attribute pop

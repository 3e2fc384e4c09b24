     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | static inline __attribute__((always_inline)) int honey_factorial_1(__s64 n_0, __s64 *result_0)
     | {
  13 | 	__s64 v_1 = 0;
  13 | 	if (n_0 == 0) {
  13 | 		v_1 = 1;
     | 	} else {
  14 | 		honey_raise(0);
  14 | 		return 1;
     | 	}
  14 | 	*result_0 = v_1;
  14 | 	return 0;
     | }
  13 | static inline __attribute__((always_inline)) int honey_factorial_2(__s64 n_0, __s64 *result_0)
     | {
  13 | 	__s64 v_1 = 0;
  13 | 	if (n_0 == 0) {
  13 | 		v_1 = 1;
     | 	} else {
  14 | 		__s64 v_4;
  14 | 		if (honey_factorial_1(n_0 - 1, &v_4))
  14 | 			return 1;
  13 | 		v_1 = n_0 * v_4;
     | 	}
  14 | 	*result_0 = v_1;
  14 | 	return 0;
     | }
  13 | static inline __attribute__((always_inline)) int honey_factorial_3(__s64 n_0, __s64 *result_0)
     | {
  13 | 	__s64 v_1 = 0;
  13 | 	if (n_0 == 0) {
  13 | 		v_1 = 1;
     | 	} else {
  14 | 		__s64 v_4;
  14 | 		if (honey_factorial_2(n_0 - 1, &v_4))
  14 | 			return 1;
  13 | 		v_1 = n_0 * v_4;
     | 	}
  14 | 	*result_0 = v_1;
  14 | 	return 0;
     | }
  13 | static inline __attribute__((always_inline)) int honey_factorial_4(__s64 n_0, __s64 *result_0)
     | {
  13 | 	__s64 v_1 = 0;
  13 | 	if (n_0 == 0) {
  13 | 		v_1 = 1;
     | 	} else {
  14 | 		__s64 v_4;
  14 | 		if (honey_factorial_3(n_0 - 1, &v_4))
  14 | 			return 1;
  13 | 		v_1 = n_0 * v_4;
     | 	}
  14 | 	*result_0 = v_1;
  14 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 v_1;
  10 | 	if (honey_factorial_4(v_0, &v_1))
  10 | 		return 0;
  10 | 	stored_s64 = v_1;
  10 | 	__s64 status_2 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 	__s64 v_3 = 0;
  10 | 	__s64 v_4 = 0;
  10 | 	if (status_2 < 0) {
  10 | 		v_3 = 3;
  10 | 		v_4 = status_2;
     | 	} else {
  10 | 		v_3 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

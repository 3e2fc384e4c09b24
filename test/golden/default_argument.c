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
  13 | static inline __attribute__((always_inline)) __s64 honey_scale_1(__s64 n_0, __s64 factor_1)
     | {
  13 | 	return n_0 * factor_1;
     | }
  13 | static inline __attribute__((always_inline)) __s64 honey_scale_2(__s64 v_0)
     | {
  13 | 	__s64 v_1 = honey_scale_1(v_0, 10);
  13 | 	return v_1;
     | }
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
  10 | 	__u32 slot_u32_3 = 2;
   9 | 	__u32 slot_u32_1 = 0;
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_1);
   9 | 	__s64 v_1 = 0;
   9 | 	if (found_0) {
   9 | 		__s64 v_2 = *found_0;
   9 | 		v_1 = v_2;
     | 	}
   9 | 	__s64 v_3 = honey_scale_2(v_1);
   9 | 	stored_s64 = v_3;
   9 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 	__s64 v_5 = honey_scale_1(4, 5);
  10 | 	stored_s64 = v_5;
  10 | 	__s64 status_6 = bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  10 | 	__s64 v_7 = 0;
  10 | 	__s64 v_8 = 0;
  10 | 	if (status_6 < 0) {
  10 | 		v_7 = 3;
  10 | 		v_8 = status_6;
     | 	} else {
  10 | 		v_7 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | static inline __attribute__((always_inline)) __s64 honey_double__1(__s64 n_0)
     | {
  12 | 	return n_0 * 2;
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
   9 | 	__s64 v_3 = honey_double__1(v_1);
   9 | 	return v_3 + 1;
     | }
  10 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_divide_ss(__s64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(honey_magnitude(a)) / honey_magnitude(b);
     |
     | 	return (a < 0) != (b < 0) ? -quotient : quotient;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_remainder_ss(__s64 a, __s64 b)
     | {
     | 	__u64 rest = honey_magnitude(a) % honey_magnitude(b);
     |
     | 	return a < 0 ? -rest : rest;
     | }
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
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
  11 | 	if (b_4 == 0) {
  11 | 		honey_raise(0);
  11 | 		return 0;
     | 	}
  11 | 	stored_s64 = honey_divide_ss(a_1, b_4);
  11 | 	bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  12 | 	if (b_4 == 0) {
  12 | 		honey_raise(1);
  12 | 		return 0;
     | 	}
  12 | 	stored_s64 = honey_remainder_ss(a_1, b_4);
  12 | 	__s64 status_11 = bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  12 | 	__s64 v_12 = 0;
  12 | 	__s64 v_13 = 0;
  12 | 	if (status_11 < 0) {
  12 | 		v_12 = 3;
  12 | 		v_13 = status_11;
     | 	} else {
  12 | 		v_12 = 1;
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

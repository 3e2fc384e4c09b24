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
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_divide_us(__u64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(a) / honey_magnitude(b);
     |
     | 	return b < 0 ? -quotient : quotient;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_remainder_su(__s64 a, __u64 b)
     | {
     | 	__u64 rest = honey_magnitude(a) % b;
     |
     | 	return a < 0 ? -rest : rest;
     | }
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 stored_s64;
  18 | 	__u32 slot_u32_7 = 5;
  17 | 	__u32 slot_u32_5 = 4;
  15 | 	__u32 slot_u32_3 = 3;
  14 | 	__u32 slot_u32_1 = 2;
  11 | 	__u32 slot_u32_0 = 0;
  11 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  11 | 	__s64 a_1 = 0;
  11 | 	if (found_0) {
  11 | 		__s64 v_2 = *found_0;
  11 | 		a_1 = v_2;
     | 	}
  12 | 	__u64 *found_3 = bpf_map_lookup_elem(&u, &slot_u32_0);
  12 | 	__u64 u_4 = 0;
  12 | 	if (found_3) {
  12 | 		__u64 v_5 = *found_3;
  12 | 		u_4 = v_5;
     | 	}
  13 | 	__s64 v_8 = 0;
  13 | 	if (a_1 != 0) {
  13 | 		v_8 = u_4 != 0;
     | 	} else {
  13 | 		v_8 = 0;
     | 	}
  13 | 	if (v_8) {
  14 | 		if (a_1 == 0) {
  14 | 			honey_raise(0);
  14 | 			return 0;
     | 		}
  14 | 		stored_s64 = honey_divide_us(u_4, a_1);
  14 | 		bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  15 | 		stored_s64 = honey_remainder_su(a_1, u_4);
  15 | 		bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
     | 	}
  17 | 	stored_s64 = honey_divide_ss(a_1, 10);
  17 | 	bpf_map_update_elem(&s, &slot_u32_5, &stored_s64, 0);
  18 | 	stored_s64 = (__u64)u_4 % (__u64)10;
  18 | 	__s64 status_22 = bpf_map_update_elem(&s, &slot_u32_7, &stored_s64, 0);
  18 | 	__s64 v_23 = 0;
  18 | 	__s64 v_24 = 0;
  18 | 	if (status_22 < 0) {
  18 | 		v_23 = 3;
  18 | 		v_24 = status_22;
     | 	} else {
  18 | 		v_23 = 1;
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_shift_left_s64(__s64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? 0 : a << count;
     | 	return count < -63 ? a >> 63 : a >> -count;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_shift_right_s64(__s64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? a >> 63 : a >> count;
     | 	return count < -63 ? 0 : a << -count;
     | }
     | static inline __attribute__((always_inline, nodebug)) int honey_outside_s64(__int128 exact)
     | {
     | 	return exact != (__s64)exact;
     | }
     | static inline __attribute__((always_inline, nodebug)) int honey_outside_u64(__int128 exact)
     | {
     | 	return exact != (__u64)exact;
     | }
     | #define honey_sign(x) ((x) < 0 ? ~0ull : 0)
     | static inline __attribute__((always_inline, nodebug)) __u64
     | honey_product_high(__u64 a, __u64 b, __u64 a_sign, __u64 b_sign)
     | {
     | 	__u64 a_low = a & ~0u, a_high = a >> 32, b_low = b & ~0u, b_high = b >> 32;
     | 	__u64 left = a_high * b_low + (honey_opaque(a_low * b_low) >> 32);
     | 	__u64 right = a_low * b_high + (left & ~0u);
     | 	__u64 high = a_high * b_high + (left >> 32) + (right >> 32);
     |
     | 	return high - (a_sign & b) - (b_sign & a);
     | }
     | static inline __attribute__((always_inline, nodebug)) int
     | honey_shift_left_overflows_s64(__s64 a, __s64 count)
     | {
     | 	return count > 0 && (count > 63 ? a != 0 : (a << count) >> count != a);
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
     | __u64 honey_raised[5];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_9 = 6;
  15 | 	__u32 slot_u32_7 = 5;
  14 | 	__u32 slot_u32_5 = 4;
  13 | 	__u32 slot_u32_3 = 3;
  12 | 	__u32 slot_u32_1 = 2;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 a_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		a_1 = v_2;
     | 	}
  11 | 	__u64 *found_3 = bpf_map_lookup_elem(&u, &slot_u32_0);
  11 | 	__u64 u_4 = 0;
  11 | 	if (found_3) {
  11 | 		__u64 v_5 = *found_3;
  11 | 		u_4 = v_5;
     | 	}
  12 | 	if (honey_outside_u64((__int128)a_1 + u_4)) {
  12 | 		honey_raise(0);
  12 | 		return 0;
     | 	}
  12 | 	stored_s64 = (__u64)a_1 + u_4;
  12 | 	bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  13 | 	if (honey_outside_s64((__int128)a_1 - 1)) {
  13 | 		honey_raise(1);
  13 | 		return 0;
     | 	}
  13 | 	stored_s64 = a_1 - 1;
  13 | 	bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  14 | 	if (honey_product_high(a_1, 3, honey_sign(a_1), honey_sign(3)) != honey_sign((__s64)(a_1 * 3))) {
  14 | 		honey_raise(2);
  14 | 		return 0;
     | 	}
  14 | 	stored_s64 = a_1 * 3;
  14 | 	bpf_map_update_elem(&s, &slot_u32_5, &stored_s64, 0);
  15 | 	if (honey_outside_s64(-(__int128)a_1)) {
  15 | 		honey_raise(3);
  15 | 		return 0;
     | 	}
  15 | 	stored_s64 = -a_1;
  15 | 	bpf_map_update_elem(&s, &slot_u32_7, &stored_s64, 0);
  16 | 	if (honey_shift_left_overflows_s64(a_1, 3)) {
  16 | 		honey_raise(4);
  16 | 		return 0;
     | 	}
  16 | 	stored_s64 = a_1 << 3;
  16 | 	__s64 status_20 = bpf_map_update_elem(&s, &slot_u32_9, &stored_s64, 0);
  16 | 	__s64 v_21 = 0;
  16 | 	__s64 v_22 = 0;
  16 | 	if (status_20 < 0) {
  16 | 		v_21 = 3;
  16 | 		v_22 = status_20;
     | 	} else {
  16 | 		v_21 = 1;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

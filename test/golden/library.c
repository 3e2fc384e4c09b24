     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
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
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[1u];
     | } numbers SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[16u];
     | } seen SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | static inline __attribute__((always_inline)) int honey_saw_1(__u64 n_0, __s64 *result_0, __s64 *result_1)
     | {
   9 | 	__u64 stored_u64;
   9 | 	__u32 n_u32_0 = n_0;
   9 | 	stored_u64 = 1;
   9 | 	__s64 status_1 = bpf_map_update_elem(&seen, &n_u32_0, &stored_u64, 0);
   9 | 	__s64 v_2 = 0;
   9 | 	__s64 v_3 = 0;
   9 | 	if (status_1 < 0) {
   9 | 		v_2 = 3;
   9 | 		v_3 = status_1;
     | 	} else {
   9 | 		v_2 = 1;
     | 	}
   9 | 	*result_0 = v_2;
   9 | 	*result_1 = v_3;
   9 | 	return 0;
     | }
  20 | static inline __attribute__((always_inline)) __u64 honey_note_2(__u64 n_0)
     | {
  21 | 	__s64 v_1;
  21 | 	__s64 v_2;
  21 | 	honey_saw_1(n_0, &v_1, &v_2);
  22 | 	return n_0;
     | }
   8 | static inline __attribute__((always_inline)) int honey_twice_3(__u64 n_0, __u64 *result_0)
     | {
   8 | 	if (honey_product_high(n_0, 2, honey_sign(n_0), honey_sign(2)) != 0) {
   8 | 		honey_raise(0);
   8 | 		return 1;
     | 	}
   8 | 	*result_0 = n_0 * 2;
   8 | 	return 0;
     | }
   9 | static inline __attribute__((always_inline)) int honey_saw_4(__s64 n_0, __s64 *result_0, __s64 *result_1)
     | {
   9 | 	__u64 stored_u64;
   9 | 	__u32 n_u32_0 = n_0;
   9 | 	stored_u64 = 1;
   9 | 	__s64 status_1 = bpf_map_update_elem(&seen, &n_u32_0, &stored_u64, 0);
   9 | 	__s64 v_2 = 0;
   9 | 	__s64 v_3 = 0;
   9 | 	if (status_1 < 0) {
   9 | 		v_2 = 3;
   9 | 		v_3 = status_1;
     | 	} else {
   9 | 		v_2 = 1;
     | 	}
   9 | 	*result_0 = v_2;
   9 | 	*result_1 = v_3;
   9 | 	return 0;
     | }
  20 | static inline __attribute__((always_inline)) __s64 honey_note_5(__s64 n_0)
     | {
  21 | 	__s64 v_1;
  21 | 	__s64 v_2;
  21 | 	honey_saw_4(n_0, &v_1, &v_2);
  22 | 	return n_0;
     | }
  12 | static inline __attribute__((always_inline)) __s64 honey_lower_6(__u64 n_0, __s64 high_1)
     | {
  12 | 	__s64 v_2 = high_1 < 0 || (__u64)high_1 < n_0;
  12 | 	__s64 v_3 = 0;
  12 | 	if (v_2) {
  12 | 		__s64 v_5 = honey_note_5(high_1);
  12 | 		v_3 = v_5;
     | 	} else {
  12 | 		v_3 = (__s64)n_0;
     | 	}
  12 | 	return v_3;
     | }
  13 | static inline __attribute__((always_inline)) __s64 honey_upper_7(__s64 n_0, __s64 low_1)
     | {
  13 | 	__s64 v_3 = 0;
  13 | 	if (n_0 < low_1) {
  13 | 		v_3 = low_1;
     | 	} else {
  13 | 		v_3 = n_0;
     | 	}
  13 | 	return v_3;
     | }
   7 | static inline __attribute__((always_inline)) int honey_clamp_8(__u64 n_0, __s64 low_1, __s64 high_2, __s64 *result_0)
     | {
   7 | 	__s64 v_3 = 0;
   7 | 	if (low_1 <= high_2) {
   7 | 		__s64 v_5 = honey_lower_6(n_0, high_2);
   7 | 		__s64 v_6 = honey_upper_7(v_5, low_1);
   7 | 		v_3 = v_6;
     | 	} else {
   7 | 		honey_raise(1);
   7 | 		return 1;
     | 	}
   7 | 	*result_0 = v_3;
   7 | 	return 0;
     | }
   7 | static inline __attribute__((always_inline)) int honey_clamp_9(__u64 v_0, __s64 v_1, __s64 *result_0)
     | {
   7 | 	__s64 v_2;
   7 | 	if (honey_clamp_8(v_0, 0, v_1, &v_2))
   7 | 		return 1;
   7 | 	*result_0 = v_2;
   7 | 	return 0;
     | }
  35 | SEC("syscall") int run(void *ctx)
     | {
  36 | 	__u32 slot_u32_0 = 0;
  36 | 	__u64 *found_0 = bpf_map_lookup_elem(&numbers, &slot_u32_0);
  36 | 	__u64 n_1 = 0;
  36 | 	if (found_0) {
  36 | 		__u64 v_2 = *found_0;
  36 | 		n_1 = v_2;
     | 	}
  37 | 	__u64 v_4 = honey_note_2(n_1 * 2);
  37 | 	__u64 v_5;
  37 | 	if (honey_twice_3(n_1, &v_5))
  37 | 		return 0;
  37 | 	__u64 v_6 = v_4 + v_5;
  37 | 	__s64 v_7;
  37 | 	if (honey_clamp_9(n_1, 10, &v_7))
  37 | 		return 0;
  37 | 	__u64 v_8 = v_6 + (__u64)v_7;
  37 | 	__s64 v_9;
  37 | 	if (honey_clamp_8(n_1, 5, 20, &v_9))
  37 | 		return 0;
  37 | 	return v_8 + (__u64)v_9;
     | }
  38 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_remainder_ss(__s64 a, __s64 b)
     | {
     | 	__u64 rest = honey_magnitude(a) % honey_magnitude(b);
     |
     | 	return a < 0 ? -rest : rest;
     | }
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[2u];
     | } numbers SEC(".maps");
     | const volatile __u64 threshold SEC(".rodata") = 1000;
     | const volatile __s64 least SEC(".rodata") = (-9223372036854775807ll - 1);
     | const volatile __u64 greatest SEC(".rodata") = 18446744073709551615ull;
     | const volatile __s16 offset SEC(".rodata") = -3ll;
     | volatile __u8 enabled_x3f SEC(".data") = 1;
     | volatile __u8 mode SEC(".data") = 0;
     | volatile __u32 hits SEC(".data") = 0;
     | volatile __u64 time SEC(".data") = 5;
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  31 | static inline __attribute__((always_inline)) int honey_next_1(__s64 v_0)
     | {
  31 | 	if (v_0 == 5) {
  31 | 		mode = 2;
     | 	} else {
  31 | 		if (v_0 != 6) {
  33 | 			mode = 1;
     | 		} else {
  32 | 			mode = 0;
     | 		}
     | 	}
  32 | 	return 0;
     | }
  16 | SEC("syscall") int run(void *ctx)
     | {
  17 | 	__u64 now_0 = bpf_ktime_get_ns();
  18 | 	__sync_fetch_and_add(&hits, 1);
  19 | 	__sync_fetch_and_add(&time, -now_0);
  20 | 	__s64 v_1 = offset;
  20 | 	__sync_fetch_and_add(&hits, v_1);
  22 | 	__s64 v_2 = enabled_x3f;
  22 | 	__s64 v_4 = 0;
  22 | 	if (v_2 != 0) {
  22 | 		__u64 v_7 = threshold;
  22 | 		v_4 = v_7 < now_0;
     | 	} else {
  22 | 		v_4 = 0;
     | 	}
  22 | 	if (v_4) {
  23 | 		__u64 v_10 = greatest;
  23 | 		enabled_x3f = now_0 < v_10;
  24 | 		time = now_0;
     | 	}
  27 | 	__s64 v_12 = mode;
  27 | 	__s64 v_13 = (-2147483648);
  27 | 	if (v_12 == 1) {
  27 | 		v_13 = 5;
     | 	}
  27 | 	if (v_12 == 2) {
  27 | 		v_13 = 6;
     | 	}
  27 | 	if (v_12 == 0) {
  27 | 		v_13 = 2;
     | 	}
  27 | 	if (v_13 == (-2147483648)) {
  27 | 		honey_raise(0);
  27 | 		return 0;
     | 	}
  27 | 	honey_next_1(v_13);
  28 | 	__u64 v_18 = time;
  28 | 	__s64 v_20 = least;
  28 | 	__s64 v_21 = honey_remainder_ss(v_20, 16);
  28 | 	__s64 v_23 = 0;
  28 | 	if (v_21 < 0) {
  28 | 		v_23 = -v_21;
     | 	} else {
  28 | 		v_23 = v_21;
     | 	}
  28 | 	return ((__u64)v_18 % (__u64)16) + (__u64)v_23;
     | }
  29 | #pragma clang attribute pop

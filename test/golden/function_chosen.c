     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_divide_ss(__s64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(honey_magnitude(a)) / honey_magnitude(b);
     |
     | 	return (a < 0) != (b < 0) ? -quotient : quotient;
     | }
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | static inline __attribute__((always_inline)) __s64 honey_run_fn_1(__s64 n_0, __s64 x_1)
     | {
   7 | 	return x_1 + n_0;
     | }
  13 | static inline __attribute__((always_inline)) __s64 honey_half_2(__s64 n_0)
     | {
  13 | 	return honey_divide_ss(n_0, 2);
     | }
   7 | static inline __attribute__((always_inline)) __s64 honey_run_fn_3(__s64 v_0)
     | {
   7 | 	__s64 v_1 = honey_half_2(v_0);
   7 | 	return v_1;
     | }
   8 | static inline __attribute__((always_inline)) __s64 honey_run_fn_4(__s64 v_0)
     | {
   8 | 	return v_0 * 3;
     | }
   5 | SEC("syscall") int run(void *ctx)
     | {
   6 | 	__s64 n_0 = bpf_get_smp_processor_id();
   7 | 	__s64 f_part_2 = 0;
   7 | 	__s64 v_3 = 0;
   7 | 	if (2 < n_0) {
   7 | 		f_part_2 = 4;
     | 	} else {
   7 | 		f_part_2 = 3;
   7 | 		v_3 = n_0;
     | 	}
   9 | 	__s64 v_7 = (__s64)((__u64)n_0 % (__u64)2);
   9 | 	__s64 g_part_9 = 0;
   9 | 	__s64 v_10 = 0;
   9 | 	if (v_7 == 0) {
   9 | 		g_part_9 = f_part_2;
   9 | 		v_10 = v_3;
     | 	} else {
   9 | 		g_part_9 = 5;
     | 	}
  10 | 	__s64 v_13 = 0;
  10 | 	if (f_part_2 == 3) {
  10 | 		__s64 v_15 = honey_run_fn_1(v_3, 10);
  10 | 		v_13 = v_15;
     | 	} else {
  10 | 		__s64 v_16 = honey_run_fn_3(10);
  10 | 		v_13 = v_16;
     | 	}
  10 | 	__s64 v_17 = 0;
  10 | 	if (g_part_9 == 3) {
  10 | 		__s64 v_19 = honey_run_fn_1(v_10, 7);
  10 | 		v_17 = v_19;
     | 	} else {
  10 | 		if (g_part_9 == 4) {
  10 | 			__s64 v_21 = honey_run_fn_3(7);
  10 | 			v_17 = v_21;
     | 		} else {
  10 | 			__s64 v_22 = honey_run_fn_4(7);
  10 | 			v_17 = v_22;
     | 		}
     | 	}
  10 | 	return v_13 + v_17;
     | }
  11 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | static inline __attribute__((always_inline)) __s64 honey_adder_1(__s64 n_0)
     | {
  11 | 	return n_0;
     | }
  13 | static inline __attribute__((always_inline)) int honey_negate_2(void)
     | {
  13 | 	return 0;
     | }
  11 | static inline __attribute__((always_inline)) __s64 honey_adder_fn_3(__s64 n_0, __s64 v_1)
     | {
  11 | 	return v_1 + n_0;
     | }
  13 | static inline __attribute__((always_inline)) __s64 honey_negate_fn_4(__s64 x_0)
     | {
  13 | 	return -x_0;
     | }
   5 | SEC("syscall") int run(void *ctx)
     | {
   6 | 	__s64 n_0 = bpf_get_smp_processor_id();
   7 | 	__s64 v_2 = 0;
   7 | 	if (2 < n_0) {
   7 | 		__s64 v_5 = honey_adder_1(n_0);
   7 | 		v_2 = v_5;
     | 	} else {
   7 | 		__s64 v_7 = honey_adder_1(n_0 * 5);
   7 | 		v_2 = v_7;
     | 	}
   8 | 	honey_negate_2();
   8 | 	__s64 v_8 = honey_adder_fn_3(v_2, n_0);
   8 | 	__s64 v_9 = honey_negate_fn_4(v_8);
   8 | 	return v_9;
     | }
   9 | #pragma clang attribute pop

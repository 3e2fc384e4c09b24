     | char _license[] SEC("license") = "GPL";
     | const volatile __u32 size SEC(".rodata") = 7;
     | const volatile __u32 limit SEC(".rodata") = 100;
     | volatile __u64 refused SEC(".data") = 0;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | static inline __attribute__((always_inline)) __s64 honey_allowed_x3f_1(__s64 n_0)
     | {
   9 | 	__s64 v_1 = limit;
   9 | 	if (v_1 < n_0) {
   9 | 		__sync_fetch_and_add(&refused, 1);
     | 	}
  10 | 	__s64 v_5 = limit;
  10 | 	return n_0 <= v_5;
     | }
  24 | static inline __attribute__((always_inline)) __s64 honey_run_fn_2(void)
     | {
  24 | 	__s64 v_0 = limit;
  24 | 	return v_0;
     | }
  27 | static inline __attribute__((always_inline)) __s64 honey_read_3(void)
     | {
  27 | 	__s64 v_0 = honey_run_fn_2();
  27 | 	return v_0;
     | }
  24 | static inline __attribute__((always_inline)) __s64 honey_run_fn_4(void)
     | {
  24 | 	__s64 v_0 = size;
  24 | 	return v_0;
     | }
  27 | static inline __attribute__((always_inline)) __s64 honey_read_5(void)
     | {
  27 | 	__s64 v_0 = honey_run_fn_4();
  27 | 	return v_0;
     | }
  22 | SEC("syscall") int run(void *ctx)
     | {
  23 | 	__s64 v_0 = size;
  23 | 	__s64 v_1 = honey_allowed_x3f_1(v_0);
  23 | 	if (v_1) {
  23 | 		refused = 0;
     | 	}
  24 | 	__s64 v_3 = limit;
  24 | 	__s64 v_4 = honey_read_3();
  24 | 	__s64 v_5 = v_3 + v_4;
  24 | 	__s64 v_6 = honey_read_5();
  24 | 	return v_5 + v_6;
     | }
  25 | #pragma clang attribute pop

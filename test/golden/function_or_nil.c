     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | static inline __attribute__((always_inline)) __s64 honey_run_fn_1(__s64 n_0, __s64 x_1)
     | {
   7 | 	return x_1 + n_0;
     | }
   5 | SEC("syscall") int run(void *ctx)
     | {
   6 | 	__s64 n_0 = bpf_get_smp_processor_id();
   7 | 	__s64 f_part_2 = 0;
   7 | 	__s64 v_3 = 0;
   7 | 	if (2 < n_0) {
   7 | 		f_part_2 = 3;
   7 | 		v_3 = n_0;
     | 	} else {
   7 | 		f_part_2 = 1;
     | 	}
   8 | 	__s64 v_6 = 0;
   8 | 	if (f_part_2 == 3) {
   8 | 		__s64 v_8 = honey_run_fn_1(v_3, n_0);
   8 | 		v_6 = v_8;
     | 	} else {
   8 | 		honey_raise(0);
   8 | 		return 0;
     | 	}
   8 | 	return 1 + v_6;
     | }
   9 | #pragma clang attribute pop

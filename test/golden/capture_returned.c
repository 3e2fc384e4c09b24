     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
   9 | static inline __attribute__((always_inline)) void honey_negate_1(void)
     | {
   9 | 	return;
     | }
   9 | static inline __attribute__((always_inline)) __s64 honey_negate_fn_2(__s64 x_0)
     | {
   9 | 	return -x_0;
     | }
   5 | SEC("syscall") int run(void *ctx)
     | {
   6 | 	honey_negate_1();
   6 | 	__s64 v_0 = bpf_get_smp_processor_id();
   6 | 	__s64 v_1 = honey_negate_fn_2(v_0);
   6 | 	return v_1;
     | }

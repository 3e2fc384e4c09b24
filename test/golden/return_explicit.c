     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("xdp") int program(void *ctx)
     | {
   7 | 	__s64 v_0 = bpf_get_smp_processor_id();
   7 | 	__s64 v_2 = 0;
   7 | 	if (v_0 == 0) {
   7 | 		v_2 = 1;
     | 	} else {
   7 | 		v_2 = 2;
     | 	}
   7 | 	return v_2;
     | }
   8 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   7 | 	__s64 v_0 = bpf_get_smp_processor_id();
   7 | 	__s64 kind_2 = 0;
   7 | 	if (v_0 == 0) {
   7 | 		kind_2 = 6;
     | 	} else {
   7 | 		kind_2 = 5;
     | 	}
   9 | 	__s64 v_5 = 0;
   9 | 	if (kind_2 != 6) {
   9 | 		v_5 = 2;
     | 	} else {
   9 | 		v_5 = 1;
     | 	}
  10 | 	return v_5;
     | }
  11 | #pragma clang attribute pop

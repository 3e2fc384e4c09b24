     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 v_0 = bpf_get_smp_processor_id();
   8 | 	__s64 v_1 = 0;
   8 | 	if (v_0 == 0) {
   8 | 		v_1 = 1;
     | 	} else {
   8 | 		if (v_0 == 1) {
   8 | 			v_1 = 2;
     | 		} else {
   8 | 			honey_raise(0);
   8 | 			return 0;
     | 		}
     | 	}
  10 | 	return v_1;
     | }
  11 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   7 | 	__s64 v_0 = bpf_get_smp_processor_id();
   7 | 	if (100 < v_0) {
   7 | 		honey_raise(0);
   7 | 		return 0;
     | 	}
   8 | 	__s64 v_4 = bpf_get_smp_processor_id();
   8 | 	if (99 < v_4) {
   8 | 		honey_raise(1);
   8 | 		return 0;
     | 	}
   8 | 	return 0;
     | }
   9 | #pragma clang attribute pop

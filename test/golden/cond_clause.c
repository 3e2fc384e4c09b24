     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  11 | 	__s64 v_2 = 0;
  11 | 	if (cpu_0 == 0) {
  11 | 		v_2 = 1;
     | 	} else {
  12 | 		__s64 v_6 = 0;
  12 | 		if (cpu_0 < 4) {
  12 | 			v_6 = 2;
     | 		} else {
  12 | 			honey_raise(0);
  12 | 			return 0;
     | 		}
  11 | 		v_2 = v_6;
     | 	}
  12 | 	return v_2;
     | }
  13 | #pragma clang attribute pop

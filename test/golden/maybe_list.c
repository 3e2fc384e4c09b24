     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 v_0 = bpf_get_smp_processor_id();
   8 | 	__s64 list_part_2 = 0;
   8 | 	__s64 v_3 = 0;
   8 | 	__s64 v_4 = 0;
   8 | 	if (1 < v_0) {
   8 | 		list_part_2 = 4;
   8 | 		v_3 = 1;
   8 | 		v_4 = 2;
     | 	} else {
   8 | 		list_part_2 = 3;
     | 	}
   9 | 	if (list_part_2 != 4) {
   9 | 		honey_raise(0);
   9 | 		return 0;
     | 	}
   9 | 	return v_3;
     | }
  10 | #pragma clang attribute pop

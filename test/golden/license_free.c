     | char _license[] SEC("license") = "Proprietary";
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	bpf_ktime_get_ns();
   8 | 	return 0;
     | }
   9 | #pragma clang attribute pop

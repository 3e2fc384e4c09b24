     | char _license[] SEC("license") = "Proprietary";
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
   7 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	bpf_ktime_get_ns();
   8 | 	return 0;
     | }

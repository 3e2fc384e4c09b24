     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   7 | 	char comm_0[16] __attribute__((aligned(8)));
   7 | 	bpf_get_current_comm(comm_0, 16);
   8 | 	static const char format_1[] = "%s runs";
   8 | 	bpf_trace_printk(format_1, sizeof(format_1), comm_0);
   8 | 	return 0;
     | }
   9 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_probe_read_kernel_str)(void *buffer, __u32 size, const void *address) = (void *)115;
     | struct trace_event_raw_sched_switch {
     | 	char prev_comm[16];
     | 	char next_comm[16];
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   8 | 	char prev_comm_0[24] __attribute__((aligned(8))) = "";
   8 | 	bpf_probe_read_kernel_str(prev_comm_0, 17, &((struct trace_event_raw_sched_switch *)ctx)->prev_comm);
   8 | 	char next_comm_1[24] __attribute__((aligned(8))) = "";
   8 | 	bpf_probe_read_kernel_str(next_comm_1, 17, &((struct trace_event_raw_sched_switch *)ctx)->next_comm);
   8 | 	static const char format_2[] = "%s to %s";
   8 | 	bpf_trace_printk(format_2, sizeof(format_2), prev_comm_0, next_comm_1);
   8 | 	return 0;
     | }
   9 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_probe_read_kernel_str)(void *buffer, __u32 size, const void *address) = (void *)115;
     | struct trace_event_raw_block_rq {
     | 	char rwbs[8];
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("tracepoint/block/block_rq_issue") int program(void *ctx)
     | {
   8 | 	char rwbs_0[16] __attribute__((aligned(8))) = "";
   8 | 	bpf_probe_read_kernel_str(rwbs_0, 9, &((struct trace_event_raw_block_rq *)ctx)->rwbs);
   8 | 	static const char format_1[] = "%s";
   8 | 	bpf_trace_printk(format_1, sizeof(format_1), rwbs_0);
   8 | 	return 0;
     | }
   9 | #pragma clang attribute pop

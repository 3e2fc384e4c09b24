     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_trace_vprintk)(const char *format, __u32 size, void *data, __u32 data_size) = (void *)177;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   7 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
   8 | 	char comm_1[16] __attribute__((aligned(8)));
   8 | 	bpf_get_current_comm(comm_1, 16);
   9 | 	__s64 v_2 = 1 < cpu_0;
   9 | 	char text_3[8] __attribute__((aligned(8))) = "";
   9 | 	if (v_2 == 0) {
   9 | 		static const char text_5[8] __attribute__((aligned(8))) = "\146\141\154\163\145";
   9 | 		*(__u64 *)(text_3 + 0) = *(const __u64 *)(text_5 + 0);
     | 	}
   9 | 	if (v_2 == 1) {
   9 | 		static const char text_7[8] __attribute__((aligned(8))) = "\164\162\165\145";
   9 | 		*(__u64 *)(text_3 + 0) = *(const __u64 *)(text_7 + 0);
     | 	}
   9 | 	static const char format_8[] = "%lld %s %lld %s 100%%";
   9 | 	__u64 printed_8[] = { (__u64)(cpu_0), (__u64)(unsigned long)comm_1, (__u64)((__s64)(-1)), (__u64)(unsigned long)text_3 };
   9 | 	bpf_trace_vprintk(format_8, sizeof(format_8), printed_8, sizeof(printed_8));
  10 | 	static const char format_10[] = "%lld %llx %llu %s";
  10 | 	__u64 printed_10[] = { (__u64)(cpu_0), (__u64)(cpu_0 + 1), (__u64)((__s64)(-1)), (__u64)(unsigned long)comm_1 };
  10 | 	bpf_trace_vprintk(format_10, sizeof(format_10), printed_10, sizeof(printed_10));
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | SEC("raw_tracepoint/sys_enter") int program(void *ctx)
     | {
  13 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  13 | 	__u64 pid_1 = v_0 >> 32;
  22 | 	static const char format_2[] = "pid %llu";
  22 | 	bpf_trace_printk(format_2, sizeof(format_2), pid_1);
  27 | 	__s64 v_3 = (__s64)pid_1;
  27 | 	__s64 v_5 = 0;
  27 | 	if (1000 < v_3) {
  27 | 		v_5 = 1;
     | 	} else {
  27 | 		v_5 = 2;
     | 	}
  28 | 	return v_5;
     | }
  29 | #pragma clang attribute pop

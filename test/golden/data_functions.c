     | char _license[] SEC("license") = "GPL";
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   5 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   6 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   6 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   6 | 	asm volatile("" : : "i"(1));
   8 | 	return prev_pid_0 + 2;
     | }
   9 | #pragma clang attribute pop

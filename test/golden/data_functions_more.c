     | char _license[] SEC("license") = "GPL";
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | 	__s32 next_pid;
     | 	__s32 prev_prio;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | static inline __attribute__((always_inline)) __s64 honey_weigh_1(__s64 first_0, __s64 v_1, __s64 pid_2)
     | {
  15 | 	return ((first_0 + pid_2) + 3) + 1;
     | }
   5 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   8 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   8 | 	__s64 prev_prio_2 = ((struct trace_event_raw_sched_switch *)ctx)->prev_prio;
   8 | 	asm volatile("" : : "i"(1));
   9 | 	asm volatile("" : "+r"(ctx) : "i"(2));
   9 | 	__s64 prev_pid_3 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(3));
   9 | 	__s64 v_4 = honey_weigh_1(7, prev_prio_2, prev_pid_3);
   9 | 	return v_4;
     | }
  10 | #pragma clang attribute pop

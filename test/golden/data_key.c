     | char _license[] SEC("license") = "GPL";
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_prio;
     | 	__s32 prev_pid;
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   5 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   6 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   6 | 	__s64 prev_prio_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_prio;
   6 | 	asm volatile("" : : "i"(1));
   7 | 	asm volatile("" : "+r"(ctx) : "i"(2));
   7 | 	__s64 prev_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   7 | 	asm volatile("" : : "i"(3));
   7 | 	__s64 key_3 = 0;
   7 | 	if (1000 < prev_pid_1) {
   7 | 		key_3 = 6;
     | 	} else {
   7 | 		key_3 = 5;
     | 	}
   8 | 	asm volatile("" : "+r"(ctx) : "i"(4));
   8 | 	__s64 prev_pid_6 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   8 | 	asm volatile("" : : "i"(5));
   8 | 	__s64 v_8 = 0;
   8 | 	if (prev_pid_6 < 0) {
   8 | 		v_8 = -prev_pid_6;
     | 	} else {
   8 | 		v_8 = prev_pid_6;
     | 	}
   8 | 	__s64 v_14 = ((__s64)((__u64)v_8 % (__u64)3)) + 1;
   8 | 	asm volatile("" : "+r"(ctx) : "i"(6));
   8 | 	__s64 next_pid_15 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
   8 | 	asm volatile("" : : "i"(7));
   8 | 	__s64 step_16 = 0;
   8 | 	if (v_14 == 1) {
   8 | 		step_16 = 1;
     | 	}
   8 | 	if (v_14 == 2) {
   8 | 		step_16 = next_pid_15;
     | 	}
   8 | 	if (v_14 == 3) {
   8 | 		step_16 = 5;
     | 	}
   9 | 	__s64 v_20 = 0;
   9 | 	if (key_3 == 5) {
   9 | 		v_20 = 10;
     | 	}
   9 | 	if (key_3 == 6) {
   9 | 		v_20 = prev_prio_0;
     | 	}
   9 | 	__s64 v_24 = 0;
   9 | 	__s64 v_25 = 0;
   9 | 	if (key_3 == 5) {
   9 | 		v_24 = prev_prio_0;
   9 | 		v_25 = 1;
     | 	}
   9 | 	if (key_3 == 6) {
   9 | 		v_24 = 1;
   9 | 		v_25 = 10;
     | 	}
   9 | 	return (v_20 + step_16) + v_24;
     | }
  10 | #pragma clang attribute pop

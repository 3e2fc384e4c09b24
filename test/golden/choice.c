     | char _license[] SEC("license") = "GPL";
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | 	__s32 next_pid;
     | 	__s32 prev_prio;
     | 	__s32 next_prio;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   5 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   6 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   6 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   6 | 	asm volatile("" : : "i"(1));
   6 | 	asm volatile("" : "+r"(ctx) : "i"(2));
   6 | 	__s64 next_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
   6 | 	asm volatile("" : : "i"(3));
   7 | 	asm volatile("" : "+r"(ctx) : "i"(4));
   7 | 	__s64 prev_pid_2 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   7 | 	asm volatile("" : : "i"(5));
   7 | 	asm volatile("" : "+r"(ctx) : "i"(6));
   7 | 	__s64 prev_prio_3 = ((struct trace_event_raw_sched_switch *)ctx)->prev_prio;
   7 | 	asm volatile("" : : "i"(7));
   7 | 	asm volatile("" : "+r"(ctx) : "i"(8));
   7 | 	__s64 next_prio_4 = ((struct trace_event_raw_sched_switch *)ctx)->next_prio;
   7 | 	asm volatile("" : : "i"(9));
   7 | 	__s64 v_5 = prev_prio_3 - next_prio_4;
   7 | 	__s64 v_7 = 0;
   7 | 	if (v_5 < 0) {
   7 | 		v_7 = -v_5;
     | 	} else {
   7 | 		v_7 = v_5;
     | 	}
   7 | 	__s64 n_12 = 0;
   7 | 	if (v_7 <= prev_pid_2) {
   7 | 		n_12 = prev_pid_2;
     | 	} else {
   7 | 		n_12 = v_7;
     | 	}
   8 | 	__s64 v_17 = (n_12 == prev_pid_0) || (n_12 == next_pid_1);
   8 | 	__s64 v_18 = 0;
   8 | 	if (v_17) {
   8 | 		v_18 = 1;
     | 	} else {
   8 | 		__s64 v_21 = 0;
   8 | 		if (n_12 <= 6) {
   8 | 			v_21 = n_12;
     | 		} else {
   8 | 			v_21 = 6;
     | 		}
   8 | 		v_18 = ((n_12 == 5) && (1 == 1)) || ((n_12 == v_21) && (1 == 1));
     | 	}
   8 | 	__s64 v_31 = 0;
   8 | 	if (v_18) {
   8 | 		v_31 = n_12;
     | 	} else {
   8 | 		v_31 = 0;
     | 	}
   8 | 	return v_31;
     | }
   9 | #pragma clang attribute pop

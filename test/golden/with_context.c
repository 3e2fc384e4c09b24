     | char _license[] SEC("license") = "GPL";
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | 	__s32 next_pid;
     | 	__s32 prev_prio;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   7 | 	__s64 v_0 = 0;
   7 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   7 | 	__s64 prev_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   7 | 	asm volatile("" : : "i"(1));
   7 | 	if (1 < prev_pid_1) {
   7 | 		__s64 half_4 = (__s64)(honey_opaque(prev_pid_1) / (__u64)2);
   7 | 		v_0 = half_4;
     | 	} else {
   7 | 		__s64 v_5 = 0;
   7 | 		asm volatile("" : "+r"(ctx) : "i"(2));
   7 | 		__s64 next_pid_6 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
   7 | 		asm volatile("" : : "i"(3));
   7 | 		if (next_pid_6 == 1) {
   7 | 			v_5 = 1;
     | 		} else {
  11 | 			asm volatile("" : "+r"(ctx) : "i"(4));
  11 | 			__s64 prev_prio_8 = ((struct trace_event_raw_sched_switch *)ctx)->prev_prio;
  11 | 			asm volatile("" : : "i"(5));
   7 | 			v_5 = prev_prio_8;
     | 		}
   7 | 		v_0 = v_5;
     | 	}
  11 | 	return v_0;
     | }
  12 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | static inline __attribute__((always_inline)) __s64 honey_weigh_1(__s64 pair_part_0, __s64 v_1, __s64 v_2, __s64 v_3)
     | {
   9 | 	__s64 v_4 = 0;
   9 | 	__s64 holds_5 = 0;
     | 	{
   9 | 		if (pair_part_0 != 3) {
   9 | 			goto out_0;
     | 		}
   9 | 		holds_5 = 5 < v_2;
     | 	}
     | 	out_0:;
   9 | 	if (holds_5) {
   9 | 		v_4 = 1;
     | 	} else {
  10 | 		__s64 v_9 = 0;
  10 | 		if (pair_part_0 == 3) {
  10 | 			v_9 = v_1;
     | 		}
  10 | 		if (pair_part_0 == 4) {
  10 | 			v_9 = v_3;
     | 		}
   9 | 		v_4 = v_9;
     | 	}
  10 | 	return v_4;
     | }
   5 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   6 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   6 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   6 | 	asm volatile("" : : "i"(1));
   6 | 	__s64 v_2 = 0;
   6 | 	__s64 v_3 = 0;
   6 | 	__s64 v_4 = 0;
   6 | 	__s64 v_5 = 0;
   6 | 	if (0 < prev_pid_0) {
   6 | 		asm volatile("" : "+r"(ctx) : "i"(2));
   6 | 		__s64 prev_pid_8 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   6 | 		asm volatile("" : : "i"(3));
   6 | 		v_2 = 4;
   6 | 		v_5 = prev_pid_8;
     | 	} else {
   6 | 		asm volatile("" : "+r"(ctx) : "i"(4));
   6 | 		__s64 next_pid_9 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
   6 | 		asm volatile("" : : "i"(5));
   6 | 		v_2 = 3;
   6 | 		v_3 = 0;
   6 | 		v_4 = next_pid_9;
     | 	}
   6 | 	__s64 v_10 = honey_weigh_1(v_2, v_3, v_4, v_5);
   6 | 	return v_10;
     | }
   7 | #pragma clang attribute pop

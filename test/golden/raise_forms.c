     | char _license[] SEC("license") = "GPL";
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | } __attribute__((preserve_access_index));
     | __u64 honey_raised[8];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  10 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  10 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
  10 | 	asm volatile("" : : "i"(1));
  10 | 	__s64 v_1 = 0;
  10 | 	if (prev_pid_0 == 0) {
  11 | 		honey_raise(0);
  11 | 		return 0;
     | 	} else {
  10 | 		if (prev_pid_0 == 1) {
  12 | 			honey_raise(1);
  12 | 			return 0;
     | 		} else {
  10 | 			if (prev_pid_0 == 2) {
  13 | 				honey_raise(2);
  13 | 				return 0;
     | 			} else {
  10 | 				if (prev_pid_0 == 3) {
  14 | 					honey_raise(3);
  14 | 					return 0;
     | 				} else {
  10 | 					if (prev_pid_0 == 4) {
  15 | 						honey_raise(4);
  15 | 						return 0;
     | 					} else {
  10 | 						if (prev_pid_0 == 5) {
  16 | 							honey_raise(5);
  16 | 							return 0;
     | 						} else {
  10 | 							if (prev_pid_0 == 6) {
  17 | 								honey_raise(6);
  17 | 								return 0;
     | 							} else {
  10 | 								if (prev_pid_0 == 7) {
  18 | 									honey_raise(7);
  18 | 									return 0;
     | 								} else {
  10 | 									v_1 = 0;
     | 								}
     | 							}
     | 						}
     | 					}
     | 				}
     | 			}
     | 		}
     | 	}
  19 | 	return v_1;
     | }
  20 | #pragma clang attribute pop

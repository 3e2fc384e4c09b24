     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_loop)(__u32 turns, void *callback, void *state, __u64 flags) = (void *)181;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[256u];
     | } s SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_sched_wakeup_template {
     | 	__s32 pid;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_sched_process_fork {
     | 	__s32 child_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("tracepoint/sched/sched_switch") int walked(void *ctx)
     | {
   9 | 	__s64 stored_s64;
     | 	{
  10 | 		for (__s64 turn_0 = 0; turn_0 < 3; turn_0++) {
  10 | 			asm volatile("" : "+r"(turn_0));
     | 			{
  10 | 				__s64 n_1 = 0;
  10 | 				if (turn_0 == 0) {
  10 | 					n_1 = 1;
     | 				} else {
  10 | 					if (turn_0 == 1) {
  10 | 						n_1 = 2;
     | 					} else {
  10 | 						n_1 = 3;
     | 					}
     | 				}
  10 | 				__u32 n_u32_0 = n_1;
  10 | 				asm volatile("" : "+r"(ctx) : "i"(0));
  10 | 				__s64 next_pid_4 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  10 | 				asm volatile("" : : "i"(1));
  10 | 				stored_s64 = next_pid_4;
  10 | 				bpf_map_update_elem(&s, &n_u32_0, &stored_s64, 0);
  10 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
     | 	}
  10 | 	return 0;
     | }
  11 | struct honey_loop_1 {
  12 | 	void *ctx;
  13 | 	__s64 left;
  14 | };
  15 | static long honey_turn_1(__u32 number, struct honey_loop_1 *c)
     | {
  15 | 	__s64 stored_s64;
  15 | 	__s64 turn_0 = number;
  15 | 	void *ctx = c->ctx;
     | 	{
  15 | 		__s64 n_1 = 1 + turn_0;
  15 | 		__u32 n_u32_0 = n_1;
  15 | 		asm volatile("" : "+r"(ctx) : "i"(2));
  15 | 		__s64 pid_2 = ((struct trace_event_raw_sched_wakeup_template *)ctx)->pid;
  15 | 		asm volatile("" : : "i"(3));
  15 | 		stored_s64 = pid_2;
  15 | 		bpf_map_update_elem(&s, &n_u32_0, &stored_s64, 0);
  15 | 		goto out_1;
     | 	}
     | 	out_1:;
  15 | 	return 0;
     | }
  14 | SEC("tracepoint/sched/sched_wakeup") int called(void *ctx)
     | {
  14 | 	__s64 stored_s64;
     | 	{
  15 | 		struct honey_loop_1 loop_1 = {
  15 | 			.ctx = ctx,
  15 | 			.left = 0,
  15 | 		};
  15 | 		bpf_loop(200, honey_turn_1, &loop_1, 0);
     | 	}
  15 | 	return 0;
     | }
  21 | static inline __attribute__((always_inline)) __s64 honey_nested_3(void *ctx)
     | {
  22 | 	__s64 next_0 = 0;
  22 | 	next_0 = 0;
  22 | 	__s64 v_1 = 0;
     | 	{
  22 | 		for (__s64 turn_2 = 0; turn_2 < 3; turn_2++) {
  22 | 			asm volatile("" : "+r"(turn_2));
     | 			{
  22 | 				__s64 now_3 = honey_forget(next_0);
  22 | 				__s64 n_4 = 1 + turn_2;
  22 | 				__s64 next_5 = 0;
  22 | 				next_5 = now_3;
  22 | 				__s64 v_6 = 0;
     | 				{
  22 | 					for (__s64 turn_7 = 0; turn_7 < 2; turn_7++) {
  22 | 						asm volatile("" : "+r"(turn_7));
     | 						{
  22 | 							__s64 now_8 = honey_forget(next_5);
  22 | 							__s64 m_9 = 1 + turn_7;
  23 | 							__s64 v_11 = 0;
  23 | 							if (m_9 < n_4) {
  23 | 								asm volatile("" : "+r"(ctx) : "i"(4));
  23 | 								__s64 child_pid_14 = ((struct trace_event_raw_sched_process_fork *)ctx)->child_pid;
  23 | 								asm volatile("" : : "i"(5));
  23 | 								v_11 = now_8 + child_pid_14;
     | 							} else {
  23 | 								v_11 = now_8;
     | 							}
  22 | 							next_5 = v_11;
  22 | 							goto out_3;
     | 						}
     | 						out_3:;
     | 					}
  22 | 					v_6 = next_5;
     | 				}
  22 | 				next_0 = v_6;
  22 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  22 | 		v_1 = next_0;
     | 	}
  22 | 	return v_1;
     | }
  19 | SEC("tracepoint/sched/sched_process_fork") int reduced(void *ctx)
     | {
  19 | 	__s64 v_0 = honey_nested_3(ctx);
  19 | 	return v_0;
     | }
  20 | #pragma clang attribute pop

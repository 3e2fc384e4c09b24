     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[4u];
     | } out SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | static inline __attribute__((always_inline)) int honey_pair_1(__s64 a_0, __s64 b_1, __s64 *result_0, __s64 *result_1)
     | {
  13 | 	*result_0 = b_1;
  13 | 	*result_1 = a_0;
  13 | 	return 0;
     | }
   8 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	asm volatile("" : "+r"(ctx) : "i"(2));
   9 | 	__s64 next_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
   9 | 	asm volatile("" : : "i"(3));
   9 | 	__s64 x_2;
   9 | 	__s64 y_3;
   9 | 	honey_pair_1(prev_pid_0, next_pid_1, &x_2, &y_3);
   9 | 	__u32 x_u32_0 = x_2;
  10 | 	stored_s64 = y_3;
  10 | 	__s64 status_4 = bpf_map_update_elem(&out, &x_u32_0, &stored_s64, 0);
  10 | 	__s64 v_5 = 0;
  10 | 	__s64 v_6 = 0;
  10 | 	if (status_4 < 0) {
  10 | 		v_5 = 4;
  10 | 		v_6 = status_4;
     | 	} else {
  10 | 		v_5 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

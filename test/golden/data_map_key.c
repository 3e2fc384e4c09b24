     | char _license[] SEC("license") = "GPL";
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[4u];
     | } out SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | } __attribute__((preserve_access_index));
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	__s64 m_part_2 = 0;
   9 | 	__s64 v_3 = 0;
   9 | 	__s64 v_4 = 0;
   9 | 	if (0 < prev_pid_0) {
   9 | 		asm volatile("" : "+r"(ctx) : "i"(2));
   9 | 		__s64 prev_pid_7 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 		asm volatile("" : : "i"(3));
   9 | 		m_part_2 = 4;
   9 | 		v_4 = prev_pid_7;
     | 	} else {
   9 | 		m_part_2 = 3;
   9 | 		v_3 = 0;
     | 	}
  10 | 	if (m_part_2 != 4) {
  10 | 		honey_raise(0);
  10 | 		return 0;
     | 	}
  10 | 	return v_4;
     | }
  11 | #pragma clang attribute pop

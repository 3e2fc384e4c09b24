     | char _license[] SEC("license") = "GPL";
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
   8 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	__s64 v_1 = 0;
   9 | 	if (prev_pid_0 == 0) {
   9 | 		asm volatile("" : "+r"(ctx) : "i"(2));
   9 | 		__s64 next_pid_3 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
   9 | 		asm volatile("" : : "i"(3));
   9 | 		v_1 = next_pid_3;
     | 	} else {
   9 | 		v_1 = prev_pid_0;
     | 	}
   9 | 	return v_1;
     | }

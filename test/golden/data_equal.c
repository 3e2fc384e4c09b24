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
   8 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(1));
  10 | 	__s64 v_2 = 0;
  10 | 	if (prev_pid_0 == 5) {
  10 | 		v_2 = 1;
     | 	} else {
  10 | 		v_2 = (prev_pid_0 == 6) || (prev_pid_0 == 7);
     | 	}
  10 | 	__s64 v_8 = 0;
  10 | 	if (v_2) {
  10 | 		v_8 = 1;
     | 	} else {
  10 | 		v_8 = 0;
     | 	}
  10 | 	return v_8;
     | }

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
  13 | static inline __attribute__((always_inline)) int honey_classify_1(__s64 pid_0, __s64 *result_0, __s64 *result_1, __s64 *result_2)
     | {
  13 | 	__s64 v_1 = 0;
  13 | 	__s64 v_2 = 0;
  13 | 	__s64 v_3 = 0;
  13 | 	if (pid_0 == 0) {
  13 | 		v_1 = 3;
  13 | 		v_2 = 0;
     | 	} else {
  13 | 		v_1 = 4;
  13 | 		v_3 = pid_0;
     | 	}
  14 | 	*result_0 = v_1;
  14 | 	*result_1 = v_2;
  14 | 	*result_2 = v_3;
  14 | 	return 0;
     | }
   8 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	__s64 v_1;
   9 | 	__s64 v_2;
   9 | 	__s64 pid_3;
   9 | 	honey_classify_1(prev_pid_0, &v_1, &v_2, &pid_3);
   9 | 	if (v_1 != 4) {
   9 | 		honey_raise(0);
   9 | 		return 0;
     | 	}
  10 | 	return pid_3;
     | }
  11 | #pragma clang attribute pop

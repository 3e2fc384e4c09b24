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
  13 | static inline __attribute__((always_inline)) int honey_classify_1(__s64 pid_0, __s64 *result_0, __s64 *result_1, __s64 *result_2)
     | {
  13 | 	__s64 v_1 = 0;
  13 | 	__s64 v_2 = 0;
  13 | 	__s64 v_3 = 0;
  13 | 	if (pid_0 == 0) {
  13 | 		v_1 = 0;
  13 | 		v_2 = 0;
  13 | 		v_3 = 7;
     | 	} else {
  13 | 		if (100 < pid_0) {
  13 | 			__s64 v_6 = 0;
  13 | 			__s64 v_7 = 0;
  13 | 			__s64 v_8 = 0;
  13 | 			v_6 = 5;
  13 | 			v_7 = 1;
  13 | 			v_8 = pid_0;
  13 | 			v_1 = v_6;
  13 | 			v_2 = v_7;
  13 | 			v_3 = v_8;
     | 		} else {
  13 | 			__s64 v_10 = 0;
  13 | 			__s64 v_11 = 0;
  13 | 			__s64 v_12 = 0;
  13 | 			v_10 = 6;
  13 | 			v_11 = 1;
  13 | 			v_12 = -pid_0;
  13 | 			v_1 = v_10;
  13 | 			v_2 = v_11;
  13 | 			v_3 = v_12;
     | 		}
     | 	}
  15 | 	*result_0 = v_1;
  15 | 	*result_1 = v_2;
  15 | 	*result_2 = v_3;
  15 | 	return 0;
     | }
   8 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	__s64 v_1;
   9 | 	__s64 v_2;
   9 | 	__s64 n_3;
   9 | 	honey_classify_1(prev_pid_0, &v_1, &v_2, &n_3);
  10 | 	return n_3;
     | }

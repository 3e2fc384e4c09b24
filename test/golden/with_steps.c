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
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  19 | static inline __attribute__((always_inline)) int honey_classify_1(__s64 pid_0, __s64 *result_0, __s64 *result_1, __s64 *result_2)
     | {
  19 | 	__s64 v_1 = 0;
  19 | 	__s64 v_2 = 0;
  19 | 	__s64 v_3 = 0;
  19 | 	if (pid_0 == 0) {
  19 | 		v_1 = 3;
  19 | 		v_2 = 0;
     | 	} else {
  19 | 		v_1 = 4;
  19 | 		v_3 = pid_0;
     | 	}
  20 | 	*result_0 = v_1;
  20 | 	*result_1 = v_2;
  20 | 	*result_2 = v_3;
  20 | 	return 0;
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
   9 | 	__s64 v_4 = 0;
   9 | 	__s64 v_5 = 0;
   9 | 	__s64 v_6 = 0;
   9 | 	__s64 pid_7 = 0;
   9 | 	if (v_1 == 4) {
  10 | 		__s64 next_11 = pid_3 + 1;
  11 | 		__s64 v_13 = 0;
  11 | 		__s64 v_14 = 0;
  11 | 		if (9 < next_11) {
  11 | 			v_13 = 5;
  11 | 			v_14 = next_11;
     | 		} else {
  11 | 			v_13 = 6;
     | 		}
   9 | 		v_4 = v_13;
   9 | 		v_5 = v_14;
   9 | 		v_6 = 1;
   9 | 		pid_7 = 0;
     | 	} else {
   9 | 		v_4 = 6;
   9 | 		v_6 = 3;
   9 | 		pid_7 = v_2;
     | 	}
   9 | 	__s64 v_15 = 0;
   9 | 	if (v_4 == 5) {
   9 | 		v_15 = v_5;
     | 	} else {
   9 | 		__s64 v_19 = 0;
   9 | 		if (v_6 == 3) {
   9 | 			v_19 = pid_7;
     | 		} else {
   9 | 			v_19 = 0;
     | 		}
   9 | 		v_15 = v_19;
     | 	}
  15 | 	return v_15;
     | }
  16 | #pragma clang attribute pop

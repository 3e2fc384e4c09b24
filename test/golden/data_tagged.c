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
  16 | static inline __attribute__((always_inline)) int honey_classify_1(__s64 pid_0, __s64 *result_0, __s64 *result_1, __s64 *result_2, __s64 *result_3)
     | {
  16 | 	__s64 v_1 = 0;
  16 | 	__s64 v_2 = 0;
  16 | 	__s64 v_3 = 0;
  16 | 	__s64 v_4 = 0;
  16 | 	if (pid_0 == 0) {
  16 | 		v_1 = 1;
     | 	} else {
  16 | 		if (100 < pid_0) {
  16 | 			v_1 = 3;
  16 | 			v_2 = pid_0;
     | 		} else {
  16 | 			v_1 = 4;
  16 | 			v_3 = pid_0;
  16 | 			v_4 = 1;
     | 		}
     | 	}
  18 | 	*result_0 = v_1;
  18 | 	*result_1 = v_2;
  18 | 	*result_2 = v_3;
  18 | 	*result_3 = v_4;
  18 | 	return 0;
     | }
   8 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	__s64 v_1;
   9 | 	__s64 pid_2;
   9 | 	__s64 pid_3;
   9 | 	__s64 reason_4;
   9 | 	honey_classify_1(prev_pid_0, &v_1, &pid_2, &pid_3, &reason_4);
   9 | 	__s64 v_5 = 0;
   9 | 	if (v_1 == 3) {
   9 | 		v_5 = pid_2;
     | 	} else {
   9 | 		if (v_1 == 4) {
   9 | 			v_5 = pid_3 + reason_4;
     | 		} else {
   9 | 			v_5 = 0;
     | 		}
     | 	}
  12 | 	return v_5;
     | }
  13 | #pragma clang attribute pop

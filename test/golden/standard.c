     | char _license[] SEC("license") = "GPL";
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_divide_ss(__s64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(honey_magnitude(a)) / honey_magnitude(b);
     |
     | 	return (a < 0) != (b < 0) ? -quotient : quotient;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_remainder_ss(__s64 a, __s64 b)
     | {
     | 	__u64 rest = honey_magnitude(a) % honey_magnitude(b);
     |
     | 	return a < 0 ? -rest : rest;
     | }
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_prio;
     | 	__s32 prev_pid;
     | } __attribute__((preserve_access_index));
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | static inline __attribute__((always_inline)) __s64 honey_program_fn_1(__s64 v_0)
     | {
   8 | 	return v_0 + 1;
     | }
   9 | static inline __attribute__((always_inline)) int honey_program_fn_2(void *ctx, __s64 slot_0, __s64 v_1, __s64 *result_0)
     | {
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 prev_prio_2 = ((struct trace_event_raw_sched_switch *)ctx)->prev_prio;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	if (slot_0 == 0) {
   9 | 		honey_raise(0);
   9 | 		return 1;
     | 	}
   9 | 	__s64 v_4 = honey_divide_ss(prev_prio_2, slot_0);
   9 | 	if (slot_0 == 0) {
   9 | 		honey_raise(1);
   9 | 		return 1;
     | 	}
   9 | 	__s64 v_6 = honey_remainder_ss(prev_prio_2, slot_0);
   9 | 	__s64 v_9 = 0;
   9 | 	if (v_6 != 0) {
   9 | 		__s64 v_12 = prev_prio_2 < 0;
   9 | 		__s64 v_13 = slot_0 < 0;
   9 | 		v_9 = v_12 != v_13;
     | 	} else {
   9 | 		v_9 = 0;
     | 	}
   9 | 	__s64 v_16 = 0;
   9 | 	if (v_9) {
   9 | 		v_16 = v_4 - 1;
     | 	} else {
   9 | 		v_16 = v_4;
     | 	}
   9 | 	*result_0 = v_16;
   9 | 	return 0;
     | }
   5 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   6 | 	asm volatile("" : "+r"(ctx) : "i"(2));
   6 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   6 | 	asm volatile("" : : "i"(3));
   6 | 	__s64 v_1 = honey_remainder_ss(prev_pid_0, 7);
   6 | 	__s64 v_4 = 0;
   6 | 	if (v_1 != 0) {
   6 | 		__s64 v_7 = v_1 < 0;
   6 | 		v_4 = v_7 != 0;
     | 	} else {
   6 | 		v_4 = 0;
     | 	}
   6 | 	__s64 slot_10 = 0;
   6 | 	if (v_4) {
   6 | 		slot_10 = v_1 + 7;
     | 	} else {
   6 | 		slot_10 = v_1;
     | 	}
   8 | 	__s64 v_13 = honey_program_fn_1(0);
   9 | 	__s64 v_14;
   9 | 	if (honey_program_fn_2(ctx, slot_10, slot_10, &v_14))
   9 | 		return 0;
  10 | 	__s64 v_16 = 0;
  10 | 	if (slot_10 == 2) {
  10 | 		v_16 = 4;
     | 	} else {
  10 | 		v_16 = slot_10 * slot_10;
     | 	}
  10 | 	return (v_14 + v_13) + v_16;
     | }
  11 | #pragma clang attribute pop

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
   9 | 	__s64 v_3 = 0;
   9 | 	if (slot_0 == 0) {
   9 | 		honey_raise(0);
   9 | 		return 1;
     | 	}
   9 | 	__s64 v_5 = honey_divide_ss(prev_prio_2, slot_0);
   9 | 	if (slot_0 == 0) {
   9 | 		honey_raise(1);
   9 | 		return 1;
     | 	}
   9 | 	__s64 v_7 = honey_remainder_ss(prev_prio_2, slot_0);
   9 | 	__s64 v_10 = 0;
   9 | 	if (v_7 != 0) {
   9 | 		__s64 v_13 = prev_prio_2 < 0;
   9 | 		__s64 v_14 = slot_0 < 0;
   9 | 		v_10 = v_13 != v_14;
     | 	} else {
   9 | 		v_10 = 0;
     | 	}
   9 | 	__s64 v_17 = 0;
   9 | 	if (v_10) {
   9 | 		v_17 = v_5 - 1;
     | 	} else {
   9 | 		v_17 = v_5;
     | 	}
   9 | 	v_3 = v_17;
   9 | 	*result_0 = v_3;
   9 | 	return 0;
     | }
   5 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   6 | 	asm volatile("" : "+r"(ctx) : "i"(2));
   6 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
   6 | 	asm volatile("" : : "i"(3));
   6 | 	__s64 slot_1 = 0;
   6 | 	__s64 v_2 = honey_remainder_ss(prev_pid_0, 7);
   6 | 	__s64 v_5 = 0;
   6 | 	if (v_2 != 0) {
   6 | 		__s64 v_8 = v_2 < 0;
   6 | 		v_5 = v_8 != 0;
     | 	} else {
   6 | 		v_5 = 0;
     | 	}
   6 | 	__s64 v_11 = 0;
   6 | 	if (v_5) {
   6 | 		v_11 = v_2 + 7;
     | 	} else {
   6 | 		v_11 = v_2;
     | 	}
   6 | 	slot_1 = v_11;
   8 | 	__s64 v_14 = 0;
   8 | 	__s64 v_15 = 0;
   8 | 	__s64 v_16 = honey_program_fn_1(0);
   8 | 	v_14 = v_16;
   8 | 	v_15 = slot_1;
   9 | 	__s64 v_17 = 0;
   9 | 	__s64 v_18 = 0;
   9 | 	__s64 v_19;
   9 | 	if (honey_program_fn_2(ctx, slot_1, v_15, &v_19))
   9 | 		return 0;
   9 | 	v_17 = v_14;
   9 | 	v_18 = v_19;
  10 | 	__s64 v_20 = 0;
  10 | 	v_20 = v_18;
  10 | 	__s64 v_21 = 0;
  10 | 	v_21 = v_17;
  10 | 	__s64 v_23 = 0;
  10 | 	__s64 v_24 = 0;
  10 | 	if (slot_1 == 2) {
  10 | 		v_24 = 4;
     | 	} else {
  10 | 		v_24 = slot_1 * slot_1;
     | 	}
  10 | 	v_23 = v_24;
  10 | 	return (v_20 + v_21) + v_23;
     | }
  11 | #pragma clang attribute pop

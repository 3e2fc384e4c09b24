     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_Process {
     | 	__u32 pid;
     | 	__u8 honey_gap_0[4];
     | 	__u64 count;
     | 	__u32 state;
     | 	__u8 honey_gap_2[4];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Process *value;
     | 	int (*max_entries)[8u];
     | } processes SEC(".maps");
     | __u64 honey_raised[4];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  25 | static inline __attribute__((always_inline)) int honey_by_state_1(__s64 x__state_0, const void * process_1_at, __s64 *result_0)
     | {
  26 | 	__s64 state_2 = (*(struct honey_Process *)process_1_at).state;
  26 | 	__s64 state_3 = (-2147483648);
  26 | 	if (state_2 == 0) {
  26 | 		state_3 = 6;
     | 	}
  26 | 	if (state_2 == 1) {
  26 | 		state_3 = 7;
     | 	}
  26 | 	if (state_2 == 2) {
  26 | 		state_3 = 8;
     | 	}
  26 | 	if (state_3 == (-2147483648)) {
  26 | 		honey_raise(0);
  26 | 		return 1;
     | 	}
  28 | 	__s64 v_8 = 0;
  28 | 	if (state_3 == 6) {
  28 | 		v_8 = 1;
     | 	} else {
  28 | 		v_8 = 3;
     | 	}
  31 | 	*result_0 = v_8;
  31 | 	return 0;
     | }
  15 | static inline __attribute__((always_inline)) int honey_by_key_2(__s64 x__found_part_0, const void * x__found_1_at, __s64 *result_0)
     | {
  16 | 	__u32 slot_u32_0 = 2;
  16 | 	void *found_2 = bpf_map_lookup_elem(&processes, &slot_u32_0);
  16 | 	struct honey_Process process_3 __attribute__((aligned(8))) = {};
  16 | 	if (found_2)
  16 | 		__builtin_memcpy(&process_3, __builtin_assume_aligned(found_2, 8), 24);
  16 | 	__s64 v_5 = 0;
  16 | 	__s64 state_8 = process_3.state;
  16 | 	__s64 state_9 = (-2147483648);
  16 | 	if (state_8 == 0) {
  16 | 		state_9 = 6;
     | 	}
  16 | 	if (state_8 == 1) {
  16 | 		state_9 = 7;
     | 	}
  16 | 	if (state_8 == 2) {
  16 | 		state_9 = 8;
     | 	}
  16 | 	if (state_9 == (-2147483648)) {
  16 | 		honey_raise(1);
  16 | 		return 1;
     | 	}
  16 | 	if (!(!found_2)) {
  20 | 		__s64 v_14;
  20 | 		if (honey_by_state_1(state_9, &process_3, &v_14))
  20 | 			return 1;
  16 | 		v_5 = v_14;
     | 	} else {
  16 | 		v_5 = 0;
     | 	}
  21 | 	*result_0 = v_5;
  21 | 	return 0;
     | }
  35 | static inline __attribute__((always_inline)) __s64 honey_by_clause_3(__s64 v_0, const void * v_1_at)
     | {
  38 | 	return 2;
     | }
  40 | static inline __attribute__((always_inline)) int honey_by_guard_4(__s64 v_0, const void * process_1_at, __s64 *result_0)
     | {
  40 | 	__s64 v_2 = 0;
  40 | 	if (v_0 == 1) {
  40 | 		v_2 = 0;
     | 	} else {
  40 | 		__s64 state_4 = (*(struct honey_Process *)process_1_at).state;
  40 | 		__s64 state_5 = (-2147483648);
  40 | 		if (state_4 == 0) {
  40 | 			state_5 = 6;
     | 		}
  40 | 		if (state_4 == 1) {
  40 | 			state_5 = 7;
     | 		}
  40 | 		if (state_4 == 2) {
  40 | 			state_5 = 8;
     | 		}
  40 | 		if (state_5 == (-2147483648)) {
  40 | 			honey_raise(2);
  40 | 			return 1;
     | 		}
  40 | 		if ((state_5 == 6) || 0) {
  40 | 			v_2 = 1;
     | 		} else {
  45 | 			__s64 state_12 = (*(struct honey_Process *)process_1_at).state;
  45 | 			__s64 v_13 = (-2147483648);
  45 | 			if (state_12 == 0) {
  45 | 				v_13 = 6;
     | 			}
  45 | 			if (state_12 == 1) {
  45 | 				v_13 = 7;
     | 			}
  45 | 			if (state_12 == 2) {
  45 | 				v_13 = 8;
     | 			}
  45 | 			if (v_13 == (-2147483648)) {
  45 | 				honey_raise(3);
  45 | 				return 1;
     | 			}
  45 | 			__s64 v_19 = 0 || (v_13 == 8);
  45 | 			__s64 v_20 = 0;
  45 | 			if (v_19) {
  45 | 				__u64 count_22 = (*(struct honey_Process *)process_1_at).count;
  45 | 				v_20 = 0 < count_22;
     | 			} else {
  45 | 				v_20 = 0;
     | 			}
  45 | 			__s64 v_24 = 0;
  45 | 			if (v_20) {
  45 | 				v_24 = 2;
     | 			} else {
  45 | 				v_24 = 3;
     | 			}
  40 | 			v_2 = v_24;
     | 		}
     | 	}
  45 | 	*result_0 = v_2;
  45 | 	return 0;
     | }
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u32 slot_u32_0 = 1;
  11 | 	void *found_0 = bpf_map_lookup_elem(&processes, &slot_u32_0);
  11 | 	struct honey_Process found_1 __attribute__((aligned(8))) = {};
  11 | 	if (found_0)
  11 | 		__builtin_memcpy(&found_1, __builtin_assume_aligned(found_0, 8), 24);
  11 | 	__s64 found_part_2 = found_0 ? -1 : 1;
  12 | 	__s64 v_3;
  12 | 	if (honey_by_key_2(found_part_2, &found_1, &v_3))
  12 | 		return 0;
  12 | 	__s64 v_4 = honey_by_clause_3(found_part_2, &found_1);
  12 | 	__s64 v_5 = v_3 + v_4;
  12 | 	__s64 v_6;
  12 | 	if (honey_by_guard_4(found_part_2, &found_1, &v_6))
  12 | 		return 0;
  12 | 	return v_5 + v_6;
     | }
  13 | #pragma clang attribute pop

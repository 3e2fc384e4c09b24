     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_Process {
     | 	__u32 state;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Process *value;
     | 	int (*max_entries)[8u];
     | } processes SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	void *found_0 = bpf_map_lookup_elem(&processes, &slot_u32_0);
  12 | 	struct honey_Process process_1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&process_1, __builtin_assume_aligned(found_0, 8), 4);
  12 | 	__s64 v_3 = 0;
  12 | 	__s64 state_6 = process_1.state;
  12 | 	__s64 state_7 = (-2147483648);
  12 | 	if (state_6 == 0) {
  12 | 		state_7 = 6;
     | 	}
  12 | 	if (state_6 == 1) {
  12 | 		state_7 = 7;
     | 	}
  12 | 	if (state_6 == 2) {
  12 | 		state_7 = 8;
     | 	}
  12 | 	if (state_6 == 3) {
  12 | 		state_7 = 9;
     | 	}
  12 | 	if (state_7 == (-2147483648)) {
  12 | 		honey_raise(0);
  12 | 		return 0;
     | 	}
  12 | 	__s64 holds_13 = 0;
  12 | 	if (!(!found_0)) {
  12 | 		holds_13 = (state_7 == 6) || (state_7 == 7);
     | 	}
  12 | 	if (holds_13) {
  14 | 		__s64 v_17 = 0;
  14 | 		if (state_7 == 6) {
  14 | 			v_17 = 1;
     | 		} else {
  14 | 			v_17 = 2;
     | 		}
  12 | 		v_3 = v_17;
     | 	} else {
  12 | 		__s64 holds_19 = 0;
     | 		{
  19 | 			__s64 v_22 = 0;
  19 | 			v_22 = 1;
  19 | 			if (!(!found_0)) {
  19 | 				__s64 state_23 = process_1.state;
  19 | 				__s64 v_24 = (-2147483648);
  19 | 				if (state_23 == 0) {
  19 | 					v_24 = 6;
     | 				}
  19 | 				if (state_23 == 1) {
  19 | 					v_24 = 7;
     | 				}
  19 | 				if (state_23 == 2) {
  19 | 					v_24 = 8;
     | 				}
  19 | 				if (state_23 == 3) {
  19 | 					v_24 = 9;
     | 				}
  19 | 				if (v_24 == (-2147483648)) {
  19 | 					goto out_0;
     | 				}
  19 | 				v_22 = v_24 == 9;
     | 			}
  12 | 			holds_19 = v_22;
     | 		}
     | 		out_0:;
  12 | 		if (holds_19) {
  20 | 			__s64 v_31 = 0;
  20 | 			if (!(!found_0)) {
  20 | 				v_31 = 3;
     | 			} else {
  20 | 				v_31 = 4;
     | 			}
  20 | 			asm volatile("" : "+r"(v_31));
  12 | 			v_3 = v_31;
     | 		} else {
  12 | 			__s64 state_36 = process_1.state;
  12 | 			__s64 state_37 = (-2147483648);
  12 | 			if (state_36 == 0) {
  12 | 				state_37 = 6;
     | 			}
  12 | 			if (state_36 == 1) {
  12 | 				state_37 = 7;
     | 			}
  12 | 			if (state_36 == 2) {
  12 | 				state_37 = 8;
     | 			}
  12 | 			if (state_36 == 3) {
  12 | 				state_37 = 9;
     | 			}
  12 | 			if (state_37 == (-2147483648)) {
  12 | 				honey_raise(1);
  12 | 				return 0;
     | 			}
  12 | 			__s64 holds_43 = 0;
  12 | 			if (!(!found_0)) {
  12 | 				holds_43 = !((state_37 != 6) && (state_37 != 8));
     | 			}
  12 | 			if (holds_43) {
  23 | 				__s64 v_50 = 0;
  23 | 				if (state_37 == 6) {
  23 | 					v_50 = 5;
     | 				} else {
  23 | 					v_50 = 6;
     | 				}
  12 | 				v_3 = v_50;
     | 			} else {
  12 | 				v_3 = 7;
     | 			}
     | 		}
     | 	}
  28 | 	return v_3;
     | }
  29 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  17 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 n_1 = v_0 & 3;
  13 | 	__s64 next_2 = 0;
  13 | 	next_2 = 0;
  13 | 	__u64 turns_3 = 0;
  13 | 	if (0 <= n_1) {
  13 | 		__u64 difference_6 = ((__u64)n_1) - 0;
  13 | 		if (difference_6 < 4) {
  13 | 			turns_3 = difference_6 + 1;
     | 		} else {
  13 | 			turns_3 = 4 + 1;
     | 		}
     | 	}
  13 | 	__s64 total_10 = 0;
     | 	{
  13 | 		for (__s64 turn_11 = 0; turn_11 < 4; turn_11++) {
  13 | 			asm volatile("" : "+r"(turn_11));
  13 | 			if ((__u64)turn_11 >= turns_3)
  13 | 				break;
     | 			{
  13 | 				__s64 now_12 = honey_forget(next_2);
  13 | 				__s64 v_14 = (__s64)((__u64)turn_11 % (__u64)2);
  13 | 				if (v_14 == 0) {
  13 | 					__s64 next_18 = 0;
  13 | 					next_18 = now_12;
  13 | 					__s64 v_19 = 0;
     | 					{
  13 | 						for (__s64 turn_20 = 0; turn_20 < 3; turn_20++) {
  13 | 							asm volatile("" : "+r"(turn_20));
     | 							{
  13 | 								__s64 now_21 = honey_forget(next_18);
  13 | 								__s64 v_22 = 0;
  13 | 								__s64 j_23 = 0;
  13 | 								if (turn_20 == 0) {
  13 | 									v_22 = 4;
  13 | 									j_23 = turn_11;
     | 								} else {
  13 | 									if (turn_20 == 1) {
  13 | 										v_22 = 1;
     | 									} else {
  13 | 										v_22 = 4;
  13 | 										j_23 = 7;
     | 									}
     | 								}
  13 | 								if (v_22 == 4) {
  13 | 									next_18 = now_21 + (turn_11 * j_23);
  13 | 									goto out_3;
     | 								} else {
  13 | 									next_18 = now_21;
  13 | 									goto out_3;
     | 								}
     | 							}
     | 							out_3:;
     | 						}
  13 | 						v_19 = next_18;
     | 					}
  13 | 					next_2 = v_19;
  13 | 					goto out_1;
     | 				} else {
  13 | 					next_2 = now_12;
  13 | 					goto out_1;
     | 				}
     | 			}
     | 			out_1:;
     | 		}
  13 | 		total_10 = next_2;
     | 	}
  17 | 	stored_s64 = total_10;
  17 | 	__s64 status_31 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  17 | 	__s64 v_32 = 0;
  17 | 	__s64 v_33 = 0;
  17 | 	if (status_31 < 0) {
  17 | 		v_32 = 6;
  17 | 		v_33 = status_31;
     | 	} else {
  17 | 		v_32 = 1;
     | 	}
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop

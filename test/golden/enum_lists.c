     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  19 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  19 | 	__s64 stored_s64;
  19 | 	__u32 key_u32_0 = key_0;
  19 | 	stored_s64 = value_1;
  19 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  19 | 	__s64 v_3 = 0;
  19 | 	__s64 v_4 = 0;
  19 | 	if (status_2 < 0) {
  19 | 		v_3 = 9;
  19 | 		v_4 = status_2;
     | 	} else {
  19 | 		v_3 = 1;
     | 	}
  19 | 	*result_0 = v_3;
  19 | 	*result_1 = v_4;
  19 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 n_0 = bpf_get_smp_processor_id();
     | 	{
  14 | 		for (__s64 turn_1 = 0; turn_1 < 5; turn_1++) {
  14 | 			asm volatile("" : "+r"(turn_1));
     | 			{
  14 | 				__s64 x_2 = 0;
  14 | 				__s64 i_3 = 0;
  14 | 				if (turn_1 == 0) {
  14 | 					x_2 = n_0;
  14 | 					i_3 = 0;
     | 				} else {
  14 | 					if (turn_1 == 1) {
  14 | 						x_2 = 2;
  14 | 						i_3 = 1;
     | 					} else {
  14 | 						if (turn_1 == 2) {
  14 | 							x_2 = 3;
  14 | 							i_3 = 2;
     | 						} else {
  14 | 							if (turn_1 == 3) {
  14 | 								x_2 = 4;
  14 | 								i_3 = 3;
     | 							} else {
  14 | 								x_2 = 5;
  14 | 								i_3 = 4;
     | 							}
     | 						}
     | 					}
     | 				}
  14 | 				__s64 v_9;
  14 | 				__s64 v_10;
  14 | 				honey_put_1(i_3, x_2 + 4, &v_9, &v_10);
  14 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
     | 	}
     | 	{
  15 | 		for (__s64 turn_11 = 0; turn_11 < 2; turn_11++) {
  15 | 			asm volatile("" : "+r"(turn_11));
     | 			{
  15 | 				__s64 v_12 = 0;
  15 | 				__s64 v_13 = 0;
  15 | 				__s64 x_14 = 0;
  15 | 				if (turn_11 == 0) {
  15 | 					v_12 = 11;
  15 | 					x_14 = n_0;
     | 				} else {
  15 | 					v_12 = 9;
  15 | 					v_13 = 2;
     | 				}
  15 | 				if (v_12 == 11) {
  15 | 					__s64 v_20;
  15 | 					__s64 v_21;
  15 | 					honey_put_1(5, x_14 + 5, &v_20, &v_21);
  15 | 					goto out_3;
     | 				} else {
  15 | 					goto out_3;
     | 				}
     | 			}
     | 			out_3:;
     | 		}
     | 	}
  16 | 	__s64 v_25 = 0;
  16 | 	v_25 = 5;
  16 | 	if ((0 <= n_0) && (n_0 < 5)) {
  16 | 		__s64 v_26 = 0;
  16 | 		if (n_0 == 0) {
  16 | 			v_26 = n_0;
     | 		} else {
  16 | 			if (n_0 == 1) {
  16 | 				v_26 = 2;
     | 			} else {
  16 | 				if (n_0 == 2) {
  16 | 					v_26 = 3;
     | 				} else {
  16 | 					if (n_0 == 3) {
  16 | 						v_26 = 4;
     | 					} else {
  16 | 						v_26 = 5;
     | 					}
     | 				}
     | 			}
     | 		}
  16 | 		v_25 = v_26;
     | 	}
  16 | 	__s64 v_31;
  16 | 	__s64 v_32;
  16 | 	honey_put_1(6, v_25, &v_31, &v_32);
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

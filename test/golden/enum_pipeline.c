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
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  16 | 	__s64 stored_s64;
  16 | 	__u32 key_u32_0 = key_0;
  16 | 	stored_s64 = value_1;
  16 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  16 | 	__s64 v_3 = 0;
  16 | 	__s64 v_4 = 0;
  16 | 	if (status_2 < 0) {
  16 | 		v_3 = 4;
  16 | 		v_4 = status_2;
     | 	} else {
  16 | 		v_3 = 1;
     | 	}
  16 | 	*result_0 = v_3;
  16 | 	*result_1 = v_4;
  16 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 n_1 = v_0 & 31;
  11 | 	__s64 next_2 = 0;
  11 | 	next_2 = 0;
  11 | 	__u64 turns_3 = 0;
  11 | 	if (0 <= n_1) {
  11 | 		__u64 difference_6 = ((__u64)n_1) - 0;
  11 | 		if (difference_6 < 32) {
  11 | 			turns_3 = difference_6 + 1;
     | 		} else {
  11 | 			turns_3 = 32 + 1;
     | 		}
     | 	}
  11 | 	__s64 v_10 = 0;
     | 	{
  11 | 		for (__s64 turn_11 = 0; turn_11 < 32; turn_11++) {
  11 | 			asm volatile("" : "+r"(turn_11));
  11 | 			if ((__u64)turn_11 >= turns_3)
  11 | 				break;
     | 			{
  11 | 				__s64 now_12 = honey_forget(next_2);
  11 | 				next_2 = now_12 + (turn_11 * turn_11);
  11 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  11 | 		v_10 = next_2;
     | 	}
  11 | 	__s64 v_15;
  11 | 	__s64 v_16;
  11 | 	honey_put_1(0, v_10, &v_15, &v_16);
  12 | 	__s64 next_17 = 0;
  12 | 	next_17 = 0;
  12 | 	__u64 turns_18 = 0;
  12 | 	if (0 <= n_1) {
  12 | 		__u64 difference_21 = ((__u64)n_1) - 0;
  12 | 		if (difference_21 < 32) {
  12 | 			turns_18 = difference_21 + 1;
     | 		} else {
  12 | 			turns_18 = 32 + 1;
     | 		}
     | 	}
  12 | 	__s64 v_25 = 0;
     | 	{
  12 | 		for (__s64 turn_26 = 0; turn_26 < 32; turn_26++) {
  12 | 			asm volatile("" : "+r"(turn_26));
  12 | 			if ((__u64)turn_26 >= turns_18)
  12 | 				break;
     | 			{
  12 | 				__s64 now_27 = honey_forget(next_17);
  12 | 				__s64 v_29 = (__s64)((__u64)turn_26 % (__u64)3);
  12 | 				if (v_29 == 1) {
  12 | 					next_17 = now_27 + 1;
  12 | 					goto out_3;
     | 				} else {
  12 | 					next_17 = now_27;
  12 | 					goto out_3;
     | 				}
     | 			}
     | 			out_3:;
     | 		}
  12 | 		v_25 = next_17;
     | 	}
  12 | 	__s64 v_34;
  12 | 	__s64 v_35;
  12 | 	honey_put_1(1, v_25, &v_34, &v_35);
  13 | 	__s64 next_part_36 = 0;
  13 | 	__s64 v_37 = 0;
  13 | 	next_part_36 = 1;
  13 | 	__u64 turns_38 = 0;
  13 | 	if (0 <= n_1) {
  13 | 		__u64 difference_41 = ((__u64)n_1) - 0;
  13 | 		if (difference_41 < 32) {
  13 | 			turns_38 = difference_41 + 1;
     | 		} else {
  13 | 			turns_38 = 32 + 1;
     | 		}
     | 	}
  13 | 	__s64 v_45 = 0;
     | 	{
  13 | 		for (__s64 turn_46 = 0; turn_46 < 32; turn_46++) {
  13 | 			asm volatile("" : "+r"(turn_46));
  13 | 			if ((__u64)turn_46 >= turns_38)
  13 | 				break;
     | 			{
  13 | 				__s64 now_part_47 = honey_forget(next_part_36);
  13 | 				__s64 now_48 = honey_forget(v_37);
  13 | 				if (9 < turn_46) {
  13 | 					next_part_36 = now_part_47;
  13 | 					v_37 = now_48;
  13 | 					goto out_5;
     | 				} else {
  13 | 					__s64 v_52 = 0;
  13 | 					if (now_part_47 == 1) {
  13 | 						v_52 = turn_46;
     | 					} else {
  13 | 						__s64 v_55 = 0;
  13 | 						if (turn_46 <= now_48) {
  13 | 							v_55 = now_48;
     | 						} else {
  13 | 							v_55 = turn_46;
     | 						}
  13 | 						v_52 = v_55;
     | 					}
  13 | 					next_part_36 = 5;
  13 | 					v_37 = v_52;
  13 | 					goto out_5;
     | 				}
     | 			}
     | 			out_5:;
     | 		}
  13 | 		__s64 v_58 = 0;
  13 | 		if (next_part_36 == 1) {
  13 | 			honey_raise(0);
  13 | 			return 0;
     | 		} else {
  13 | 			v_58 = v_37;
     | 		}
  13 | 		v_45 = v_58;
     | 	}
  13 | 	__s64 v_60;
  13 | 	__s64 v_61;
  13 | 	honey_put_1(2, v_45, &v_60, &v_61);
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

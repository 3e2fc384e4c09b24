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
     | __u64 honey_raised[3];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
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
  19 | 		v_3 = 5;
  19 | 		v_4 = status_2;
     | 	} else {
  19 | 		v_3 = 1;
     | 	}
  19 | 	*result_0 = v_3;
  19 | 	*result_1 = v_4;
  19 | 	return 0;
     | }
  19 | static inline __attribute__((always_inline)) int honey_put_2(__s64 key_0, __s64 value_1, __s64 value_part_2, __s64 *result_0, __s64 *result_1)
     | {
  19 | 	__s64 stored_s64;
  19 | 	__u32 key_u32_0 = key_0;
  19 | 	if (value_part_2 != 0) {
  19 | 		honey_raise(0);
  19 | 		return 1;
     | 	}
  19 | 	stored_s64 = value_1;
  19 | 	__s64 status_5 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  19 | 	__s64 v_6 = 0;
  19 | 	__s64 v_7 = 0;
  19 | 	if (status_5 < 0) {
  19 | 		v_6 = 5;
  19 | 		v_7 = status_5;
     | 	} else {
  19 | 		v_6 = 1;
     | 	}
  19 | 	*result_0 = v_6;
  19 | 	*result_1 = v_7;
  19 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 n_1 = v_0 & 7;
  11 | 	__s64 next_part_2 = 0;
  11 | 	__s64 v_3 = 0;
  11 | 	next_part_2 = 1;
  11 | 	__u64 turns_4 = 0;
  11 | 	__s64 direction_5 = 1;
  11 | 	if (1 <= n_1) {
  11 | 		__u64 difference_8 = ((__u64)n_1) - 1;
  11 | 		if (difference_8 < 7) {
  11 | 			turns_4 = difference_8 + 1;
     | 		} else {
  11 | 			turns_4 = 7 + 1;
     | 		}
     | 	} else {
  11 | 		__u64 difference_13 = 1 - ((__u64)n_1);
  11 | 		if (difference_13 < 7) {
  11 | 			turns_4 = difference_13 + 1;
     | 		} else {
  11 | 			turns_4 = 7 + 1;
     | 		}
  11 | 		direction_5 = (-1);
     | 	}
  11 | 	__s64 v_17 = 0;
     | 	{
  11 | 		for (__s64 turn_18 = 0; turn_18 < 7; turn_18++) {
  11 | 			asm volatile("" : "+r"(turn_18));
  11 | 			if ((__u64)turn_18 >= turns_4)
  11 | 				break;
     | 			{
  11 | 				__s64 now_part_19 = honey_forget(next_part_2);
  11 | 				__s64 now_20 = honey_forget(v_3);
  11 | 				__s64 i_22 = 1 + (turn_18 * direction_5);
  11 | 				__s64 v_23 = 0;
  11 | 				if (now_part_19 == 1) {
  11 | 					v_23 = i_22;
     | 				} else {
  11 | 					v_23 = (now_20 * 3) + i_22;
     | 				}
  11 | 				next_part_2 = 4;
  11 | 				v_3 = v_23;
  11 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  11 | 		__s64 v_27 = 0;
  11 | 		if (next_part_2 == 1) {
  11 | 			honey_raise(1);
  11 | 			return 0;
     | 		} else {
  11 | 			v_27 = v_3;
     | 		}
  11 | 		v_17 = v_27;
     | 	}
  11 | 	__s64 v_29;
  11 | 	__s64 v_30;
  11 | 	honey_put_1(0, v_17, &v_29, &v_30);
  12 | 	__s64 next_31 = 0;
  12 | 	next_31 = 1;
  12 | 	__u64 turns_32 = 0;
  12 | 	if (1 <= n_1) {
  12 | 		__u64 difference_35 = ((__u64)n_1) - 1;
  12 | 		if (difference_35 < 7) {
  12 | 			turns_32 = difference_35 + 1;
     | 		} else {
  12 | 			turns_32 = 7 + 1;
     | 		}
     | 	}
  12 | 	__s64 v_39 = 0;
     | 	{
  12 | 		for (__s64 turn_40 = 0; turn_40 < 7; turn_40++) {
  12 | 			asm volatile("" : "+r"(turn_40));
  12 | 			if ((__u64)turn_40 >= turns_32)
  12 | 				break;
     | 			{
  12 | 				__s64 now_41 = honey_forget(next_31);
  12 | 				next_31 = now_41 * (1 + turn_40);
  12 | 				goto out_3;
     | 			}
     | 			out_3:;
     | 		}
  12 | 		v_39 = next_31;
     | 	}
  12 | 	__s64 v_44;
  12 | 	__s64 v_45;
  12 | 	honey_put_1(1, v_39, &v_44, &v_45);
  13 | 	__s64 next_part_46 = 0;
  13 | 	__s64 v_47 = 0;
  13 | 	__s64 v_48 = 0;
  13 | 	next_part_46 = 1;
  13 | 	__s64 v_49 = 0;
     | 	{
  13 | 		for (__s64 turn_50 = 0; turn_50 < 3; turn_50++) {
  13 | 			asm volatile("" : "+r"(turn_50));
     | 			{
  13 | 				__s64 now_part_51 = honey_forget(next_part_46);
  13 | 				__s64 now_52 = honey_forget(v_47);
  13 | 				__s64 now_53 = honey_forget(v_48);
  13 | 				__s64 v_54 = 0;
  13 | 				if (turn_50 == 0) {
  13 | 					v_54 = n_1;
     | 				} else {
  13 | 					if (turn_50 == 1) {
  13 | 						v_54 = 3;
     | 					} else {
  13 | 						v_54 = 5;
     | 					}
     | 				}
  13 | 				__s64 v_58 = (__s64)((__u64)v_54 % (__u64)5);
  13 | 				__s64 v_59 = 0;
  13 | 				__s64 v_60 = 0;
  13 | 				if (now_part_51 == 1) {
  13 | 					v_59 = v_54;
  13 | 					v_60 = v_58;
     | 				} else {
  13 | 					__s64 v_63 = 0;
  13 | 					__s64 v_64 = 0;
  13 | 					if (v_58 <= now_53) {
  13 | 						v_63 = now_52;
  13 | 						v_64 = now_53;
     | 					} else {
  13 | 						v_63 = v_54;
  13 | 						v_64 = v_58;
     | 					}
  13 | 					v_59 = v_63;
  13 | 					v_60 = v_64;
     | 				}
  13 | 				next_part_46 = 7;
  13 | 				v_47 = v_59;
  13 | 				v_48 = v_60;
  13 | 				goto out_5;
     | 			}
     | 			out_5:;
     | 		}
  13 | 		__s64 v_67 = 0;
  13 | 		if (next_part_46 == 1) {
  13 | 			honey_raise(2);
  13 | 			return 0;
     | 		} else {
  13 | 			v_67 = v_47;
     | 		}
  13 | 		v_49 = v_67;
     | 	}
  13 | 	__s64 v_69;
  13 | 	__s64 v_70;
  13 | 	honey_put_1(2, v_49, &v_69, &v_70);
  14 | 	__s64 next_part_71 = 0;
  14 | 	__s64 v_72 = 0;
  14 | 	next_part_71 = 1;
  14 | 	__u64 turns_73 = 0;
  14 | 	if (5 <= n_1) {
  14 | 		__u64 difference_76 = ((__u64)n_1) - 5;
  14 | 		if (difference_76 < 3) {
  14 | 			turns_73 = difference_76 + 1;
     | 		} else {
  14 | 			turns_73 = 3 + 1;
     | 		}
     | 	}
  14 | 	__s64 v_80 = 0;
     | 	{
  14 | 		for (__s64 turn_81 = 0; turn_81 < 3; turn_81++) {
  14 | 			asm volatile("" : "+r"(turn_81));
  14 | 			if ((__u64)turn_81 >= turns_73)
  14 | 				break;
     | 			{
  14 | 				__s64 now_part_82 = honey_forget(next_part_71);
  14 | 				__s64 now_83 = honey_forget(v_72);
  14 | 				__s64 v_84 = 5 + turn_81;
  14 | 				__s64 v_85 = 0;
  14 | 				if (now_part_82 == 1) {
  14 | 					v_85 = v_84;
     | 				} else {
  14 | 					__s64 v_88 = 0;
  14 | 					if (v_84 <= now_83) {
  14 | 						v_88 = now_83;
     | 					} else {
  14 | 						v_88 = v_84;
     | 					}
  14 | 					v_85 = v_88;
     | 				}
  14 | 				next_part_71 = 4;
  14 | 				v_72 = v_85;
  14 | 				goto out_7;
     | 			}
     | 			out_7:;
     | 		}
  14 | 		__s64 v_91 = 0;
  14 | 		if (next_part_71 == 1) {
  14 | 			v_91 = 0;
     | 		} else {
  14 | 			v_91 = v_72;
     | 		}
  14 | 		v_80 = v_91;
     | 	}
  14 | 	__s64 v_93;
  14 | 	__s64 v_94;
  14 | 	honey_put_1(3, v_80, &v_93, &v_94);
  15 | 	__s64 v_95 = 0;
  15 | 	__s64 v_96 = 0;
     | 	{
  15 | 		for (__s64 turn_97 = 0; turn_97 < 20; turn_97++) {
  15 | 			asm volatile("" : "+r"(turn_97));
     | 			{
  15 | 				__s64 i_98 = 1 + turn_97;
  15 | 				__s64 v_99 = i_98 * i_98;
  15 | 				__s64 v_101 = 0;
  15 | 				__s64 v_102 = 0;
  15 | 				if (n_1 < v_99) {
  15 | 					v_101 = i_98;
  15 | 					v_102 = 0;
     | 				} else {
  15 | 					v_101 = 2;
  15 | 					v_102 = 1;
     | 				}
  15 | 				__s64 v_105 = 0;
  15 | 				if (v_102 != 1) {
  15 | 					v_105 = v_101;
     | 				} else {
  15 | 					goto out_9;
     | 				}
  15 | 				v_95 = v_105;
  15 | 				v_96 = 0;
  15 | 				goto out_8;
     | 			}
     | 			out_9:;
     | 		}
  15 | 		v_95 = 2;
  15 | 		v_96 = 1;
     | 	}
     | 	out_8:;
  15 | 	__s64 v_108;
  15 | 	__s64 v_109;
  15 | 	if (honey_put_2(4, v_95, v_96, &v_108, &v_109))
  15 | 		return 0;
  16 | 	__s64 v_110 = 0;
  16 | 	__s64 v_111 = 0;
     | 	{
  16 | 		for (__s64 turn_112 = 0; turn_112 < 7; turn_112++) {
  16 | 			asm volatile("" : "+r"(turn_112));
     | 			{
  16 | 				__s64 v_114 = 1 + (turn_112 * 3);
  16 | 				__s64 v_116 = 0;
  16 | 				if (n_1 < v_114) {
  16 | 					v_116 = turn_112;
     | 				} else {
  16 | 					goto out_11;
     | 				}
  16 | 				v_110 = v_116;
  16 | 				v_111 = 0;
  16 | 				goto out_10;
     | 			}
     | 			out_11:;
     | 		}
  16 | 		v_110 = 2;
  16 | 		v_111 = 1;
     | 	}
     | 	out_10:;
  16 | 	__s64 v_119 = 0;
  16 | 	if (v_111 != 1) {
  16 | 		v_119 = v_110;
     | 	} else {
  16 | 		v_119 = (-1);
     | 	}
  16 | 	__s64 v_122;
  16 | 	__s64 v_123;
  16 | 	honey_put_1(5, v_119, &v_122, &v_123);
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

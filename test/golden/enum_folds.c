     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
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
  11 | 					__s64 v_25 = 0;
  11 | 					v_25 = (now_20 * 3) + i_22;
  11 | 					v_23 = v_25;
     | 				}
  11 | 				next_part_2 = 4;
  11 | 				v_3 = v_23;
  11 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  11 | 		__s64 v_28 = 0;
  11 | 		if (next_part_2 == 1) {
  11 | 			honey_raise(1);
  11 | 			return 0;
     | 		} else {
  11 | 			v_28 = v_3;
     | 		}
  11 | 		v_17 = v_28;
     | 	}
  11 | 	__s64 v_30;
  11 | 	__s64 v_31;
  11 | 	honey_put_1(0, v_17, &v_30, &v_31);
  12 | 	__s64 next_32 = 0;
  12 | 	next_32 = 1;
  12 | 	__u64 turns_33 = 0;
  12 | 	if (1 <= n_1) {
  12 | 		__u64 difference_36 = ((__u64)n_1) - 1;
  12 | 		if (difference_36 < 7) {
  12 | 			turns_33 = difference_36 + 1;
     | 		} else {
  12 | 			turns_33 = 7 + 1;
     | 		}
     | 	}
  12 | 	__s64 v_40 = 0;
     | 	{
  12 | 		for (__s64 turn_41 = 0; turn_41 < 7; turn_41++) {
  12 | 			asm volatile("" : "+r"(turn_41));
  12 | 			if ((__u64)turn_41 >= turns_33)
  12 | 				break;
     | 			{
  12 | 				__s64 now_42 = honey_forget(next_32);
  12 | 				next_32 = now_42 * (1 + turn_41);
  12 | 				goto out_3;
     | 			}
     | 			out_3:;
     | 		}
  12 | 		v_40 = next_32;
     | 	}
  12 | 	__s64 v_45;
  12 | 	__s64 v_46;
  12 | 	honey_put_1(1, v_40, &v_45, &v_46);
  13 | 	__s64 next_part_47 = 0;
  13 | 	__s64 v_48 = 0;
  13 | 	__s64 v_49 = 0;
  13 | 	next_part_47 = 1;
  13 | 	__s64 v_50 = 0;
     | 	{
  13 | 		for (__s64 turn_51 = 0; turn_51 < 3; turn_51++) {
  13 | 			asm volatile("" : "+r"(turn_51));
     | 			{
  13 | 				__s64 now_part_52 = honey_forget(next_part_47);
  13 | 				__s64 now_53 = honey_forget(v_48);
  13 | 				__s64 now_54 = honey_forget(v_49);
  13 | 				__s64 v_55 = 0;
  13 | 				if (turn_51 == 0) {
  13 | 					v_55 = n_1;
     | 				} else {
  13 | 					if (turn_51 == 1) {
  13 | 						v_55 = 3;
     | 					} else {
  13 | 						v_55 = 5;
     | 					}
     | 				}
  13 | 				__s64 v_58 = 0;
  13 | 				v_58 = (__s64)((__u64)v_55 % (__u64)5);
  13 | 				__s64 v_61 = 0;
  13 | 				__s64 v_62 = 0;
  13 | 				if (now_part_52 == 1) {
  13 | 					v_61 = v_55;
  13 | 					v_62 = v_58;
     | 				} else {
  13 | 					__s64 v_65 = 0;
  13 | 					__s64 v_66 = 0;
  13 | 					if (v_58 <= now_54) {
  13 | 						v_65 = now_53;
  13 | 						v_66 = now_54;
     | 					} else {
  13 | 						v_65 = v_55;
  13 | 						v_66 = v_58;
     | 					}
  13 | 					v_61 = v_65;
  13 | 					v_62 = v_66;
     | 				}
  13 | 				next_part_47 = 7;
  13 | 				v_48 = v_61;
  13 | 				v_49 = v_62;
  13 | 				goto out_5;
     | 			}
     | 			out_5:;
     | 		}
  13 | 		__s64 v_69 = 0;
  13 | 		if (next_part_47 == 1) {
  13 | 			honey_raise(2);
  13 | 			return 0;
     | 		} else {
  13 | 			v_69 = v_48;
     | 		}
  13 | 		v_50 = v_69;
     | 	}
  13 | 	__s64 v_71;
  13 | 	__s64 v_72;
  13 | 	honey_put_1(2, v_50, &v_71, &v_72);
  14 | 	__s64 next_part_73 = 0;
  14 | 	__s64 v_74 = 0;
  14 | 	next_part_73 = 1;
  14 | 	__u64 turns_75 = 0;
  14 | 	if (5 <= n_1) {
  14 | 		__u64 difference_78 = ((__u64)n_1) - 5;
  14 | 		if (difference_78 < 3) {
  14 | 			turns_75 = difference_78 + 1;
     | 		} else {
  14 | 			turns_75 = 3 + 1;
     | 		}
     | 	}
  14 | 	__s64 v_82 = 0;
     | 	{
  14 | 		for (__s64 turn_83 = 0; turn_83 < 3; turn_83++) {
  14 | 			asm volatile("" : "+r"(turn_83));
  14 | 			if ((__u64)turn_83 >= turns_75)
  14 | 				break;
     | 			{
  14 | 				__s64 now_part_84 = honey_forget(next_part_73);
  14 | 				__s64 now_85 = honey_forget(v_74);
  14 | 				__s64 v_86 = 5 + turn_83;
  14 | 				__s64 v_87 = 0;
  14 | 				if (now_part_84 == 1) {
  14 | 					v_87 = v_86;
     | 				} else {
  14 | 					__s64 v_90 = 0;
  14 | 					if (v_86 <= now_85) {
  14 | 						v_90 = now_85;
     | 					} else {
  14 | 						v_90 = v_86;
     | 					}
  14 | 					v_87 = v_90;
     | 				}
  14 | 				next_part_73 = 4;
  14 | 				v_74 = v_87;
  14 | 				goto out_7;
     | 			}
     | 			out_7:;
     | 		}
  14 | 		__s64 v_93 = 0;
  14 | 		if (next_part_73 == 1) {
  14 | 			__s64 v_95 = 0;
  14 | 			v_95 = 0;
  14 | 			v_93 = v_95;
     | 		} else {
  14 | 			v_93 = v_74;
     | 		}
  14 | 		v_82 = v_93;
     | 	}
  14 | 	__s64 v_96;
  14 | 	__s64 v_97;
  14 | 	honey_put_1(3, v_82, &v_96, &v_97);
  15 | 	__s64 v_98 = 0;
  15 | 	__s64 v_99 = 0;
     | 	{
  15 | 		for (__s64 turn_100 = 0; turn_100 < 20; turn_100++) {
  15 | 			asm volatile("" : "+r"(turn_100));
     | 			{
  15 | 				__s64 i_101 = 1 + turn_100;
  15 | 				__s64 v_102 = 0;
  15 | 				__s64 v_103 = 0;
  15 | 				__s64 v_104 = i_101 * i_101;
  15 | 				__s64 v_106 = 0;
  15 | 				__s64 v_107 = 0;
  15 | 				if (n_1 < v_104) {
  15 | 					v_106 = i_101;
  15 | 					v_107 = 0;
     | 				} else {
  15 | 					v_106 = 2;
  15 | 					v_107 = 1;
     | 				}
  15 | 				v_102 = v_106;
  15 | 				v_103 = v_107;
  15 | 				__s64 v_110 = 0;
  15 | 				if (v_103 != 1) {
  15 | 					v_110 = v_102;
     | 				} else {
  15 | 					goto out_9;
     | 				}
  15 | 				v_98 = v_110;
  15 | 				v_99 = 0;
  15 | 				goto out_8;
     | 			}
     | 			out_9:;
     | 		}
  15 | 		v_98 = 2;
  15 | 		v_99 = 1;
     | 	}
     | 	out_8:;
  15 | 	__s64 v_113;
  15 | 	__s64 v_114;
  15 | 	if (honey_put_2(4, v_98, v_99, &v_113, &v_114))
  15 | 		return 0;
  16 | 	__s64 v_115 = 0;
  16 | 	__s64 v_116 = 0;
     | 	{
  16 | 		for (__s64 turn_117 = 0; turn_117 < 7; turn_117++) {
  16 | 			asm volatile("" : "+r"(turn_117));
     | 			{
  16 | 				__s64 v_120 = 0;
  16 | 				v_120 = n_1 < (1 + (turn_117 * 3));
  16 | 				__s64 v_122 = 0;
  16 | 				if (v_120) {
  16 | 					v_122 = turn_117;
     | 				} else {
  16 | 					goto out_11;
     | 				}
  16 | 				v_115 = v_122;
  16 | 				v_116 = 0;
  16 | 				goto out_10;
     | 			}
     | 			out_11:;
     | 		}
  16 | 		v_115 = 2;
  16 | 		v_116 = 1;
     | 	}
     | 	out_10:;
  16 | 	__s64 v_124 = 0;
  16 | 	if (v_116 != 1) {
  16 | 		v_124 = v_115;
     | 	} else {
  16 | 		v_124 = (-1);
     | 	}
  16 | 	__s64 v_127;
  16 | 	__s64 v_128;
  16 | 	honey_put_1(5, v_124, &v_127, &v_128);
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   8 | 	char comm_0[16] __attribute__((aligned(8)));
   8 | 	bpf_get_current_comm(comm_0, 16);
   8 | 	__s64 v_1 = 0;
   8 | 	const char *text_20 = comm_0 + 8;
   8 | 	__s64 matches_21 = 0;
     | 	{
   8 | 		__u64 v_2 = *(const __u8 *)(comm_0 + 7);
   8 | 		if (v_2 == 0) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_4 = *(const __u8 *)(comm_0 + 0);
   8 | 		if (v_4 != 107) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_6 = *(const __u8 *)(comm_0 + 1);
   8 | 		if (v_6 != 119) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_8 = *(const __u8 *)(comm_0 + 2);
   8 | 		if (v_8 != 111) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_10 = *(const __u8 *)(comm_0 + 3);
   8 | 		if (v_10 != 114) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_12 = *(const __u8 *)(comm_0 + 4);
   8 | 		if (v_12 != 107) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_14 = *(const __u8 *)(comm_0 + 5);
   8 | 		if (v_14 != 101) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_16 = *(const __u8 *)(comm_0 + 6);
   8 | 		if (v_16 != 114) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 v_18 = *(const __u8 *)(comm_0 + 7);
   8 | 		if (v_18 != 47) {
   8 | 			goto out_0;
     | 		}
   8 | 		matches_21 = 1;
     | 	}
     | 	out_0:;
   8 | 	if (matches_21) {
   9 | 		__s64 v_22 = honey_letters(*(const __u64 *)(comm_0 + 0)) + honey_letters(*(const __u64 *)(comm_0 + 8));
   8 | 		v_1 = v_22 + (__s64)(-8);
     | 	} else {
   8 | 		__s64 n_32 = 0;
   8 | 		__s64 matches_33 = 0;
     | 		{
   8 | 			__u64 v_24 = *(const __u8 *)(comm_0 + 2);
   8 | 			if (v_24 == 0) {
   8 | 				goto out_1;
     | 			}
   8 | 			__u64 v_26 = *(const __u8 *)(comm_0 + 0);
   8 | 			if (v_26 != 107) {
   8 | 				goto out_1;
     | 			}
   8 | 			__u64 v_28 = *(const __u8 *)(comm_0 + 1);
   8 | 			__s64 n_29 = (__s64)v_28;
   8 | 			__u64 v_30 = *(const __u8 *)(comm_0 + 2);
   8 | 			if (v_30 != 47) {
   8 | 				goto out_1;
     | 			}
   8 | 			n_32 = n_29;
   8 | 			matches_33 = 1;
     | 		}
     | 		out_1:;
   8 | 		if (matches_33) {
   8 | 			v_1 = n_32;
     | 		} else {
   8 | 			char text_38[8] __attribute__((aligned(8)));
   8 | 			text_38[0] = comm_0[1];
   8 | 			text_38[1] = comm_0[2];
   8 | 			text_38[2] = 0;
   8 | 			text_38[3] = 0;
   8 | 			text_38[4] = 0;
   8 | 			text_38[5] = 0;
   8 | 			text_38[6] = 0;
   8 | 			text_38[7] = 0;
   8 | 			__s64 matches_39 = 0;
     | 			{
   8 | 				__u64 v_34 = *(const __u8 *)(comm_0 + 2);
   8 | 				if (v_34 == 0) {
   8 | 					goto out_2;
     | 				}
   8 | 				__u64 v_36 = *(const __u8 *)(comm_0 + 3);
   8 | 				if (v_36 != 0) {
   8 | 					goto out_2;
     | 				}
   8 | 				matches_39 = 1;
     | 			}
     | 			out_2:;
   8 | 			if (matches_39) {
  11 | 				static const char text_40[8] __attribute__((aligned(8))) = "\163\150";
  11 | 				__s64 v_41 = *(const __u64 *)(text_38 + 0) == *(const __u64 *)(text_40 + 0);
  11 | 				__s64 v_42 = 0;
  11 | 				if (v_41) {
  11 | 					v_42 = 2;
     | 				} else {
  11 | 					v_42 = 3;
     | 				}
   8 | 				v_1 = v_42;
     | 			} else {
   8 | 				__s64 matches_46 = 0;
     | 				{
   8 | 					__u64 v_44 = *(const __u8 *)(comm_0 + 0);
   8 | 					if (v_44 != 0) {
   8 | 						goto out_3;
     | 					}
   8 | 					matches_46 = 1;
     | 				}
     | 				out_3:;
   8 | 				if (matches_46) {
   8 | 					v_1 = 4;
     | 				} else {
   8 | 					v_1 = 5;
     | 				}
     | 			}
     | 		}
     | 	}
  13 | 	return v_1;
     | }
  14 | #pragma clang attribute pop

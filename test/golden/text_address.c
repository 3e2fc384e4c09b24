     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_probe_read_user_str)(void *buffer, __u32 size, const void *address) = (void *)114;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | struct syscall_trace_enter {
     | 	unsigned long args[6];
     | } __attribute__((preserve_access_index));
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("tracepoint/syscalls/sys_enter_chdir") int program(void *ctx)
     | {
   7 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   7 | 	__u64 filename_1 = (__u64)((struct syscall_trace_enter *)ctx)->args[0];
   7 | 	asm volatile("" : : "i"(1));
  11 | 	char comm_3[16] __attribute__((aligned(8)));
  11 | 	bpf_get_current_comm(comm_3, 16);
  22 | 	__s64 status_5 = 0;
  22 | 	char text_6[64] __attribute__((aligned(8))) = "";
  22 | 	status_5 = bpf_probe_read_user_str(text_6, 64, (const void *)filename_1);
  22 | 	__s64 text_part_7 = 2;
  22 | 	if (status_5 < 0) {
  22 | 		text_part_7 = 3;
     | 	}
  22 | 	__s64 g_9 = 0;
  22 | 	__s64 g_part_10 = 0;
  22 | 	__s64 v_11 = 0;
  22 | 	if (text_part_7 == 2) {
  22 | 		__s64 v_13 = honey_letters(*(const __u64 *)(text_6 + 0)) + honey_letters(*(const __u64 *)(text_6 + 8)) + honey_letters(*(const __u64 *)(text_6 + 16)) + honey_letters(*(const __u64 *)(text_6 + 24)) + honey_letters(*(const __u64 *)(text_6 + 32)) + honey_letters(*(const __u64 *)(text_6 + 40)) + honey_letters(*(const __u64 *)(text_6 + 48)) + honey_letters(*(const __u64 *)(text_6 + 56));
  22 | 		g_9 = v_13;
  22 | 		g_part_10 = 0;
     | 	} else {
  22 | 		g_part_10 = 3;
  22 | 		v_11 = status_5;
     | 	}
  23 | 	__s64 status_14 = 0;
  23 | 	char text_15[64] __attribute__((aligned(8))) = "";
  23 | 	status_14 = bpf_probe_read_user_str(text_15, 64, (const void *)filename_1);
  23 | 	__s64 v_16 = 2;
  23 | 	if (status_14 < 0) {
  23 | 		v_16 = 3;
     | 	}
  23 | 	__s64 h_18 = 0;
  23 | 	__s64 matches_30 = 0;
     | 	{
  23 | 		__u64 v_20 = *(const __u8 *)(text_15 + 3);
  23 | 		if (v_20 == 0) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_22 = *(const __u8 *)(text_15 + 0);
  23 | 		if (v_22 != 47) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_24 = *(const __u8 *)(text_15 + 1);
  23 | 		if (v_24 != 101) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_26 = *(const __u8 *)(text_15 + 2);
  23 | 		if (v_26 != 116) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_28 = *(const __u8 *)(text_15 + 3);
  23 | 		if (v_28 != 99) {
  23 | 			goto out_0;
     | 		}
  23 | 		matches_30 = 1;
     | 	}
     | 	out_0:;
  23 | 	if ((v_16 == 2) && matches_30) {
  23 | 		h_18 = 1;
     | 	} else {
  23 | 		__s64 matches_43 = 0;
     | 		{
  23 | 			__u64 v_33 = *(const __u8 *)(text_15 + 3);
  23 | 			if (v_33 == 0) {
  23 | 				goto out_1;
     | 			}
  23 | 			__u64 v_35 = *(const __u8 *)(text_15 + 0);
  23 | 			if (v_35 != 47) {
  23 | 				goto out_1;
     | 			}
  23 | 			__u64 v_37 = *(const __u8 *)(text_15 + 1);
  23 | 			if (v_37 != 117) {
  23 | 				goto out_1;
     | 			}
  23 | 			__u64 v_39 = *(const __u8 *)(text_15 + 2);
  23 | 			if (v_39 != 115) {
  23 | 				goto out_1;
     | 			}
  23 | 			__u64 v_41 = *(const __u8 *)(text_15 + 3);
  23 | 			if (v_41 != 114) {
  23 | 				goto out_1;
     | 			}
  23 | 			matches_43 = 1;
     | 		}
     | 		out_1:;
  23 | 		if ((v_16 == 2) && matches_43) {
  23 | 			h_18 = 1;
     | 		} else {
     | 			{
     | 			}
  23 | 			if (v_16 == 2) {
  23 | 				h_18 = 0;
     | 			} else {
  23 | 				honey_raise(0);
  23 | 				return 0;
     | 			}
     | 		}
     | 	}
  24 | 	return 0;
     | }
  25 | #pragma clang attribute pop

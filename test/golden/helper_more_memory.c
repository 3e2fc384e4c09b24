     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_get_current_task_btf)(void) = (void *)158;
     | static long (*bpf_get_branch_snapshot)(void *buffer, __u32 count, __u64 flags) = (void *)176;
     | static long (*bpf_kallsyms_lookup_name)(const char *name, __u64 size, __u64 flags, __u64 *address) = (void *)179;
     | static long (*bpf_copy_from_user_task)(void *buffer, __u32 type, const void *address, void *task, __u64 flags) = (void *)191;
     | static long (*bpf_tcp_raw_gen_syncookie_ipv4)(const void *ip, const void *tcp, __u32 tcp_size) = (void *)204;
     | static long (*bpf_tcp_raw_gen_syncookie_ipv6)(const void *ip, const void *tcp, __u32 tcp_size) = (void *)205;
     | static long (*bpf_tcp_raw_check_syncookie_ipv6)(const void *ip, const void *tcp) = (void *)207;
     | struct honey_Head {
     | 	__u32 number;
     | 	__u16 flags;
     | 	__u8 honey_gap_1[2];
     | };
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  19 | static inline __attribute__((always_inline)) __s64 honey_sum_1(__s64 one_0, __s64 v_1, __s64 v_2, __s64 other_3, __s64 v_4, __s64 v_5)
     | {
  19 | 	__s64 v_6 = 0;
  19 | 	if (v_1 == 3) {
  19 | 		v_6 = 0;
     | 	} else {
  19 | 		if (v_4 == 3) {
  19 | 			v_6 = 1;
     | 		} else {
  19 | 			v_6 = (one_0 >> 32) + (other_3 >> 32);
     | 		}
     | 	}
  21 | 	return v_6;
     | }
   9 | SEC("xdp") int cookies(void *ctx)
     | {
  11 | 	char text_0[40] __attribute__((aligned(8))) = "";
  11 | 	text_0[0] = (__u8)(96 | 0);
  11 | 	text_0[1] = (__u8)0;
  11 | 	*(__u16 *)(text_0 + 2) = __builtin_bswap16((__u16)0);
  11 | 	*(__u16 *)(text_0 + 4) = __builtin_bswap16((__u16)20);
  11 | 	text_0[6] = (__u8)6;
  11 | 	text_0[7] = (__u8)64;
  11 | 	*(__u64 *)(text_0 + 8) = __builtin_bswap64((__u64)1);
  11 | 	*(__u64 *)(text_0 + 16) = __builtin_bswap64((__u64)2);
  11 | 	*(__u64 *)(text_0 + 24) = __builtin_bswap64((__u64)3);
  11 | 	*(__u64 *)(text_0 + 32) = __builtin_bswap64((__u64)4);
  14 | 	static const char text_2[24] __attribute__((aligned(8))) = "\105\000\000\050\000\000\000\000\100\006\000\000\012\000\000\001\012\000\000\002";
  14 | 	static const char text_3[24] __attribute__((aligned(8))) = "\017\240\000\120\000\000\003\350\000\000\000\000\120\002\004\000\000\000\000\000";
  14 | 	__s64 status_4 = bpf_tcp_raw_gen_syncookie_ipv4(text_2, text_3, 20);
  14 | 	__s64 v_5 = 0;
  14 | 	__s64 v_6 = 0;
  14 | 	__s64 v_7 = 0;
  14 | 	if (status_4 < 0) {
  14 | 		v_6 = 3;
  14 | 		v_7 = status_4;
     | 	} else {
  14 | 		v_5 = status_4;
     | 	}
  14 | 	static const char text_9[24] __attribute__((aligned(8))) = "\017\240\000\120\000\000\003\350\000\000\000\000\120\002\004\000\000\000\000\000";
  14 | 	__s64 status_10 = bpf_tcp_raw_gen_syncookie_ipv6(text_0, text_9, 20);
  14 | 	__s64 v_11 = 0;
  14 | 	__s64 v_12 = 0;
  14 | 	__s64 v_13 = 0;
  14 | 	if (status_10 < 0) {
  14 | 		v_12 = 3;
  14 | 		v_13 = status_10;
     | 	} else {
  14 | 		v_11 = status_10;
     | 	}
  14 | 	__s64 made_15 = honey_sum_1(v_5, v_6, v_7, v_11, v_12, v_13);
  15 | 	static const char text_16[24] __attribute__((aligned(8))) = "\017\240\000\120\000\000\003\350\000\000\000\000\120\002\004\000\000\000\000\000";
  15 | 	__s64 status_17 = bpf_tcp_raw_check_syncookie_ipv6(text_0, text_16);
  15 | 	__s64 right_part_18 = 0;
  15 | 	__s64 v_19 = 0;
  15 | 	if (status_17 < 0) {
  15 | 		right_part_18 = 3;
  15 | 		v_19 = status_17;
     | 	} else {
  15 | 		right_part_18 = 1;
     | 	}
  16 | 	__s64 v_22 = 0;
  16 | 	if (5 < made_15) {
  16 | 		v_22 = right_part_18 == 1;
     | 	} else {
  16 | 		v_22 = 0;
     | 	}
  16 | 	__s64 v_26 = 0;
  16 | 	if (v_22) {
  16 | 		v_26 = 2;
     | 	} else {
  16 | 		v_26 = 1;
     | 	}
  16 | 	return v_26;
     | }
  31 | static inline __attribute__((always_inline)) __s64 honey_head_3(__s64 v_0, const void * head_1_at, __s64 v_2)
     | {
  31 | 	__s64 v_3 = 0;
  31 | 	if (v_0 == 3) {
  31 | 		v_3 = 1;
     | 	} else {
  32 | 		__s64 number_7 = (*(struct honey_Head *)head_1_at).number;
  32 | 		__s64 flags_8 = (*(struct honey_Head *)head_1_at).flags;
  31 | 		v_3 = number_7 + flags_8;
     | 	}
  32 | 	return v_3;
     | }
  24 | SEC("syscall") int system(void *ctx)
     | {
  25 | 	static const char text_0[16] __attribute__((aligned(8))) = "\163\143\150\145\144\165\154\145";
  25 | 	__s64 status_1 = 0;
  25 | 	__u64 filled_2 = 0;
  25 | 	status_1 = bpf_kallsyms_lookup_name(text_0, 9, 0, &filled_2);
  25 | 	__u64 address_2 = filled_2;
  25 | 	__s64 v_3 = 0;
  25 | 	if (status_1 < 0) {
  25 | 		v_3 = 3;
     | 	}
  25 | 	__s64 v_5 = 0;
  25 | 	if (v_3 == 3) {
  25 | 		v_5 = 0;
     | 	} else {
  27 | 		__s64 status_9 = 0;
  27 | 		struct honey_Head v_10 __attribute__((aligned(8))) = {};
  27 | 		status_9 = bpf_copy_from_user_task(&v_10, 8, (const void *)address_2, bpf_get_current_task_btf(), 0);
  27 | 		__builtin_memset(v_10.honey_gap_1, 0, 2);
  27 | 		__s64 v_11 = (-1);
  27 | 		if (status_9 < 0) {
  27 | 			v_11 = 3;
     | 		}
  27 | 		__s64 v_13 = honey_head_3(v_11, &v_10, status_9);
  25 | 		v_5 = v_13;
     | 	}
  27 | 	return v_5;
     | }
  35 | SEC("raw_tracepoint/sched_switch") int branches(void *ctx)
     | {
  36 | 	__s64 status_0 = 0;
  36 | 	struct { __u64 items[6]; } branches_1 __attribute__((aligned(8))) = {};
  36 | 	status_0 = bpf_get_branch_snapshot(&branches_1, 48, 0);
  36 | 	__s64 v_2 = (-1);
  36 | 	if (status_0 < 0) {
  36 | 		v_2 = 3;
     | 	}
  36 | 	__s64 v_4 = 0;
  36 | 	if (v_2 == 3) {
  36 | 		v_4 = 0;
     | 	} else {
  38 | 		__u64 v_8 = branches_1.items[0];
  38 | 		__u64 v_9 = branches_1.items[1];
  38 | 		__s64 v_11 = 0;
  38 | 		if (v_8 == v_9) {
  38 | 			v_11 = 1;
     | 		} else {
  38 | 			v_11 = 2;
     | 		}
  36 | 		v_4 = v_11;
     | 	}
  38 | 	return v_4;
     | }
  39 | #pragma clang attribute pop

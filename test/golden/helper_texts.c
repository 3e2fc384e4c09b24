     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_get_current_task)(void) __attribute__((const)) = (void *)35;
     | static long (*bpf_probe_read_str)(void *buffer, __u32 size, const void *address) = (void *)45;
     | static long (*bpf_probe_read_user_str)(void *buffer, __u32 size, const void *address) = (void *)114;
     | static long (*bpf_probe_read_kernel_str)(void *buffer, __u32 size, const void *address) = (void *)115;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | struct {
     | 	int (*type)[1];
     | 	char (*key)[16];
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } names SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  15 | static inline __attribute__((always_inline)) int honey_count_1(__s64 v_1, const char * name_0, __s64 v_2, __s64 *result_0, __s64 *result_1)
     | {
  15 | 	__u64 stored_u64;
  15 | 	__s64 v_3 = 0;
  15 | 	__s64 v_4 = 0;
  15 | 	if (v_1 == 3) {
  15 | 		v_3 = 1;
     | 	} else {
  15 | 		__s64 matches_16 = 0;
     | 		{
  15 | 			__u64 v_8 = *(const __u8 *)(name_0 + 1);
  15 | 			if (v_8 == 0) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_10 = *(const __u8 *)(name_0 + 2);
  15 | 			if (v_10 != 0) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_12 = *(const __u8 *)(name_0 + 0);
  15 | 			if (v_12 != 115) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_14 = *(const __u8 *)(name_0 + 1);
  15 | 			if (v_14 != 104) {
  15 | 				goto out_0;
     | 			}
  15 | 			matches_16 = 1;
     | 		}
     | 		out_0:;
  15 | 		if (matches_16) {
  15 | 			v_3 = 1;
     | 		} else {
  17 | 			__s64 v_17 = honey_letters(*(const __u64 *)(name_0 + 0)) + honey_letters(*(const __u64 *)(name_0 + 8));
  17 | 			stored_u64 = v_17;
  17 | 			__s64 status_18 = bpf_map_update_elem(&names, &*name_0, &stored_u64, 0);
  17 | 			__s64 v_19 = 0;
  17 | 			__s64 v_20 = 0;
  17 | 			if (status_18 < 0) {
  17 | 				v_19 = 3;
  17 | 				v_20 = status_18;
     | 			} else {
  17 | 				v_19 = 1;
     | 			}
  15 | 			v_3 = v_19;
  15 | 			v_4 = v_20;
     | 		}
     | 	}
  17 | 	*result_0 = v_3;
  17 | 	*result_1 = v_4;
  17 | 	return 0;
     | }
  15 | static inline __attribute__((always_inline)) int honey_count_2(__s64 v_1, const char * name_0, __s64 v_2, __s64 *result_0, __s64 *result_1)
     | {
  15 | 	__u64 stored_u64;
  15 | 	__s64 v_3 = 0;
  15 | 	__s64 v_4 = 0;
  15 | 	if (v_1 == 3) {
  15 | 		v_3 = 1;
     | 	} else {
  15 | 		__s64 matches_16 = 0;
     | 		{
  15 | 			__u64 v_8 = *(const __u8 *)(name_0 + 1);
  15 | 			if (v_8 == 0) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_10 = *(const __u8 *)(name_0 + 2);
  15 | 			if (v_10 != 0) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_12 = *(const __u8 *)(name_0 + 0);
  15 | 			if (v_12 != 115) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_14 = *(const __u8 *)(name_0 + 1);
  15 | 			if (v_14 != 104) {
  15 | 				goto out_0;
     | 			}
  15 | 			matches_16 = 1;
     | 		}
     | 		out_0:;
  15 | 		if (matches_16) {
  15 | 			v_3 = 1;
     | 		} else {
  17 | 			char text_17[24] __attribute__((aligned(8))) = "";
  17 | 			*(__u64 *)(text_17 + 0) = *(const __u64 *)(name_0 + 0);
  17 | 			*(__u64 *)(text_17 + 8) = 0;
  17 | 			*(__u64 *)(text_17 + 16) = 0;
  17 | 			__s64 v_18 = honey_letters(*(const __u64 *)(name_0 + 0));
  17 | 			stored_u64 = v_18;
  17 | 			__s64 status_19 = bpf_map_update_elem(&names, &*text_17, &stored_u64, 0);
  17 | 			__s64 v_20 = 0;
  17 | 			__s64 v_21 = 0;
  17 | 			if (status_19 < 0) {
  17 | 				v_20 = 3;
  17 | 				v_21 = status_19;
     | 			} else {
  17 | 				v_20 = 1;
     | 			}
  15 | 			v_3 = v_20;
  15 | 			v_4 = v_21;
     | 		}
     | 	}
  17 | 	*result_0 = v_3;
  17 | 	*result_1 = v_4;
  17 | 	return 0;
     | }
  15 | static inline __attribute__((always_inline)) int honey_count_3(__s64 v_1, const char * name_0, __s64 v_2, __s64 *result_0, __s64 *result_1)
     | {
  15 | 	__u64 stored_u64;
  15 | 	__s64 v_3 = 0;
  15 | 	__s64 v_4 = 0;
  15 | 	if (v_1 == 3) {
  15 | 		v_3 = 1;
     | 	} else {
  15 | 		__s64 matches_16 = 0;
     | 		{
  15 | 			__u64 v_8 = *(const __u8 *)(name_0 + 1);
  15 | 			if (v_8 == 0) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_10 = *(const __u8 *)(name_0 + 2);
  15 | 			if (v_10 != 0) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_12 = *(const __u8 *)(name_0 + 0);
  15 | 			if (v_12 != 115) {
  15 | 				goto out_0;
     | 			}
  15 | 			__u64 v_14 = *(const __u8 *)(name_0 + 1);
  15 | 			if (v_14 != 104) {
  15 | 				goto out_0;
     | 			}
  15 | 			matches_16 = 1;
     | 		}
     | 		out_0:;
  15 | 		if (matches_16) {
  15 | 			v_3 = 1;
     | 		} else {
  17 | 			char text_17[24] __attribute__((aligned(8))) = "";
  17 | 			*(__u64 *)(text_17 + 0) = *(const __u64 *)(name_0 + 0);
  17 | 			*(__u64 *)(text_17 + 8) = *(const __u64 *)(name_0 + 8);
  17 | 			*(__u64 *)(text_17 + 16) = 0;
  17 | 			__s64 v_18 = honey_letters(*(const __u64 *)(name_0 + 0)) + honey_letters(*(const __u64 *)(name_0 + 8));
  17 | 			stored_u64 = v_18;
  17 | 			__s64 status_19 = bpf_map_update_elem(&names, &*text_17, &stored_u64, 0);
  17 | 			__s64 v_20 = 0;
  17 | 			__s64 v_21 = 0;
  17 | 			if (status_19 < 0) {
  17 | 				v_20 = 3;
  17 | 				v_21 = status_19;
     | 			} else {
  17 | 				v_20 = 1;
     | 			}
  15 | 			v_3 = v_20;
  15 | 			v_4 = v_21;
     | 		}
     | 	}
  17 | 	*result_0 = v_3;
  17 | 	*result_1 = v_4;
  17 | 	return 0;
     | }
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u64 address_0 = bpf_get_current_task();
  10 | 	__s64 status_1 = 0;
  10 | 	char text_2[16] __attribute__((aligned(8))) = "";
  10 | 	status_1 = bpf_probe_read_user_str(text_2, 16, (const void *)address_0);
  10 | 	__s64 v_3 = 2;
  10 | 	if (status_1 < 0) {
  10 | 		v_3 = 3;
     | 	}
  10 | 	__s64 v_5;
  10 | 	__s64 v_6;
  10 | 	honey_count_1(v_3, text_2, status_1, &v_5, &v_6);
  11 | 	__s64 status_7 = 0;
  11 | 	char text_8[8] __attribute__((aligned(8))) = "";
  11 | 	status_7 = bpf_probe_read_kernel_str(text_8, 8, (const void *)address_0);
  11 | 	__s64 v_9 = 2;
  11 | 	if (status_7 < 0) {
  11 | 		v_9 = 3;
     | 	}
  11 | 	__s64 v_11;
  11 | 	__s64 v_12;
  11 | 	honey_count_2(v_9, text_8, status_7, &v_11, &v_12);
  12 | 	__s64 status_13 = 0;
  12 | 	char text_14[16] __attribute__((aligned(8))) = "";
  12 | 	status_13 = bpf_probe_read_str(text_14, 12, (const void *)address_0);
  12 | 	__s64 v_15 = 2;
  12 | 	if (status_13 < 0) {
  12 | 		v_15 = 3;
     | 	}
  12 | 	__s64 v_17;
  12 | 	__s64 v_18;
  12 | 	honey_count_3(v_15, text_14, status_13, &v_17, &v_18);
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

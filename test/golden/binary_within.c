     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static __attribute__((noinline)) __u64
     | honey_array_bits(const char *array, __u64 size, __u64 position, __u64 count)
     | {
     | 	__u64 skipped = position & 7, value = 0;
     |
     | 	for (int i = 0; i < 9; i++) {
     | 		__u64 at = (position >> 3) + i, there = 8 - skipped, taken = there;
     | 		const char *byte;
     |
     | 		if (!count)
     | 			break;
     | 		if (taken > count)
     | 			taken = count;
     | 		asm volatile("" : "+r"(at));
     | 		if (at >= size)
     | 			break;
     | 		byte = array + at;
     | 		asm volatile("" : "+r"(byte) : : "memory");
     | 		value = value << taken |
     | 			(*(const __u8 *)byte >> (there - taken) & ((1 << taken) - 1));
     | 		count -= taken;
     | 		skipped = 0;
     | 	}
     | 	return value;
     | }
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	char (*value)[20];
     | 	int (*max_entries)[16u];
     | } options SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) __s64 honey_bits_1(const char * v_0, __s64 v_1, __s64 v_2)
     | {
  16 | 	__s64 v_3 = 0;
  16 | 	__s64 x_23 = 0;
  16 | 	__s64 n_24 = 0;
  16 | 	__s64 matches_25 = 0;
     | 	{
  16 | 		if (v_2 < 3) {
  16 | 			goto out_0;
     | 		}
  16 | 		__u64 at_5 = (__u64)v_1 >> 3;
  16 | 		asm volatile("" : "+r"(at_5));
  16 | 		if (at_5 > 19)
  16 | 			goto out_0;
  16 | 		const __u8 *bytes_5 = (const __u8 *)v_0 + at_5;
  16 | 		asm volatile("" : "+r"(bytes_5) : : "memory");
  16 | 		__u64 v_6 = *(const __u8 *)(bytes_5 + 0);
  16 | 		__s64 n_8 = (__s64)(v_6 >> 5);
  16 | 		if (524280 < ((__u64)n_8)) {
  16 | 			goto out_0;
     | 		}
  16 | 		__s64 v_11 = v_2 + (__s64)(-3);
  16 | 		if (v_11 < n_8) {
  16 | 			goto out_0;
     | 		}
  16 | 		__s64 v_13 = v_1 + 3;
  16 | 		__s64 width_14 = 64;
  16 | 		__s64 skipped_15 = 0;
  16 | 		if (64 < n_8) {
  16 | 			skipped_15 = n_8 + (__s64)(-64);
     | 		} else {
  16 | 			width_14 = n_8;
     | 		}
  16 | 		__u64 v_19 = honey_array_bits(v_0, 20, (v_13 + skipped_15), width_14);
  16 | 		__s64 x_20 = (__s64)v_19;
  16 | 		x_23 = x_20;
  16 | 		n_24 = n_8;
  16 | 		matches_25 = 1;
     | 	}
     | 	out_0:;
  16 | 	if (matches_25) {
  16 | 		v_3 = x_23;
     | 	} else {
  16 | 		v_3 = 0;
     | 	}
  17 | 	return v_3;
     | }
  19 | static inline __attribute__((always_inline)) int honey_name_2(const char * comm_0, __s64 n_1, __s64 *result_0)
     | {
  20 | 	__s64 v_2 = 0;
  20 | 	__s64 v_3 = honey_letters(*(const __u64 *)(comm_0 + 0)) + honey_letters(*(const __u64 *)(comm_0 + 8));
  20 | 	__s64 v_4 = v_3 * 8;
  20 | 	__s64 rest_16 = 0;
  20 | 	__s64 rest_size_17 = 0;
  20 | 	__s64 matches_18 = 0;
     | 	{
  20 | 		if (524280 < ((__u64)n_1)) {
  20 | 			goto out_0;
     | 		}
  20 | 		__s64 v_7 = n_1 * 8;
  20 | 		if (v_4 < v_7) {
  20 | 			goto out_0;
     | 		}
  20 | 		__s64 v_9 = v_4 - v_7;
  20 | 		if (v_9 < 8) {
  20 | 			goto out_0;
     | 		}
  20 | 		__u64 at_11 = (__u64)v_7 >> 3;
  20 | 		asm volatile("" : "+r"(at_11));
  20 | 		if (at_11 > 15)
  20 | 			goto out_0;
  20 | 		const __u8 *bytes_11 = (const __u8 *)comm_0 + at_11;
  20 | 		asm volatile("" : "+r"(bytes_11) : : "memory");
  20 | 		__u64 v_12 = *(const __u8 *)(bytes_11 + 0);
  20 | 		if (v_12 != 47) {
  20 | 			goto out_0;
     | 		}
  20 | 		__s64 rest_size_14 = v_9 + (__s64)(-8);
  20 | 		__s64 rest_15 = v_7 + 8;
  20 | 		rest_16 = rest_15;
  20 | 		rest_size_17 = rest_size_14;
  20 | 		matches_18 = 1;
     | 	}
     | 	out_0:;
  20 | 	if (matches_18) {
  20 | 		v_2 = rest_size_17 >> 3;
     | 	} else {
  20 | 		__s64 v_20 = honey_letters(*(const __u64 *)(comm_0 + 0)) + honey_letters(*(const __u64 *)(comm_0 + 8));
  20 | 		__s64 v_21 = v_20 * 8;
  20 | 		__s64 high_27 = 0;
  20 | 		__s64 matches_28 = 0;
     | 		{
  20 | 			if (v_21 < 4) {
  20 | 				goto out_1;
     | 			}
  20 | 			__u64 v_23 = *(const __u8 *)(comm_0 + 0);
  20 | 			__s64 high_25 = (__s64)(v_23 >> 4);
  20 | 			high_27 = high_25;
  20 | 			matches_28 = 1;
     | 		}
     | 		out_1:;
  20 | 		if (matches_28) {
  20 | 			v_2 = high_27;
     | 		} else {
  20 | 			__s64 matches_31 = 0;
     | 			{
  20 | 				__u64 v_29 = *(const __u8 *)(comm_0 + 0);
  20 | 				if (v_29 != 0) {
  20 | 					goto out_2;
     | 				}
  20 | 				matches_31 = 1;
     | 			}
     | 			out_2:;
  20 | 			if (matches_31) {
  20 | 				v_2 = 0;
     | 			} else {
  20 | 				honey_raise(0);
  20 | 				return 1;
     | 			}
     | 		}
     | 	}
  23 | 	*result_0 = v_2;
  23 | 	return 0;
     | }
   9 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	void *found_0 = bpf_map_lookup_elem(&options, &slot_u32_0);
  10 | 	char text_1[24] __attribute__((aligned(8))) = "";
  10 | 	__s64 v_2 = 0;
  10 | 	v_2 = 1;
  10 | 	if (found_0) {
  10 | 		char v_3[24] __attribute__((aligned(8))) = "";
  10 | 		if (found_0)
  10 | 			__builtin_memcpy(&*v_3, __builtin_assume_aligned(found_0, 8), 20);
  10 | 		*(__u64 *)(text_1 + 0) = *(const __u64 *)(v_3 + 0);
  10 | 		*(__u64 *)(text_1 + 8) = *(const __u64 *)(v_3 + 8);
  10 | 		*(__u64 *)(text_1 + 16) = *(const __u64 *)(v_3 + 16);
  10 | 		v_2 = 2;
     | 	}
  10 | 	__s64 v_4 = 0;
  10 | 	__s64 rest_23 = 0;
  10 | 	__s64 rest_size_24 = 0;
  10 | 	__s64 x_25 = 0;
  10 | 	__s64 n_26 = 0;
  10 | 	__s64 matches_27 = 0;
     | 	{
  10 | 		__u64 v_6 = *(const __u8 *)(text_1 + 0);
  10 | 		__s64 n_7 = (__s64)v_6;
  10 | 		if (524280 < ((__u64)n_7)) {
  10 | 			goto out_0;
     | 		}
  10 | 		__s64 v_10 = n_7 * 8;
  10 | 		if (152 < v_10) {
  10 | 			goto out_0;
     | 		}
  10 | 		__s64 v_12 = 8 + v_10;
  10 | 		__s64 v_13 = 152 - v_10;
  10 | 		if (v_13 < 16) {
  10 | 			goto out_0;
     | 		}
  10 | 		__u64 at_15 = (__u64)v_12 >> 3;
  10 | 		asm volatile("" : "+r"(at_15));
  10 | 		if (at_15 > 18)
  10 | 			goto out_0;
  10 | 		const __u8 *bytes_15 = (const __u8 *)text_1 + at_15;
  10 | 		asm volatile("" : "+r"(bytes_15) : : "memory");
  10 | 		__u64 v_16 = *(const __u8 *)(bytes_15 + 0);
  10 | 		__u64 v_17 = *(const __u8 *)(bytes_15 + 1);
  10 | 		__s64 x_20 = (__s64)(v_16 | (v_17 << 8));
  10 | 		__s64 rest_size_21 = v_13 + (__s64)(-16);
  10 | 		__s64 rest_22 = v_12 + 16;
  10 | 		rest_23 = rest_22;
  10 | 		rest_size_24 = rest_size_21;
  10 | 		x_25 = x_20;
  10 | 		n_26 = n_7;
  10 | 		matches_27 = 1;
     | 	}
     | 	out_0:;
  10 | 	if ((v_2 == 2) && matches_27) {
  11 | 		__s64 v_29 = honey_bits_1(text_1, rest_23, rest_size_24);
  10 | 		v_4 = v_29 + x_25;
     | 	} else {
  12 | 		char comm_31[16] __attribute__((aligned(8)));
  12 | 		bpf_get_current_comm(comm_31, 16);
  12 | 		__s64 v_32;
  12 | 		if (honey_name_2(comm_31, 3, &v_32))
  12 | 			return 0;
  10 | 		v_4 = v_32;
     | 	}
  12 | 	return v_4;
     | }
  13 | #pragma clang attribute pop

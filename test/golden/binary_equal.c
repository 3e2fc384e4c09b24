     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | static __attribute__((noinline)) __u64
     | honey_packet_bits(void *ctx, __u64 position, __u64 count)
     | {
     | 	__u64 skipped = position & 7, value = 0;
     |
     | 	for (int i = 0; i < 9; i++) {
     | 		__u64 at = (position >> 3) + i, there = 8 - skipped, taken = there;
     | 		const __u8 *byte;
     |
     | 		if (!count)
     | 			break;
     | 		if (taken > count)
     | 			taken = count;
     | 		asm volatile("" : "+r"(at));
     | 		if (at > 0xfffe)
     | 			break;
     | 		byte = honey_packet(ctx) + at;
     | 		asm volatile("" : "+r"(byte));
     | 		if (byte + 1 > honey_packet_end(ctx))
     | 			break;
     | 		value = value << taken | (*byte >> (there - taken) & ((1 << taken) - 1));
     | 		count -= taken;
     | 		skipped = 0;
     | 	}
     | 	return value;
     | }
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
     | struct honey_Server {
     | 	char name[12];
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Server *value;
     | 	int (*max_entries)[1u];
     | } server SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("xdp") int program(void *ctx)
     | {
  11 | 	__u32 slot_u32_0 = 0;
  11 | 	void *found_0 = bpf_map_lookup_elem(&server, &slot_u32_0);
  11 | 	struct honey_Server server_1 __attribute__((aligned(8))) = {};
  11 | 	if (found_0)
  11 | 		__builtin_memcpy(&server_1, __builtin_assume_aligned(found_0, 8), 12);
  13 | 	__s64 length_2 = honey_packet_end(ctx) - honey_packet(ctx);
  13 | 	asm("" : "+r"(length_2));
  13 | 	__builtin_assume(length_2 == (__s32)length_2);
  13 | 	__s64 packet_2 = length_2 * 8;
  13 | 	__s64 v_3 = 0;
  13 | 	__s64 four_17 = 0;
  13 | 	__s64 name_size_18 = 0;
  13 | 	__s64 n_19 = 0;
  13 | 	__s64 matches_20 = 0;
     | 	{
  13 | 		if (packet_2 < 8) {
  13 | 			goto out_0;
     | 		}
  13 | 		const __u8 *bytes_5 = honey_packet(ctx) + 0;
  13 | 		asm volatile("" : "+r"(bytes_5));
  13 | 		if (bytes_5 + 1 > honey_packet_end(ctx))
  13 | 			goto out_0;
  13 | 		__u64 v_6 = *(const __u8 *)(bytes_5 + 0);
  13 | 		__s64 n_7 = (__s64)v_6;
  13 | 		if (524280 < ((__u64)n_7)) {
  13 | 			goto out_0;
     | 		}
  13 | 		__s64 v_10 = packet_2 + (__s64)(-8);
  13 | 		__s64 name_size_11 = n_7 * 8;
  13 | 		if (v_10 < name_size_11) {
  13 | 			goto out_0;
     | 		}
  13 | 		__s64 four_13 = 8 + name_size_11;
  13 | 		__s64 v_14 = v_10 - name_size_11;
  13 | 		if (v_14 < 32) {
  13 | 			goto out_0;
     | 		}
  13 | 		four_17 = four_13;
  13 | 		name_size_18 = name_size_11;
  13 | 		n_19 = n_7;
  13 | 		matches_20 = 1;
     | 	}
     | 	out_0:;
  13 | 	if (matches_20) {
  15 | 		char name_21[16] __attribute__((aligned(8))) = "";
  15 | 		__builtin_memcpy(&name_21, &server_1.name, 12);
  15 | 		__s64 v_22 = honey_letters(*(const __u64 *)(name_21 + 0)) + honey_letters(*(const __u64 *)(name_21 + 8));
  15 | 		__s64 matches_38 = 0;
     | 		{
  15 | 			if (name_size_18 != (v_22 * 8)) {
  15 | 				goto out_1;
     | 			}
     | 			{
  15 | 				if (name_size_18 <= 0) {
  15 | 					goto out_2;
     | 				}
  15 | 				__s64 count_26 = 64;
  15 | 				if (name_size_18 < 64) {
  15 | 					count_26 = name_size_18;
     | 				}
  15 | 				__u64 v_28 = honey_array_bits(name_21, 13, 0, count_26);
  15 | 				__u64 v_29 = honey_packet_bits(ctx, 8, count_26);
  15 | 				if (v_29 != v_28) {
  15 | 					goto out_1;
     | 				}
  15 | 				if (name_size_18 <= 64) {
  15 | 					goto out_2;
     | 				}
  15 | 				__s64 v_32 = name_size_18 + (__s64)(-64);
  15 | 				__s64 count_33 = 64;
  15 | 				if (v_32 < 64) {
  15 | 					count_33 = v_32;
     | 				}
  15 | 				__u64 v_35 = honey_array_bits(name_21, 13, 64, count_33);
  15 | 				__u64 v_36 = honey_packet_bits(ctx, 72, count_33);
  15 | 				if (v_36 != v_35) {
  15 | 					goto out_1;
     | 				}
     | 			}
     | 			out_2:;
  15 | 			matches_38 = 1;
     | 		}
     | 		out_1:;
  15 | 		__s64 v_39 = 0;
  15 | 		if (matches_38) {
  15 | 			v_39 = 1;
     | 		} else {
  15 | 			char name_41[16] __attribute__((aligned(8))) = "";
  15 | 			__builtin_memcpy(&name_41, &server_1.name, 12);
  15 | 			__s64 matches_58 = 0;
     | 			{
  15 | 				__s64 v_42 = honey_letters(*(const __u64 *)(name_41 + 0)) + honey_letters(*(const __u64 *)(name_41 + 8));
  15 | 				if ((v_42 * 8) != 32) {
  15 | 					goto out_3;
     | 				}
  15 | 				__u64 at_45 = (__u64)four_17 >> 3;
  15 | 				asm volatile("" : "+r"(at_45));
  15 | 				if (at_45 > 65531)
  15 | 					goto out_3;
  15 | 				const __u8 *bytes_45 = honey_packet(ctx) + at_45;
  15 | 				asm volatile("" : "+r"(bytes_45));
  15 | 				if (bytes_45 + 4 > honey_packet_end(ctx))
  15 | 					goto out_3;
  15 | 				__u64 v_46 = __builtin_bswap32(*(const __u32 *)(bytes_45 + 0));
  15 | 				__u64 v_47 = *(const __u8 *)(name_41 + 0);
  15 | 				__u64 v_49 = *(const __u8 *)(name_41 + 1);
  15 | 				__u64 v_52 = *(const __u8 *)(name_41 + 2);
  15 | 				__u64 v_55 = *(const __u8 *)(name_41 + 3);
  15 | 				if (((((v_47 << 24) | (v_49 << 16)) | (v_52 << 8)) | v_55) != v_46) {
  15 | 					goto out_3;
     | 				}
  15 | 				matches_58 = 1;
     | 			}
     | 			out_3:;
  15 | 			v_39 = matches_58;
     | 		}
  15 | 		__s64 v_59 = 0;
  15 | 		if (v_39) {
  15 | 			v_59 = 1;
     | 		} else {
  15 | 			v_59 = 2;
     | 		}
  13 | 		v_3 = v_59;
     | 	} else {
  13 | 		v_3 = 2;
     | 	}
  17 | 	return v_3;
     | }
  18 | #pragma clang attribute pop

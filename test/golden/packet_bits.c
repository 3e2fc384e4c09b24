     | char _license[] SEC("license") = "GPL";
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_little_bits(__u64 bits, __u64 count)
     | {
     | 	__u64 last = count & 7, value = bits & ((1ull << last) - 1), at = 0;
     |
     | 	value <<= (count - last) & 63;
     | 	for (int i = 0; i < 8; i++, at += 8)
     | 		if (at + 8 <= count)
     | 			value |= (bits >> (count - at - 8) & 0xff) << at;
     | 	return value;
     | }
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
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("xdp") int program(void *ctx)
     | {
   7 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   7 | 	asm("" : "+r"(length_0));
   7 | 	__builtin_assume(length_0 == (__s32)length_0);
   7 | 	__s64 packet_0 = length_0 * 8;
   7 | 	__s64 v_1 = 0;
   7 | 	__s64 rest_26 = 0;
   7 | 	__s64 rest_size_27 = 0;
   7 | 	__s64 y_28 = 0;
   7 | 	__s64 x_29 = 0;
   7 | 	__s64 n_30 = 0;
   7 | 	__s64 matches_31 = 0;
     | 	{
   7 | 		if (packet_0 < 3) {
   7 | 			goto out_0;
     | 		}
   7 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
   7 | 		asm volatile("" : "+r"(bytes_3));
   7 | 		if (bytes_3 + 1 > honey_packet_end(ctx))
   7 | 			goto out_0;
   7 | 		__u64 v_4 = *(const __u8 *)(bytes_3 + 0);
   7 | 		__s64 n_6 = (__s64)(v_4 >> 5);
   7 | 		if (524280 < ((__u64)n_6)) {
   7 | 			goto out_0;
     | 		}
   7 | 		__s64 v_9 = packet_0 + (__s64)(-3);
   7 | 		if (v_9 < n_6) {
   7 | 			goto out_0;
     | 		}
   7 | 		__s64 width_11 = 64;
   7 | 		__s64 skipped_12 = 0;
   7 | 		if (64 < n_6) {
   7 | 			skipped_12 = n_6 + (__s64)(-64);
     | 		} else {
   7 | 			width_11 = n_6;
     | 		}
   7 | 		__u64 v_16 = honey_packet_bits(ctx, (3 + skipped_12), width_11);
   7 | 		__s64 x_17 = (__s64)v_16;
   7 | 		__s64 v_18 = 3 + n_6;
   7 | 		__s64 v_19 = v_9 - n_6;
   7 | 		if (v_19 < 12) {
   7 | 			goto out_0;
     | 		}
   7 | 		__u64 v_21 = honey_packet_bits(ctx, v_18, 12);
   7 | 		__s64 y_23 = (__s64)(honey_little_bits(v_21, 12));
   7 | 		__s64 rest_size_24 = v_19 + (__s64)(-12);
   7 | 		__s64 rest_25 = v_18 + 12;
   7 | 		rest_26 = rest_25;
   7 | 		rest_size_27 = rest_size_24;
   7 | 		y_28 = y_23;
   7 | 		x_29 = x_17;
   7 | 		n_30 = n_6;
   7 | 		matches_31 = 1;
     | 	}
     | 	out_0:;
   7 | 	if (matches_31) {
   7 | 		v_1 = (x_29 + y_28) + rest_size_27;
     | 	} else {
   7 | 		v_1 = 2;
     | 	}
   9 | 	return v_1;
     | }
  10 | #pragma clang attribute pop

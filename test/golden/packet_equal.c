     | char _license[] SEC("license") = "GPL";
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("xdp") int program(void *ctx)
     | {
   7 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   7 | 	asm("" : "+r"(length_0));
   7 | 	__builtin_assume(length_0 == (__s32)length_0);
   7 | 	__s64 packet_0 = length_0 * 8;
   7 | 	__s64 v_1 = 0;
   7 | 	__s64 matches_4 = 0;
     | 	{
   7 | 		if (packet_0 < 96) {
   7 | 			goto out_0;
     | 		}
   7 | 		matches_4 = 1;
     | 	}
     | 	out_0:;
   7 | 	__s64 holds_5 = 0;
   7 | 	if (matches_4) {
   9 | 		__s64 matches_11 = 0;
     | 		{
   9 | 			const __u8 *bytes_6 = honey_packet(ctx) + 0;
   9 | 			asm volatile("" : "+r"(bytes_6));
   9 | 			if (bytes_6 + 6 > honey_packet_end(ctx))
   9 | 				goto out_1;
   9 | 			__u64 v_7 = __builtin_bswap32(*(const __u32 *)(bytes_6 + 0));
   9 | 			if (v_7 != 4294967295ll) {
   9 | 				goto out_1;
     | 			}
   9 | 			__u64 v_9 = __builtin_bswap16(*(const __u16 *)(bytes_6 + 4));
   9 | 			if (v_9 != 65535) {
   9 | 				goto out_1;
     | 			}
   9 | 			matches_11 = 1;
     | 		}
     | 		out_1:;
   7 | 		holds_5 = matches_11;
     | 	}
   7 | 	if (holds_5) {
  10 | 		__s64 matches_20 = 0;
     | 		{
  10 | 			const __u8 *bytes_12 = honey_packet(ctx) + 0;
  10 | 			asm volatile("" : "+r"(bytes_12));
  10 | 			if (bytes_12 + 6 > honey_packet_end(ctx))
  10 | 				goto out_2;
  10 | 			const __u8 *bytes_13 = honey_packet(ctx) + 6;
  10 | 			asm volatile("" : "+r"(bytes_13));
  10 | 			if (bytes_13 + 6 > honey_packet_end(ctx))
  10 | 				goto out_2;
  10 | 			__u64 v_14 = __builtin_bswap32(*(const __u32 *)(bytes_13 + 0));
  10 | 			__u64 v_15 = __builtin_bswap32(*(const __u32 *)(bytes_12 + 0));
  10 | 			if (v_15 != v_14) {
  10 | 				goto out_2;
     | 			}
  10 | 			__u64 v_17 = __builtin_bswap16(*(const __u16 *)(bytes_13 + 4));
  10 | 			__u64 v_18 = __builtin_bswap16(*(const __u16 *)(bytes_12 + 4));
  10 | 			if (v_18 != v_17) {
  10 | 				goto out_2;
     | 			}
  10 | 			matches_20 = 1;
     | 		}
     | 		out_2:;
  10 | 		__s64 v_21 = 0;
  10 | 		if (matches_20) {
  10 | 			v_21 = 1;
     | 		} else {
  10 | 			v_21 = 2;
     | 		}
   7 | 		v_1 = v_21;
     | 	} else {
   7 | 		__s64 matches_25 = 0;
     | 		{
   7 | 			if (packet_0 < 96) {
   7 | 				goto out_3;
     | 			}
   7 | 			matches_25 = 1;
     | 		}
     | 		out_3:;
   7 | 		__s64 holds_26 = 0;
   7 | 		if (matches_25) {
  12 | 			__s64 matches_35 = 0;
     | 			{
  12 | 				const __u8 *bytes_27 = honey_packet(ctx) + 6;
  12 | 				asm volatile("" : "+r"(bytes_27));
  12 | 				if (bytes_27 + 6 > honey_packet_end(ctx))
  12 | 					goto out_4;
  12 | 				const __u8 *bytes_28 = honey_packet(ctx) + 0;
  12 | 				asm volatile("" : "+r"(bytes_28));
  12 | 				if (bytes_28 + 6 > honey_packet_end(ctx))
  12 | 					goto out_4;
  12 | 				__u64 v_29 = __builtin_bswap32(*(const __u32 *)(bytes_28 + 0));
  12 | 				__u64 v_30 = __builtin_bswap32(*(const __u32 *)(bytes_27 + 0));
  12 | 				if (v_30 != v_29) {
  12 | 					goto out_4;
     | 				}
  12 | 				__u64 v_32 = __builtin_bswap16(*(const __u16 *)(bytes_28 + 4));
  12 | 				__u64 v_33 = __builtin_bswap16(*(const __u16 *)(bytes_27 + 4));
  12 | 				if (v_33 != v_32) {
  12 | 					goto out_4;
     | 				}
  12 | 				matches_35 = 1;
     | 			}
     | 			out_4:;
   7 | 			holds_26 = matches_35;
     | 		}
   7 | 		if (holds_26) {
   7 | 			v_1 = 3;
     | 		} else {
   7 | 			v_1 = 2;
     | 		}
     | 	}
  15 | 	return v_1;
     | }
  16 | #pragma clang attribute pop

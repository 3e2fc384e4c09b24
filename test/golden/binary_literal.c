     | char _license[] SEC("license") = "GPL";
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("xdp") int program(void *ctx)
     | {
   9 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   9 | 	asm("" : "+r"(length_0));
   9 | 	__builtin_assume(length_0 == (__s32)length_0);
   9 | 	__s64 packet_0 = length_0 * 8;
   9 | 	__s64 v_1 = 0;
   9 | 	__s64 matches_7 = 0;
     | 	{
   9 | 		if (packet_0 < 32) {
   9 | 			goto out_0;
     | 		}
   9 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
   9 | 		asm volatile("" : "+r"(bytes_3));
   9 | 		if (bytes_3 + 4 > honey_packet_end(ctx))
   9 | 			goto out_0;
   9 | 		__u64 v_4 = __builtin_bswap32(*(const __u32 *)(bytes_3 + 0));
   9 | 		if (v_4 != 2130706433) {
   9 | 			goto out_0;
     | 		}
   9 | 		matches_7 = 1;
     | 	}
     | 	out_0:;
   9 | 	if (matches_7) {
   9 | 		v_1 = 1;
     | 	} else {
  11 | 		__s64 matches_12 = 0;
     | 		{
  11 | 			if (packet_0 != 32) {
  11 | 				goto out_1;
     | 			}
  11 | 			const __u8 *bytes_9 = honey_packet(ctx) + 0;
  11 | 			asm volatile("" : "+r"(bytes_9));
  11 | 			if (bytes_9 + 4 > honey_packet_end(ctx))
  11 | 				goto out_1;
  11 | 			__u64 v_10 = __builtin_bswap32(*(const __u32 *)(bytes_9 + 0));
  11 | 			if (v_10 != 16802146) {
  11 | 				goto out_1;
     | 			}
  11 | 			matches_12 = 1;
     | 		}
     | 		out_1:;
  11 | 		__s64 v_13 = 0;
  11 | 		if (matches_12) {
  11 | 			v_13 = 1;
     | 		} else {
  11 | 			v_13 = 2;
     | 		}
   9 | 		v_1 = v_13;
     | 	}
  11 | 	return v_1;
     | }
  12 | #pragma clang attribute pop

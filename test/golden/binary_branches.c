     | char _license[] SEC("license") = "GPL";
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("xdp") int program(void *ctx)
     | {
   8 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   8 | 	asm("" : "+r"(length_0));
   8 | 	__builtin_assume(length_0 == (__s32)length_0);
   8 | 	__s64 packet_0 = length_0 * 8;
   8 | 	__s64 v_1 = 0;
   8 | 	__s64 n_7 = 0;
   8 | 	__s64 matches_8 = 0;
     | 	{
   8 | 		if (packet_0 < 88) {
   8 | 			goto out_0;
     | 		}
   8 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
   8 | 		asm volatile("" : "+r"(bytes_3));
   8 | 		if (bytes_3 + 1 > honey_packet_end(ctx))
   8 | 			goto out_0;
   8 | 		__u64 v_4 = *(const __u8 *)(bytes_3 + 0);
   8 | 		__s64 n_5 = (__s64)v_4;
   8 | 		n_7 = n_5;
   8 | 		matches_8 = 1;
     | 	}
     | 	out_0:;
   8 | 	if (matches_8) {
  10 | 		char text_10[8] __attribute__((aligned(8))) = "";
  10 | 		if (1 < n_7) {
  10 | 			char text_13[8] __attribute__((aligned(8))) = "";
     | 			{
  10 | 				const __u8 *bytes_14 = honey_packet(ctx) + 1;
  10 | 				asm volatile("" : "+r"(bytes_14));
  10 | 				if (bytes_14 + 6 > honey_packet_end(ctx))
  10 | 					goto out_1;
  10 | 				__u64 v_15 = __builtin_bswap32(*(const __u32 *)(bytes_14 + 0));
  10 | 				*(__u32 *)(text_13 + 0) = __builtin_bswap32((__u32)v_15);
  10 | 				__u64 v_16 = __builtin_bswap16(*(const __u16 *)(bytes_14 + 4));
  10 | 				*(__u16 *)(text_13 + 4) = __builtin_bswap16((__u16)v_16);
     | 			}
     | 			out_1:;
  10 | 			*(__u64 *)(text_10 + 0) = *(const __u64 *)(text_13 + 0);
     | 		} else {
  10 | 			static const char text_17[8] __attribute__((aligned(8))) = "\163\164\141\164\151\143";
  10 | 			*(__u64 *)(text_10 + 0) = *(const __u64 *)(text_17 + 0);
     | 		}
  11 | 		char text_19[8] __attribute__((aligned(8))) = "";
  11 | 		__s64 one_20 = 0;
  11 | 		__s64 one_size_21 = 0;
  11 | 		if (2 < n_7) {
  11 | 			*(__u64 *)(text_19 + 0) = *(const __u64 *)(text_10 + 0);
  11 | 			one_20 = 0;
  11 | 			one_size_21 = 48;
     | 		} else {
  11 | 			static const char text_24[8] __attribute__((aligned(8))) = "\000\001";
  11 | 			*(__u64 *)(text_19 + 0) = *(const __u64 *)(text_24 + 0);
  11 | 			one_20 = 0;
  11 | 			one_size_21 = 16;
     | 		}
  12 | 		char text_26[8] __attribute__((aligned(8))) = "";
  12 | 		__s64 two_27 = 0;
  12 | 		__s64 two_size_28 = 0;
  12 | 		if (3 < n_7) {
  12 | 			static const char text_31[8] __attribute__((aligned(8))) = "\156\141\155\145";
  12 | 			*(__u64 *)(text_26 + 0) = *(const __u64 *)(text_31 + 0);
  12 | 			two_27 = 0;
  12 | 			two_size_28 = 32;
     | 		} else {
  12 | 			*(__u64 *)(text_26 + 0) = *(const __u64 *)(text_19 + 0);
  12 | 			two_27 = one_20;
  12 | 			two_size_28 = one_size_21;
     | 		}
  13 | 		__s64 v_34 = 0;
  13 | 		if (4 < n_7) {
  13 | 			__s64 matches_52 = 0;
     | 			{
  13 | 				if (two_size_28 != 32) {
  13 | 					goto out_2;
     | 				}
  13 | 				__u64 at_38 = (__u64)two_27 >> 3;
  13 | 				asm volatile("" : "+r"(at_38));
  13 | 				if (at_38 > 2)
  13 | 					goto out_2;
  13 | 				const __u8 *bytes_38 = (const __u8 *)text_26 + at_38;
  13 | 				asm volatile("" : "+r"(bytes_38) : : "memory");
  13 | 				const __u8 *bytes_39 = honey_packet(ctx) + 7;
  13 | 				asm volatile("" : "+r"(bytes_39));
  13 | 				if (bytes_39 + 4 > honey_packet_end(ctx))
  13 | 					goto out_2;
  13 | 				__u64 v_40 = __builtin_bswap32(*(const __u32 *)(bytes_39 + 0));
  13 | 				__u64 v_41 = *(const __u8 *)(bytes_38 + 0);
  13 | 				__u64 v_43 = *(const __u8 *)(bytes_38 + 1);
  13 | 				__u64 v_46 = *(const __u8 *)(bytes_38 + 2);
  13 | 				__u64 v_49 = *(const __u8 *)(bytes_38 + 3);
  13 | 				if (((((v_41 << 24) | (v_43 << 16)) | (v_46 << 8)) | v_49) != v_40) {
  13 | 					goto out_2;
     | 				}
  13 | 				matches_52 = 1;
     | 			}
     | 			out_2:;
  13 | 			v_34 = matches_52;
     | 		} else {
  13 | 			v_34 = 0;
     | 		}
  13 | 		__s64 v_53 = 0;
  13 | 		if (v_34) {
  13 | 			v_53 = 1;
     | 		} else {
  13 | 			v_53 = 2;
     | 		}
   8 | 		v_1 = (two_size_28 >> 3) + v_53;
     | 	} else {
   8 | 		v_1 = 2;
     | 	}
  15 | 	return v_1;
     | }
  16 | #pragma clang attribute pop

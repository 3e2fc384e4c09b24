     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | __u64 honey_raised[4];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("xdp") int program(void *ctx)
     | {
   8 | 	char comm_0[16] __attribute__((aligned(8)));
   8 | 	bpf_get_current_comm(comm_0, 16);
  11 | 	__s64 v_1 = 0;
  11 | 	__s64 matches_10 = 0;
     | 	{
  11 | 		__u64 v_2 = *(const __u8 *)(comm_0 + 2);
  11 | 		if (v_2 == 0) {
  11 | 			goto out_0;
     | 		}
  11 | 		__u64 v_4 = *(const __u8 *)(comm_0 + 0);
  11 | 		if (v_4 != 115) {
  11 | 			goto out_0;
     | 		}
  11 | 		__u64 v_6 = *(const __u8 *)(comm_0 + 1);
  11 | 		if (v_6 != 115) {
  11 | 			goto out_0;
     | 		}
  11 | 		__u64 v_8 = *(const __u8 *)(comm_0 + 2);
  11 | 		if (v_8 != 104) {
  11 | 			goto out_0;
     | 		}
  11 | 		matches_10 = 1;
     | 	}
     | 	out_0:;
  11 | 	if (matches_10) {
  11 | 		v_1 = 1;
     | 	} else {
  11 | 		__s64 matches_29 = 0;
     | 		{
  11 | 			__u64 v_11 = *(const __u8 *)(comm_0 + 7);
  11 | 			if (v_11 == 0) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_13 = *(const __u8 *)(comm_0 + 0);
  11 | 			if (v_13 != 100) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_15 = *(const __u8 *)(comm_0 + 1);
  11 | 			if (v_15 != 114) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_17 = *(const __u8 *)(comm_0 + 2);
  11 | 			if (v_17 != 111) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_19 = *(const __u8 *)(comm_0 + 3);
  11 | 			if (v_19 != 112) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_21 = *(const __u8 *)(comm_0 + 4);
  11 | 			if (v_21 != 98) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_23 = *(const __u8 *)(comm_0 + 5);
  11 | 			if (v_23 != 101) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_25 = *(const __u8 *)(comm_0 + 6);
  11 | 			if (v_25 != 97) {
  11 | 				goto out_1;
     | 			}
  11 | 			__u64 v_27 = *(const __u8 *)(comm_0 + 7);
  11 | 			if (v_27 != 114) {
  11 | 				goto out_1;
     | 			}
  11 | 			matches_29 = 1;
     | 		}
     | 		out_1:;
  11 | 		if (matches_29) {
  11 | 			v_1 = 1;
     | 		} else {
     | 			{
     | 			}
  11 | 			v_1 = 0;
     | 		}
     | 	}
  11 | 	__s64 v_30 = 0;
  11 | 	if (v_1) {
  11 | 		__s64 v_32 = 0;
  11 | 		__s64 v_37 = 0;
  11 | 		__s64 matches_38 = 0;
     | 		{
  11 | 			__u64 v_33 = *(const __u8 *)(comm_0 + 0);
  11 | 			if (v_33 == 0) {
  11 | 				goto out_3;
     | 			}
  11 | 			__u64 v_35 = *(const __u8 *)(comm_0 + 0);
  11 | 			v_37 = (__s64)v_35;
  11 | 			matches_38 = 1;
     | 		}
     | 		out_3:;
  11 | 		if (matches_38) {
  11 | 			v_32 = v_37;
     | 		} else {
  11 | 			honey_raise(0);
  11 | 			return 2;
     | 		}
  11 | 		v_30 = v_32;
     | 	} else {
  12 | 		__s64 length_39 = honey_packet_end(ctx) - honey_packet(ctx);
  12 | 		asm("" : "+r"(length_39));
  12 | 		__builtin_assume(length_39 == (__s32)length_39);
  12 | 		__s64 packet_39 = length_39 * 8;
  12 | 		__s64 v_40 = 0;
  12 | 		__s64 matches_52 = 0;
     | 		{
  12 | 			__s64 v_42 = (packet_39 >> 3) - 2;
  12 | 			if (524280 < ((__u64)v_42)) {
  12 | 				goto out_4;
     | 			}
  12 | 			__s64 v_45 = v_42 * 8;
  12 | 			if (packet_39 < v_45) {
  12 | 				goto out_4;
     | 			}
  12 | 			if ((packet_39 - v_45) != 16) {
  12 | 				goto out_4;
     | 			}
  12 | 			__u64 at_49 = (__u64)v_45 >> 3;
  12 | 			asm volatile("" : "+r"(at_49));
  12 | 			if (at_49 > 65533)
  12 | 				goto out_4;
  12 | 			const __u8 *bytes_49 = honey_packet(ctx) + at_49;
  12 | 			asm volatile("" : "+r"(bytes_49));
  12 | 			if (bytes_49 + 2 > honey_packet_end(ctx))
  12 | 				goto out_4;
  12 | 			__u64 v_50 = __builtin_bswap16(*(const __u16 *)(bytes_49 + 0));
  12 | 			if (v_50 != 3338) {
  12 | 				goto out_4;
     | 			}
  12 | 			matches_52 = 1;
     | 		}
     | 		out_4:;
  12 | 		if (matches_52) {
  12 | 			v_40 = 1;
     | 		} else {
     | 			{
     | 			}
  12 | 			v_40 = 0;
     | 		}
  12 | 		__s64 v_53 = 0;
  12 | 		if (v_40) {
  12 | 			__s64 length_55 = honey_packet_end(ctx) - honey_packet(ctx);
  12 | 			asm("" : "+r"(length_55));
  12 | 			__builtin_assume(length_55 == (__s32)length_55);
  12 | 			__s64 packet_55 = length_55 * 8;
  12 | 			__s64 v_56 = 0;
  12 | 			__s64 v_68 = 0;
  12 | 			__s64 matches_69 = 0;
     | 			{
  12 | 				__s64 v_58 = (packet_55 >> 3) - 1;
  12 | 				if (524280 < ((__u64)v_58)) {
  12 | 					goto out_6;
     | 				}
  12 | 				__s64 v_61 = v_58 * 8;
  12 | 				if (packet_55 < v_61) {
  12 | 					goto out_6;
     | 				}
  12 | 				if ((packet_55 - v_61) != 8) {
  12 | 					goto out_6;
     | 				}
  12 | 				__u64 at_65 = (__u64)v_61 >> 3;
  12 | 				asm volatile("" : "+r"(at_65));
  12 | 				if (at_65 > 65534)
  12 | 					goto out_6;
  12 | 				const __u8 *bytes_65 = honey_packet(ctx) + at_65;
  12 | 				asm volatile("" : "+r"(bytes_65));
  12 | 				if (bytes_65 + 1 > honey_packet_end(ctx))
  12 | 					goto out_6;
  12 | 				__u64 v_66 = *(const __u8 *)(bytes_65 + 0);
  12 | 				v_68 = (__s64)v_66;
  12 | 				matches_69 = 1;
     | 			}
     | 			out_6:;
  12 | 			if (matches_69) {
  12 | 				v_56 = v_68;
     | 			} else {
  12 | 				honey_raise(1);
  12 | 				return 2;
     | 			}
  12 | 			v_53 = v_56;
     | 		} else {
  13 | 			__s64 length_70 = honey_packet_end(ctx) - honey_packet(ctx);
  13 | 			asm("" : "+r"(length_70));
  13 | 			__builtin_assume(length_70 == (__s32)length_70);
  13 | 			__s64 packet_70 = length_70 * 8;
  13 | 			__s64 v_71 = 0;
  13 | 			__s64 v_72 = 0;
  13 | 			__s64 matches_75 = 0;
     | 			{
  13 | 				if (packet_70 < 112) {
  13 | 					goto out_7;
     | 				}
  13 | 				matches_75 = 1;
     | 			}
     | 			out_7:;
  13 | 			if (matches_75) {
  13 | 				v_71 = 96;
  13 | 				v_72 = 16;
     | 			} else {
  13 | 				honey_raise(2);
  13 | 				return 2;
     | 			}
  13 | 			__s64 matches_79 = 0;
     | 			{
  13 | 				__u64 at_76 = (__u64)v_71 >> 3;
  13 | 				asm volatile("" : "+r"(at_76));
  13 | 				if (at_76 > 65533)
  13 | 					goto out_8;
  13 | 				const __u8 *bytes_76 = honey_packet(ctx) + at_76;
  13 | 				asm volatile("" : "+r"(bytes_76));
  13 | 				if (bytes_76 + 2 > honey_packet_end(ctx))
  13 | 					goto out_8;
  13 | 				__u64 v_77 = __builtin_bswap16(*(const __u16 *)(bytes_76 + 0));
  13 | 				if (v_77 != 2048) {
  13 | 					goto out_8;
     | 				}
  13 | 				matches_79 = 1;
     | 			}
     | 			out_8:;
  13 | 			__s64 v_80 = 0;
  13 | 			if (matches_79) {
  13 | 				__s64 length_82 = honey_packet_end(ctx) - honey_packet(ctx);
  13 | 				asm("" : "+r"(length_82));
  13 | 				__builtin_assume(length_82 == (__s32)length_82);
  13 | 				__s64 packet_82 = length_82 * 8;
  13 | 				__s64 v_83 = 0;
  13 | 				__s64 v_89 = 0;
  13 | 				__s64 matches_90 = 0;
     | 				{
  13 | 					if (packet_82 < 120) {
  13 | 						goto out_9;
     | 					}
  13 | 					const __u8 *bytes_85 = honey_packet(ctx) + 0;
  13 | 					asm volatile("" : "+r"(bytes_85));
  13 | 					if (bytes_85 + 15 > honey_packet_end(ctx))
  13 | 						goto out_9;
  13 | 					__u64 v_86 = *(const __u8 *)(bytes_85 + 14);
  13 | 					v_89 = (__s64)v_86;
  13 | 					matches_90 = 1;
     | 				}
     | 				out_9:;
  13 | 				if (matches_90) {
  13 | 					v_83 = v_89;
     | 				} else {
  13 | 					honey_raise(3);
  13 | 					return 2;
     | 				}
  13 | 				v_80 = v_83;
     | 			} else {
  13 | 				v_80 = 2;
     | 			}
  12 | 			v_53 = v_80;
     | 		}
  11 | 		v_30 = v_53;
     | 	}
  14 | 	return v_30;
     | }
  15 | #pragma clang attribute pop

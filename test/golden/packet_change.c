     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_xdp_adjust_head)(void *ctx, __s32 delta) = (void *)44;
     | static long (*bpf_xdp_adjust_tail)(void *ctx, __s32 delta) = (void *)65;
     | static long (*bpf_xdp_store_bytes)(void *ctx, __u32 offset, const void *from, __u32 size) = (void *)190;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("xdp") int tag(void *ctx)
     | {
   8 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   8 | 	asm("" : "+r"(length_0));
   8 | 	__builtin_assume(length_0 == (__s32)length_0);
   8 | 	__s64 packet_0 = length_0 * 8;
   8 | 	__s64 v_1 = 0;
   8 | 	__s64 v_2 = 0;
   8 | 	__s64 v_3 = 0;
   8 | 	__s64 v_4 = 0;
   8 | 	__s64 v_5 = 0;
   8 | 	__s64 v_6 = 0;
   8 | 	__s64 type_22 = 0;
   8 | 	__s64 source_23 = 0;
   8 | 	__s64 destination_24 = 0;
   8 | 	__s64 matches_25 = 0;
     | 	{
   8 | 		if (packet_0 < 112) {
   8 | 			goto out_0;
     | 		}
   8 | 		const __u8 *bytes_8 = honey_packet(ctx) + 0;
   8 | 		asm volatile("" : "+r"(bytes_8));
   8 | 		if (bytes_8 + 14 > honey_packet_end(ctx))
   8 | 			goto out_0;
   8 | 		__u64 v_9 = __builtin_bswap32(*(const __u32 *)(bytes_8 + 0));
   8 | 		__u64 v_11 = __builtin_bswap16(*(const __u16 *)(bytes_8 + 4));
   8 | 		__s64 destination_13 = (__s64)((v_9 << 16) | v_11);
   8 | 		__u64 v_14 = __builtin_bswap32(*(const __u32 *)(bytes_8 + 6));
   8 | 		__u64 v_16 = __builtin_bswap16(*(const __u16 *)(bytes_8 + 10));
   8 | 		__s64 source_18 = (__s64)((v_14 << 16) | v_16);
   8 | 		__u64 v_19 = __builtin_bswap16(*(const __u16 *)(bytes_8 + 12));
   8 | 		__s64 type_20 = (__s64)v_19;
   8 | 		type_22 = type_20;
   8 | 		source_23 = source_18;
   8 | 		destination_24 = destination_13;
   8 | 		matches_25 = 1;
     | 	}
     | 	out_0:;
   8 | 	__s64 holds_26 = 0;
   8 | 	if (matches_25) {
   8 | 		holds_26 = type_22 != 33024;
     | 	}
   8 | 	if (holds_26) {
   9 | 		__s64 status_29 = bpf_xdp_adjust_head(ctx, (-4));
   9 | 		__s64 v_30 = 0;
   9 | 		__s64 v_31 = 0;
   9 | 		if (status_29 < 0) {
   9 | 			v_30 = 3;
   9 | 			v_31 = status_29;
     | 		} else {
   9 | 			v_30 = 1;
     | 		}
   9 | 		__s64 v_33 = 0;
   9 | 		__s64 v_34 = 0;
   9 | 		__s64 v_35 = 0;
   9 | 		__s64 v_36 = 0;
   9 | 		__s64 v_37 = 0;
   9 | 		__s64 v_38 = 0;
   9 | 		if (v_30 == 1) {
  10 | 			char text_40[16] __attribute__((aligned(8))) = "";
  10 | 			__u64 v_41 = (__u64)destination_24;
  10 | 			*(__u32 *)(text_40 + 0) = __builtin_bswap32((__u32)(v_41 >> 16));
  10 | 			*(__u16 *)(text_40 + 4) = __builtin_bswap16((__u16)v_41);
  10 | 			__u64 v_43 = (__u64)source_23;
  10 | 			*(__u16 *)(text_40 + 6) = __builtin_bswap16((__u16)(v_43 >> 32));
  10 | 			*(__u32 *)(text_40 + 8) = __builtin_bswap32((__u32)v_43);
  10 | 			*(__u16 *)(text_40 + 12) = __builtin_bswap16((__u16)33024);
  10 | 			*(__u16 *)(text_40 + 14) = __builtin_bswap16((__u16)7);
  10 | 			__s64 status_45 = bpf_xdp_store_bytes(ctx, 0, text_40, 16);
  10 | 			__s64 v_46 = 0;
  10 | 			__s64 v_47 = 0;
  10 | 			if (status_45 < 0) {
  10 | 				v_46 = 3;
  10 | 				v_47 = status_45;
     | 			} else {
  10 | 				v_46 = 1;
     | 			}
  10 | 			__s64 v_49 = 0;
  10 | 			__s64 v_50 = 0;
  10 | 			__s64 v_51 = 0;
  10 | 			__s64 v_52 = 0;
  10 | 			__s64 v_53 = 0;
  10 | 			__s64 v_54 = 0;
  10 | 			if (v_46 == 1) {
  11 | 				__s64 length_56 = honey_packet_end(ctx) - honey_packet(ctx);
  11 | 				asm("" : "+r"(length_56));
  11 | 				__builtin_assume(length_56 == (__s32)length_56);
  11 | 				__s64 packet_56 = length_56 * 8;
  11 | 				__s64 v_57 = 0;
  11 | 				__s64 v_58 = 0;
  11 | 				__s64 v_59 = 0;
  11 | 				__s64 v_60 = 0;
  11 | 				__s64 matches_68 = 0;
     | 				{
  11 | 					if (packet_56 < 112) {
  11 | 						goto out_1;
     | 					}
  11 | 					const __u8 *bytes_62 = honey_packet(ctx) + 0;
  11 | 					asm volatile("" : "+r"(bytes_62));
  11 | 					if (bytes_62 + 14 > honey_packet_end(ctx))
  11 | 						goto out_1;
  11 | 					__u64 v_63 = __builtin_bswap16(*(const __u16 *)(bytes_62 + 12));
  11 | 					__s64 v_64 = (__s64)v_63;
  11 | 					if (v_64 != 33024) {
  11 | 						goto out_1;
     | 					}
  11 | 					matches_68 = 1;
     | 				}
     | 				out_1:;
  11 | 				if (matches_68) {
  11 | 					v_57 = 4;
  11 | 					v_58 = 3;
     | 				} else {
  11 | 					v_57 = 5;
  11 | 					v_59 = 0;
  11 | 					v_60 = packet_56;
     | 				}
  10 | 				v_49 = v_57;
  10 | 				v_50 = v_58;
  10 | 				v_51 = v_59;
  10 | 				v_52 = v_60;
  10 | 				v_53 = 2;
  10 | 				v_54 = 0;
     | 			} else {
  10 | 				v_49 = 5;
  10 | 				v_51 = 0;
  10 | 				v_52 = 0;
  10 | 				v_53 = 3;
  10 | 				v_54 = v_47;
     | 			}
   9 | 			v_33 = v_49;
   9 | 			v_34 = v_50;
   9 | 			v_35 = v_51;
   9 | 			v_36 = v_52;
   9 | 			v_37 = v_53;
   9 | 			v_38 = v_54;
     | 		} else {
   9 | 			v_33 = 5;
   9 | 			v_35 = 0;
   9 | 			v_36 = 0;
   9 | 			v_37 = 3;
   9 | 			v_38 = v_31;
     | 		}
   8 | 		v_1 = v_33;
   8 | 		v_2 = v_34;
   8 | 		v_3 = v_35;
   8 | 		v_4 = v_36;
   8 | 		v_5 = v_37;
   8 | 		v_6 = v_38;
     | 	} else {
   8 | 		v_1 = 5;
   8 | 		v_3 = 0;
   8 | 		v_4 = packet_0;
   8 | 		v_5 = 2;
   8 | 		v_6 = 0;
     | 	}
   8 | 	__s64 v_69 = 0;
   8 | 	if (v_1 == 4) {
   8 | 		v_69 = v_2;
     | 	} else {
   8 | 		__s64 v_73 = 0;
   8 | 		if (v_5 == 3) {
   8 | 			v_73 = 0;
     | 		} else {
   8 | 			v_73 = 2;
     | 		}
   8 | 		v_69 = v_73;
     | 	}
  15 | 	return v_69;
     | }
  21 | SEC("xdp") int trim(void *ctx)
     | {
  23 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_0));
  23 | 	__builtin_assume(length_0 == (__s32)length_0);
  23 | 	__s64 packet_0 = length_0 * 8;
  23 | 	__s64 size_1 = packet_0 >> 3;
  24 | 	__s64 v_3 = 0;
  24 | 	__s64 v_4 = 0;
  24 | 	__s64 v_5 = 0;
  24 | 	if (64 < size_1) {
  24 | 		__s64 status_9 = bpf_xdp_adjust_tail(ctx, 64 - size_1);
  24 | 		__s64 v_10 = 0;
  24 | 		__s64 v_11 = 0;
  24 | 		if (status_9 < 0) {
  24 | 			v_10 = 3;
  24 | 			v_11 = status_9;
     | 		} else {
  24 | 			v_10 = 1;
     | 		}
  24 | 		v_3 = 3;
  24 | 		v_4 = v_10;
  24 | 		v_5 = v_11;
     | 	} else {
  24 | 		v_3 = 2;
  24 | 		v_4 = 1;
     | 	}
  23 | 	__s64 length_13 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_13));
  23 | 	__builtin_assume(length_13 == (__s32)length_13);
  23 | 	__s64 packet_13 = length_13 * 8;
  23 | 	__s64 size_14 = packet_13 >> 3;
  24 | 	__s64 v_16 = 0;
  24 | 	__s64 v_17 = 0;
  24 | 	__s64 v_18 = 0;
  24 | 	if (64 < size_14) {
  24 | 		__s64 status_22 = bpf_xdp_adjust_tail(ctx, 64 - size_14);
  24 | 		__s64 v_23 = 0;
  24 | 		__s64 v_24 = 0;
  24 | 		if (status_22 < 0) {
  24 | 			v_23 = 3;
  24 | 			v_24 = status_22;
     | 		} else {
  24 | 			v_23 = 1;
     | 		}
  24 | 		v_16 = 3;
  24 | 		v_17 = v_23;
  24 | 		v_18 = v_24;
     | 	} else {
  24 | 		v_16 = 2;
  24 | 		v_17 = 1;
     | 	}
  23 | 	__s64 length_26 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_26));
  23 | 	__builtin_assume(length_26 == (__s32)length_26);
  23 | 	__s64 packet_26 = length_26 * 8;
  23 | 	__s64 size_27 = packet_26 >> 3;
  24 | 	__s64 v_29 = 0;
  24 | 	__s64 v_30 = 0;
  24 | 	__s64 v_31 = 0;
  24 | 	if (64 < size_27) {
  24 | 		__s64 status_35 = bpf_xdp_adjust_tail(ctx, 64 - size_27);
  24 | 		__s64 v_36 = 0;
  24 | 		__s64 v_37 = 0;
  24 | 		if (status_35 < 0) {
  24 | 			v_36 = 3;
  24 | 			v_37 = status_35;
     | 		} else {
  24 | 			v_36 = 1;
     | 		}
  24 | 		v_29 = 3;
  24 | 		v_30 = v_36;
  24 | 		v_31 = v_37;
     | 	} else {
  24 | 		v_29 = 2;
  24 | 		v_30 = 1;
     | 	}
  23 | 	__s64 length_39 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_39));
  23 | 	__builtin_assume(length_39 == (__s32)length_39);
  23 | 	__s64 packet_39 = length_39 * 8;
  23 | 	__s64 size_40 = packet_39 >> 3;
  24 | 	__s64 v_42 = 0;
  24 | 	__s64 v_43 = 0;
  24 | 	__s64 v_44 = 0;
  24 | 	if (64 < size_40) {
  24 | 		__s64 status_48 = bpf_xdp_adjust_tail(ctx, 64 - size_40);
  24 | 		__s64 v_49 = 0;
  24 | 		__s64 v_50 = 0;
  24 | 		if (status_48 < 0) {
  24 | 			v_49 = 3;
  24 | 			v_50 = status_48;
     | 		} else {
  24 | 			v_49 = 1;
     | 		}
  24 | 		v_42 = 3;
  24 | 		v_43 = v_49;
  24 | 		v_44 = v_50;
     | 	} else {
  24 | 		v_42 = 2;
  24 | 		v_43 = 1;
     | 	}
  24 | 	return 2;
     | }
  25 | #pragma clang attribute pop

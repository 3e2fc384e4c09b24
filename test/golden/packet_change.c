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
  22 | 	__s64 v_0 = 0;
  22 | 	__s64 v_1 = 0;
  22 | 	__s64 v_2 = 0;
  23 | 	__s64 length_3 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_3));
  23 | 	__builtin_assume(length_3 == (__s32)length_3);
  23 | 	__s64 packet_3 = length_3 * 8;
  23 | 	__s64 size_4 = packet_3 >> 3;
  24 | 	__s64 v_6 = 0;
  24 | 	__s64 v_7 = 0;
  24 | 	__s64 v_8 = 0;
  24 | 	if (64 < size_4) {
  24 | 		__s64 status_12 = bpf_xdp_adjust_tail(ctx, 64 - size_4);
  24 | 		__s64 v_13 = 0;
  24 | 		__s64 v_14 = 0;
  24 | 		if (status_12 < 0) {
  24 | 			v_13 = 3;
  24 | 			v_14 = status_12;
     | 		} else {
  24 | 			v_13 = 1;
     | 		}
  24 | 		v_6 = 3;
  24 | 		v_7 = v_13;
  24 | 		v_8 = v_14;
     | 	} else {
  24 | 		v_6 = 2;
  24 | 		v_7 = 1;
     | 	}
  22 | 	v_0 = v_6;
  22 | 	v_1 = v_7;
  22 | 	v_2 = v_8;
  22 | 	__s64 v_16 = 0;
  22 | 	__s64 v_17 = 0;
  22 | 	__s64 v_18 = 0;
  23 | 	__s64 length_19 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_19));
  23 | 	__builtin_assume(length_19 == (__s32)length_19);
  23 | 	__s64 packet_19 = length_19 * 8;
  23 | 	__s64 size_20 = packet_19 >> 3;
  24 | 	__s64 v_22 = 0;
  24 | 	__s64 v_23 = 0;
  24 | 	__s64 v_24 = 0;
  24 | 	if (64 < size_20) {
  24 | 		__s64 status_28 = bpf_xdp_adjust_tail(ctx, 64 - size_20);
  24 | 		__s64 v_29 = 0;
  24 | 		__s64 v_30 = 0;
  24 | 		if (status_28 < 0) {
  24 | 			v_29 = 3;
  24 | 			v_30 = status_28;
     | 		} else {
  24 | 			v_29 = 1;
     | 		}
  24 | 		v_22 = 3;
  24 | 		v_23 = v_29;
  24 | 		v_24 = v_30;
     | 	} else {
  24 | 		v_22 = 2;
  24 | 		v_23 = 1;
     | 	}
  22 | 	v_16 = v_22;
  22 | 	v_17 = v_23;
  22 | 	v_18 = v_24;
  22 | 	__s64 v_32 = 0;
  22 | 	__s64 v_33 = 0;
  22 | 	__s64 v_34 = 0;
  23 | 	__s64 length_35 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_35));
  23 | 	__builtin_assume(length_35 == (__s32)length_35);
  23 | 	__s64 packet_35 = length_35 * 8;
  23 | 	__s64 size_36 = packet_35 >> 3;
  24 | 	__s64 v_38 = 0;
  24 | 	__s64 v_39 = 0;
  24 | 	__s64 v_40 = 0;
  24 | 	if (64 < size_36) {
  24 | 		__s64 status_44 = bpf_xdp_adjust_tail(ctx, 64 - size_36);
  24 | 		__s64 v_45 = 0;
  24 | 		__s64 v_46 = 0;
  24 | 		if (status_44 < 0) {
  24 | 			v_45 = 3;
  24 | 			v_46 = status_44;
     | 		} else {
  24 | 			v_45 = 1;
     | 		}
  24 | 		v_38 = 3;
  24 | 		v_39 = v_45;
  24 | 		v_40 = v_46;
     | 	} else {
  24 | 		v_38 = 2;
  24 | 		v_39 = 1;
     | 	}
  22 | 	v_32 = v_38;
  22 | 	v_33 = v_39;
  22 | 	v_34 = v_40;
  22 | 	__s64 v_48 = 0;
  22 | 	__s64 v_49 = 0;
  22 | 	__s64 v_50 = 0;
  23 | 	__s64 length_51 = honey_packet_end(ctx) - honey_packet(ctx);
  23 | 	asm("" : "+r"(length_51));
  23 | 	__builtin_assume(length_51 == (__s32)length_51);
  23 | 	__s64 packet_51 = length_51 * 8;
  23 | 	__s64 size_52 = packet_51 >> 3;
  24 | 	__s64 v_54 = 0;
  24 | 	__s64 v_55 = 0;
  24 | 	__s64 v_56 = 0;
  24 | 	if (64 < size_52) {
  24 | 		__s64 status_60 = bpf_xdp_adjust_tail(ctx, 64 - size_52);
  24 | 		__s64 v_61 = 0;
  24 | 		__s64 v_62 = 0;
  24 | 		if (status_60 < 0) {
  24 | 			v_61 = 3;
  24 | 			v_62 = status_60;
     | 		} else {
  24 | 			v_61 = 1;
     | 		}
  24 | 		v_54 = 3;
  24 | 		v_55 = v_61;
  24 | 		v_56 = v_62;
     | 	} else {
  24 | 		v_54 = 2;
  24 | 		v_55 = 1;
     | 	}
  22 | 	v_48 = v_54;
  22 | 	v_49 = v_55;
  22 | 	v_50 = v_56;
  24 | 	return 2;
     | }
  25 | #pragma clang attribute pop

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
   7 | 	__s64 ttl_25 = 0;
   7 | 	__s64 id_26 = 0;
   7 | 	__s64 length__27 = 0;
   7 | 	__s64 ihl_28 = 0;
   7 | 	__s64 matches_29 = 0;
     | 	{
   7 | 		if (packet_0 < 168) {
   7 | 			goto out_0;
     | 		}
   7 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
   7 | 		asm volatile("" : "+r"(bytes_3));
   7 | 		if (bytes_3 + 21 > honey_packet_end(ctx))
   7 | 			goto out_0;
   7 | 		__u64 v_4 = __builtin_bswap16(*(const __u16 *)(bytes_3 + 12));
   7 | 		__s64 v_5 = (__s64)v_4;
   7 | 		if (v_5 != 2048) {
   7 | 			goto out_0;
     | 		}
   7 | 		__u64 v_8 = *(const __u8 *)(bytes_3 + 14);
   7 | 		__s64 v_10 = (__s64)(v_8 >> 4);
   7 | 		if (v_10 != 4) {
   7 | 			goto out_0;
     | 		}
   7 | 		__u64 v_13 = *(const __u8 *)(bytes_3 + 14);
   7 | 		__s64 ihl_15 = (__s64)(v_13 & 15);
   7 | 		__u64 v_16 = __builtin_bswap16(*(const __u16 *)(bytes_3 + 16));
   7 | 		__s64 length__17 = (__s64)v_16;
   7 | 		__u64 v_18 = *(const __u16 *)(bytes_3 + 18);
   7 | 		__s64 id_19 = (__s64)v_18;
   7 | 		__u64 v_20 = *(const __u8 *)(bytes_3 + 20);
   7 | 		__s64 ttl_23 = (((__s64)v_20) << 56) >> 56;
   7 | 		ttl_25 = ttl_23;
   7 | 		id_26 = id_19;
   7 | 		length__27 = length__17;
   7 | 		ihl_28 = ihl_15;
   7 | 		matches_29 = 1;
     | 	}
     | 	out_0:;
   7 | 	__s64 holds_30 = 0;
   7 | 	if (matches_29) {
   7 | 		holds_30 = 4 < ihl_28;
     | 	}
   7 | 	if (holds_30) {
   7 | 		v_1 = (length__27 + id_26) + ttl_25;
     | 	} else {
   7 | 		v_1 = 2;
     | 	}
  13 | 	return v_1;
     | }
  14 | #pragma clang attribute pop

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
   7 | 	__s64 port_21 = 0;
   7 | 	__s64 options_size_22 = 0;
   7 | 	__s64 ihl_23 = 0;
   7 | 	__s64 matches_24 = 0;
     | 	{
   7 | 		if (packet_0 < 8) {
   7 | 			goto out_0;
     | 		}
   7 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
   7 | 		asm volatile("" : "+r"(bytes_3));
   7 | 		if (bytes_3 + 1 > honey_packet_end(ctx))
   7 | 			goto out_0;
   7 | 		__u64 v_4 = *(const __u8 *)(bytes_3 + 0);
   7 | 		__s64 ihl_6 = (__s64)(v_4 & 15);
   8 | 		__s64 v_8 = (ihl_6 - 5) * 4;
   7 | 		if (524280 < ((__u64)v_8)) {
   7 | 			goto out_0;
     | 		}
   7 | 		__s64 v_11 = packet_0 + (__s64)(-8);
   7 | 		__s64 options_size_12 = v_8 * 8;
   7 | 		if (v_11 < options_size_12) {
   7 | 			goto out_0;
     | 		}
   7 | 		__s64 v_15 = v_11 - options_size_12;
   7 | 		if (v_15 < 16) {
   7 | 			goto out_0;
     | 		}
   7 | 		__u64 at_17 = (__u64)(8 + options_size_12) >> 3;
   7 | 		asm volatile("" : "+r"(at_17));
   7 | 		if (at_17 > 65533)
   7 | 			goto out_0;
   7 | 		const __u8 *bytes_17 = honey_packet(ctx) + at_17;
   7 | 		asm volatile("" : "+r"(bytes_17));
   7 | 		if (bytes_17 + 2 > honey_packet_end(ctx))
   7 | 			goto out_0;
   7 | 		__u64 v_18 = __builtin_bswap16(*(const __u16 *)(bytes_17 + 0));
   7 | 		__s64 port_19 = (__s64)v_18;
   7 | 		port_21 = port_19;
   7 | 		options_size_22 = options_size_12;
   7 | 		ihl_23 = ihl_6;
   7 | 		matches_24 = 1;
     | 	}
     | 	out_0:;
   7 | 	if (matches_24) {
   7 | 		v_1 = port_21 + (options_size_22 >> 3);
     | 	} else {
   7 | 		v_1 = 2;
     | 	}
  11 | 	return v_1;
     | }
  12 | #pragma clang attribute pop

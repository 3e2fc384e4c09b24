     | char _license[] SEC("license") = "GPL";
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("xdp") int program(void *ctx)
     | {
   7 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   7 | 	asm("" : "+r"(length_0));
   7 | 	__builtin_assume(length_0 == (__s32)length_0);
   7 | 	__s64 packet_0 = length_0 * 8;
   7 | 	__s64 type_6 = 0;
   7 | 	__s64 matches_7 = 0;
     | 	{
   7 | 		if (packet_0 < 112) {
   7 | 			goto out_0;
     | 		}
   7 | 		const __u8 *bytes_2 = honey_packet(ctx) + 0;
   7 | 		asm volatile("" : "+r"(bytes_2));
   7 | 		if (bytes_2 + 14 > honey_packet_end(ctx))
   7 | 			goto out_0;
   7 | 		__u64 v_3 = __builtin_bswap16(*(const __u16 *)(bytes_2 + 12));
   7 | 		__s64 type_4 = (__s64)v_3;
   7 | 		type_6 = type_4;
   7 | 		matches_7 = 1;
     | 	}
     | 	out_0:;
   7 | 	if (!matches_7) {
   7 | 		honey_raise(0);
   7 | 		return 2;
     | 	}
   8 | 	return type_6;
     | }
   9 | #pragma clang attribute pop

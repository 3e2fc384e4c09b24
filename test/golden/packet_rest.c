     | char _license[] SEC("license") = "GPL";
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | static inline __attribute__((always_inline)) __s64 honey_ip_1(void *ctx, __s64 v_0, __s64 v_1)
     | {
  11 | 	__s64 v_2 = 0;
  11 | 	__s64 protocol_8 = 0;
  11 | 	__s64 matches_9 = 0;
     | 	{
  11 | 		if (v_1 < 80) {
  11 | 			goto out_0;
     | 		}
  11 | 		__u64 at_4 = (__u64)v_0 >> 3;
  11 | 		asm volatile("" : "+r"(at_4));
  11 | 		if (at_4 > 65525)
  11 | 			goto out_0;
  11 | 		const __u8 *bytes_4 = honey_packet(ctx) + at_4;
  11 | 		asm volatile("" : "+r"(bytes_4));
  11 | 		if (bytes_4 + 10 > honey_packet_end(ctx))
  11 | 			goto out_0;
  11 | 		__u64 v_5 = *(const __u8 *)(bytes_4 + 9);
  11 | 		__s64 protocol_6 = (__s64)v_5;
  11 | 		protocol_8 = protocol_6;
  11 | 		matches_9 = 1;
     | 	}
     | 	out_0:;
  11 | 	if (matches_9) {
  11 | 		v_2 = protocol_8;
     | 	} else {
  11 | 		v_2 = 2;
     | 	}
  12 | 	return v_2;
     | }
   8 | static inline __attribute__((always_inline)) __s64 honey_ethernet_2(void *ctx, __s64 v_0, __s64 v_1)
     | {
   8 | 	__s64 v_2 = 0;
   8 | 	__s64 rest_11 = 0;
   8 | 	__s64 rest_size_12 = 0;
   8 | 	__s64 matches_13 = 0;
     | 	{
   8 | 		if (v_1 < 112) {
   8 | 			goto out_0;
     | 		}
   8 | 		__u64 at_4 = (__u64)v_0 >> 3;
   8 | 		asm volatile("" : "+r"(at_4));
   8 | 		if (at_4 > 65521)
   8 | 			goto out_0;
   8 | 		const __u8 *bytes_4 = honey_packet(ctx) + at_4;
   8 | 		asm volatile("" : "+r"(bytes_4));
   8 | 		if (bytes_4 + 14 > honey_packet_end(ctx))
   8 | 			goto out_0;
   8 | 		__u64 v_5 = __builtin_bswap16(*(const __u16 *)(bytes_4 + 12));
   8 | 		__s64 v_6 = (__s64)v_5;
   8 | 		if (v_6 != 2048) {
   8 | 			goto out_0;
     | 		}
   8 | 		__s64 rest_size_9 = v_1 + (__s64)(-112);
   8 | 		__s64 rest_10 = v_0 + 112;
   8 | 		rest_11 = rest_10;
   8 | 		rest_size_12 = rest_size_9;
   8 | 		matches_13 = 1;
     | 	}
     | 	out_0:;
   8 | 	if (matches_13) {
   8 | 		__s64 v_14 = honey_ip_1(ctx, rest_11, rest_size_12);
   8 | 		v_2 = v_14;
     | 	} else {
   8 | 		v_2 = 2;
     | 	}
   9 | 	return v_2;
     | }
   6 | SEC("xdp") int program(void *ctx)
     | {
   6 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   6 | 	asm("" : "+r"(length_0));
   6 | 	__builtin_assume(length_0 == (__s32)length_0);
   6 | 	__s64 packet_0 = length_0 * 8;
   6 | 	__s64 v_1 = honey_ethernet_2(ctx, 0, packet_0);
   6 | 	return v_1;
     | }
   7 | #pragma clang attribute pop

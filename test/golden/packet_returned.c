     | char _license[] SEC("license") = "GPL";
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | static inline __attribute__((always_inline)) int honey_port_1(void *ctx, __s64 v_0, __s64 v_1, __s64 *result_0, __s64 *result_1, __s64 *result_2, __s64 *result_3)
     | {
  13 | 	__s64 v_2 = 0;
  13 | 	__s64 v_3 = 0;
  13 | 	__s64 v_4 = 0;
  13 | 	__s64 v_5 = 0;
  13 | 	__s64 rest_12 = 0;
  13 | 	__s64 rest_size_13 = 0;
  13 | 	__s64 port_14 = 0;
  13 | 	__s64 matches_15 = 0;
     | 	{
  13 | 		if (v_1 < 16) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 at_7 = (__u64)v_0 >> 3;
  13 | 		asm volatile("" : "+r"(at_7));
  13 | 		if (at_7 > 65533)
  13 | 			goto out_0;
  13 | 		const __u8 *bytes_7 = honey_packet(ctx) + at_7;
  13 | 		asm volatile("" : "+r"(bytes_7));
  13 | 		if (bytes_7 + 2 > honey_packet_end(ctx))
  13 | 			goto out_0;
  13 | 		__u64 v_8 = __builtin_bswap16(*(const __u16 *)(bytes_7 + 0));
  13 | 		__s64 port_9 = (__s64)v_8;
  13 | 		__s64 rest_size_10 = v_1 + (__s64)(-16);
  13 | 		__s64 rest_11 = v_0 + 16;
  13 | 		rest_12 = rest_11;
  13 | 		rest_size_13 = rest_size_10;
  13 | 		port_14 = port_9;
  13 | 		matches_15 = 1;
     | 	}
     | 	out_0:;
  13 | 	if (matches_15) {
  13 | 		v_2 = 3;
  13 | 		v_3 = port_14;
  13 | 		v_4 = rest_12;
  13 | 		v_5 = rest_size_13;
     | 	} else {
  13 | 		v_2 = 1;
     | 	}
  14 | 	*result_0 = v_2;
  14 | 	*result_1 = v_3;
  14 | 	*result_2 = v_4;
  14 | 	*result_3 = v_5;
  14 | 	return 0;
     | }
   6 | SEC("xdp") int program(void *ctx)
     | {
   7 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   7 | 	asm("" : "+r"(length_0));
   7 | 	__builtin_assume(length_0 == (__s32)length_0);
   7 | 	__s64 packet_0 = length_0 * 8;
   7 | 	__s64 v_1;
   7 | 	__s64 port_2;
   7 | 	__s64 rest_3;
   7 | 	__s64 rest_size_4;
   7 | 	honey_port_1(ctx, 0, packet_0, &v_1, &port_2, &rest_3, &rest_size_4);
   7 | 	__s64 v_5 = 0;
   7 | 	if (v_1 == 3) {
   7 | 		v_5 = port_2 + (rest_size_4 >> 3);
     | 	} else {
   7 | 		v_5 = 2;
     | 	}
   9 | 	return v_5;
     | }
  10 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | struct {
     | 	int (*type)[1];
     | 	char (*key)[13];
     | 	__u64 *value;
     | 	int (*max_entries)[1024u];
     | } flows SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("xdp") int program(void *ctx)
     | {
   9 | 	__u64 stored_u64;
  10 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  10 | 	asm("" : "+r"(length_0));
  10 | 	__builtin_assume(length_0 == (__s32)length_0);
  10 | 	__s64 packet_0 = length_0 * 8;
  10 | 	__s64 v_1 = 0;
  10 | 	__s64 rest_size_7 = 0;
  10 | 	__s64 port_8 = 0;
  10 | 	__s64 matches_9 = 0;
     | 	{
  10 | 		if (packet_0 < 288) {
  10 | 			goto out_0;
     | 		}
  10 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
  10 | 		asm volatile("" : "+r"(bytes_3));
  10 | 		if (bytes_3 + 36 > honey_packet_end(ctx))
  10 | 			goto out_0;
  10 | 		__u64 v_4 = __builtin_bswap16(*(const __u16 *)(bytes_3 + 34));
  10 | 		__s64 port_5 = (__s64)v_4;
  10 | 		__s64 rest_size_6 = packet_0 + (__s64)(-288);
  10 | 		rest_size_7 = rest_size_6;
  10 | 		port_8 = port_5;
  10 | 		matches_9 = 1;
     | 	}
     | 	out_0:;
  10 | 	if (matches_9) {
  12 | 		char text_10[16] __attribute__((aligned(8))) = "";
     | 		{
  12 | 			const __u8 *bytes_11 = honey_packet(ctx) + 26;
  12 | 			asm volatile("" : "+r"(bytes_11));
  12 | 			if (bytes_11 + 4 > honey_packet_end(ctx))
  12 | 				goto out_1;
  12 | 			__u64 v_12 = __builtin_bswap32(*(const __u32 *)(bytes_11 + 0));
  12 | 			*(__u32 *)(text_10 + 0) = __builtin_bswap32((__u32)v_12);
     | 		}
     | 		out_1:;
     | 		{
  12 | 			const __u8 *bytes_13 = honey_packet(ctx) + 30;
  12 | 			asm volatile("" : "+r"(bytes_13));
  12 | 			if (bytes_13 + 4 > honey_packet_end(ctx))
  12 | 				goto out_2;
  12 | 			__u64 v_14 = __builtin_bswap32(*(const __u32 *)(bytes_13 + 0));
  12 | 			*(__u32 *)(text_10 + 4) = __builtin_bswap32((__u32)v_14);
     | 		}
     | 		out_2:;
  12 | 		text_10[8] = (__u8)6;
  12 | 		__u64 v_15 = (__u64)port_8;
  12 | 		text_10[9] = (__u8)(v_15 >> 8);
  12 | 		text_10[10] = (__u8)v_15;
  12 | 		__u64 v_17 = (__u64)port_8;
  12 | 		text_10[11] = (__u8)v_17;
  12 | 		text_10[12] = (__u8)(v_17 >> 8);
  13 | 		stored_u64 = 1;
  13 | 		bpf_map_update_elem(&flows, &*text_10, &stored_u64, 0);
  14 | 		char text_20[8] __attribute__((aligned(8))) = "";
  14 | 		__u64 v_21 = (__u64)port_8;
  14 | 		text_20[0] = (__u8)(80 | ((v_21 >> 4) & 15));
  14 | 		if (rest_size_7 < 4) {
  14 | 			honey_raise(0);
  14 | 			return 2;
     | 		}
     | 		{
  14 | 			const __u8 *bytes_28 = honey_packet(ctx) + 36;
  14 | 			asm volatile("" : "+r"(bytes_28));
  14 | 			if (bytes_28 + 1 > honey_packet_end(ctx))
  14 | 				goto out_3;
  14 | 			__u64 v_29 = *(const __u8 *)(bytes_28 + 0);
  14 | 			text_20[1] = (__u8)(((v_21 & 15) << 4) | ((v_29 >> 4) & 15));
     | 		}
     | 		out_3:;
  14 | 		__s64 odd_43 = 0;
  14 | 		__s64 high_44 = 0;
     | 		{
  14 | 			__u64 v_34 = *(const __u8 *)(text_20 + 0);
  14 | 			__s64 high_36 = (__s64)(v_34 >> 4);
  14 | 			__u64 v_37 = *(const __u8 *)(text_20 + 0);
  14 | 			__u64 v_39 = *(const __u8 *)(text_20 + 1);
  14 | 			__s64 odd_42 = (__s64)(((v_37 << 8) | v_39) & 4095);
  14 | 			odd_43 = odd_42;
  14 | 			high_44 = high_36;
     | 		}
  10 | 		v_1 = high_44 + odd_43;
     | 	} else {
  10 | 		v_1 = 2;
     | 	}
  17 | 	return v_1;
     | }
  18 | #pragma clang attribute pop

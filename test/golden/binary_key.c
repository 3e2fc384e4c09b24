     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | struct {
     | 	int (*type)[1];
     | 	char (*key)[6];
     | 	__u64 *value;
     | 	int (*max_entries)[1024u];
     | } frames SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	char (*key)[4];
     | 	char (*value)[6];
     | 	int (*max_entries)[1024u];
     | } routers SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("xdp") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  11 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  11 | 	asm("" : "+r"(length_0));
  11 | 	__builtin_assume(length_0 == (__s32)length_0);
  11 | 	__s64 packet_0 = length_0 * 8;
  11 | 	__u64 v_1 = 0;
  11 | 	__s64 matches_9 = 0;
     | 	{
  11 | 		if (packet_0 < 240) {
  11 | 			goto out_0;
     | 		}
  11 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
  11 | 		asm volatile("" : "+r"(bytes_3));
  11 | 		if (bytes_3 + 14 > honey_packet_end(ctx))
  11 | 			goto out_0;
  11 | 		__u64 v_4 = __builtin_bswap16(*(const __u16 *)(bytes_3 + 12));
  11 | 		__s64 v_5 = (__s64)v_4;
  11 | 		if (v_5 != 2048) {
  11 | 			goto out_0;
     | 		}
  11 | 		matches_9 = 1;
     | 	}
     | 	out_0:;
  11 | 	if (matches_9) {
  13 | 		char text_10[8] __attribute__((aligned(8))) = "";
     | 		{
  13 | 			const __u8 *bytes_11 = honey_packet(ctx) + 26;
  13 | 			asm volatile("" : "+r"(bytes_11));
  13 | 			if (bytes_11 + 4 > honey_packet_end(ctx))
  13 | 				goto out_1;
  13 | 			__u64 v_12 = __builtin_bswap32(*(const __u32 *)(bytes_11 + 0));
  13 | 			*(__u32 *)(text_10 + 0) = __builtin_bswap32((__u32)v_12);
     | 		}
     | 		out_1:;
  13 | 		char text_13[8] __attribute__((aligned(8))) = "";
     | 		{
  13 | 			const __u8 *bytes_14 = honey_packet(ctx) + 0;
  13 | 			asm volatile("" : "+r"(bytes_14));
  13 | 			if (bytes_14 + 6 > honey_packet_end(ctx))
  13 | 				goto out_2;
  13 | 			__u64 v_15 = __builtin_bswap32(*(const __u32 *)(bytes_14 + 0));
  13 | 			*(__u32 *)(text_13 + 0) = __builtin_bswap32((__u32)v_15);
  13 | 			__u64 v_16 = __builtin_bswap16(*(const __u16 *)(bytes_14 + 4));
  13 | 			*(__u16 *)(text_13 + 4) = __builtin_bswap16((__u16)v_16);
     | 		}
     | 		out_2:;
  13 | 		bpf_map_update_elem(&routers, &*text_10, &*text_13, 0);
  14 | 		static const char text_18[8] __attribute__((aligned(8))) = "\377\377\377\377\377\377";
  14 | 		stored_u64 = 1;
  14 | 		bpf_map_update_elem(&frames, &*text_18, &stored_u64, 0);
  15 | 		char text_20[8] __attribute__((aligned(8))) = "";
     | 		{
  15 | 			const __u8 *bytes_21 = honey_packet(ctx) + 0;
  15 | 			asm volatile("" : "+r"(bytes_21));
  15 | 			if (bytes_21 + 6 > honey_packet_end(ctx))
  15 | 				goto out_3;
  15 | 			__u64 v_22 = __builtin_bswap32(*(const __u32 *)(bytes_21 + 0));
  15 | 			*(__u32 *)(text_20 + 0) = __builtin_bswap32((__u32)v_22);
  15 | 			__u64 v_23 = __builtin_bswap16(*(const __u16 *)(bytes_21 + 4));
  15 | 			*(__u16 *)(text_20 + 4) = __builtin_bswap16((__u16)v_23);
     | 		}
     | 		out_3:;
  15 | 		__u64 *found_24 = bpf_map_lookup_elem(&frames, &*text_20);
  15 | 		__u64 v_25 = 2;
  15 | 		if (found_24) {
  15 | 			__u64 v_27 = *found_24;
  15 | 			v_25 = v_27;
     | 		}
  15 | 		__u64 frames_28 = 0;
  15 | 		if (!(!found_24)) {
  15 | 			frames_28 = v_25;
     | 		} else {
  15 | 			frames_28 = 0;
     | 		}
  16 | 		static const char text_30[8] __attribute__((aligned(8))) = "\012\000\000\001";
  16 | 		void *found_31 = bpf_map_lookup_elem(&routers, &*text_30);
  16 | 		char text_32[8] __attribute__((aligned(8))) = "";
  16 | 		__s64 v_33 = 0;
  16 | 		v_33 = 1;
  16 | 		if (found_31) {
  16 | 			char v_34[8] __attribute__((aligned(8))) = "";
  16 | 			if (found_31)
  16 | 				__builtin_memcpy(&*v_34, __builtin_assume_aligned(found_31, 8), 6);
  16 | 			*(__u64 *)(text_32 + 0) = *(const __u64 *)(v_34 + 0);
  16 | 			v_33 = 2;
     | 		}
  16 | 		__s64 matches_55 = 0;
     | 		{
  16 | 			const __u8 *bytes_36 = honey_packet(ctx) + 0;
  16 | 			asm volatile("" : "+r"(bytes_36));
  16 | 			if (bytes_36 + 6 > honey_packet_end(ctx))
  16 | 				goto out_4;
  16 | 			__u64 v_37 = __builtin_bswap32(*(const __u32 *)(bytes_36 + 0));
  16 | 			__u64 v_38 = *(const __u8 *)(text_32 + 0);
  16 | 			__u64 v_40 = *(const __u8 *)(text_32 + 1);
  16 | 			__u64 v_43 = *(const __u8 *)(text_32 + 2);
  16 | 			__u64 v_46 = *(const __u8 *)(text_32 + 3);
  16 | 			if (((((v_38 << 24) | (v_40 << 16)) | (v_43 << 8)) | v_46) != v_37) {
  16 | 				goto out_4;
     | 			}
  16 | 			__u64 v_49 = __builtin_bswap16(*(const __u16 *)(bytes_36 + 4));
  16 | 			__u64 v_50 = *(const __u8 *)(text_32 + 4);
  16 | 			__u64 v_52 = *(const __u8 *)(text_32 + 5);
  16 | 			if (((v_50 << 8) | v_52) != v_49) {
  16 | 				goto out_4;
     | 			}
  16 | 			matches_55 = 1;
     | 		}
     | 		out_4:;
  16 | 		__s64 v_56 = (v_33 == 2) && matches_55;
  16 | 		__u64 v_57 = 0;
  16 | 		if (v_56) {
  16 | 			v_57 = frames_28;
     | 		} else {
  16 | 			v_57 = 2;
     | 		}
  11 | 		v_1 = v_57;
     | 	} else {
  11 | 		v_1 = 2;
     | 	}
  18 | 	return v_1;
     | }
  19 | #pragma clang attribute pop

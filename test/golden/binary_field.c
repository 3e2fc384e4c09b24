     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | struct honey_Host {
     | 	char mac[6];
     | 	char routes[2][4];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Host *value;
     | 	int (*max_entries)[1024u];
     | } hosts SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  18 | static inline __attribute__((always_inline)) __s64 honey_last_1(const char * v_0)
     | {
  18 | 	__s64 last_3 = 0;
     | 	{
  18 | 		__u64 v_1 = *(const __u8 *)(v_0 + 5);
  18 | 		__s64 last_2 = (__s64)v_1;
  18 | 		last_3 = last_2;
     | 	}
  18 | 	return last_3;
     | }
  20 | static inline __attribute__((always_inline)) __s64 honey_add_2(void *ctx, __s64 mac_0, __s64 v_1)
     | {
  21 | 	__u32 slot_u32_0 = 1;
  20 | 	__s64 v_2 = 0;
  20 | 	__s64 route_6 = 0;
  20 | 	__s64 mac_7 = 0;
  20 | 	__s64 matches_8 = 0;
     | 	{
  20 | 		if (v_1 < 80) {
  20 | 			goto out_0;
     | 		}
  20 | 		__s64 route_4 = mac_0 + 48;
  20 | 		route_6 = route_4;
  20 | 		mac_7 = mac_0;
  20 | 		matches_8 = 1;
     | 	}
     | 	out_0:;
  20 | 	if (matches_8) {
  21 | 		char text_9[8] __attribute__((aligned(8))) = "";
     | 		{
  21 | 			__u64 at_10 = (__u64)mac_7 >> 3;
  21 | 			asm volatile("" : "+r"(at_10));
  21 | 			if (at_10 > 65529)
  21 | 				goto out_1;
  21 | 			const __u8 *bytes_10 = honey_packet(ctx) + at_10;
  21 | 			asm volatile("" : "+r"(bytes_10));
  21 | 			if (bytes_10 + 6 > honey_packet_end(ctx))
  21 | 				goto out_1;
  21 | 			__u64 v_11 = __builtin_bswap32(*(const __u32 *)(bytes_10 + 0));
  21 | 			*(__u32 *)(text_9 + 0) = __builtin_bswap32((__u32)v_11);
  21 | 			__u64 v_12 = __builtin_bswap16(*(const __u16 *)(bytes_10 + 4));
  21 | 			*(__u16 *)(text_9 + 4) = __builtin_bswap16((__u16)v_12);
     | 		}
     | 		out_1:;
  21 | 		char text_13[8] __attribute__((aligned(8))) = "";
     | 		{
  21 | 			__u64 at_14 = (__u64)route_6 >> 3;
  21 | 			asm volatile("" : "+r"(at_14));
  21 | 			if (at_14 > 65531)
  21 | 				goto out_2;
  21 | 			const __u8 *bytes_14 = honey_packet(ctx) + at_14;
  21 | 			asm volatile("" : "+r"(bytes_14));
  21 | 			if (bytes_14 + 4 > honey_packet_end(ctx))
  21 | 				goto out_2;
  21 | 			__u64 v_15 = __builtin_bswap32(*(const __u32 *)(bytes_14 + 0));
  21 | 			*(__u32 *)(text_13 + 0) = __builtin_bswap32((__u32)v_15);
     | 		}
     | 		out_2:;
  21 | 		static const char text_16[8] __attribute__((aligned(8))) = "\000\000\000\000";
  21 | 		struct { char items[2][4]; } v_17 __attribute__((aligned(8))) = {};
  21 | 		__builtin_memcpy(&v_17.items[0], &*text_13, 4);
  21 | 		__builtin_memcpy(&v_17.items[1], &*text_16, 4);
  21 | 		struct honey_Host v_18 __attribute__((aligned(8))) = {};
  21 | 		__builtin_memcpy(&v_18.mac, &*text_9, 6);
  21 | 		__builtin_memcpy(&v_18.routes, &v_17, 8);
  21 | 		bpf_map_update_elem(&hosts, &slot_u32_0, &v_18, 0);
  20 | 		v_2 = 1;
     | 	} else {
  20 | 		v_2 = 2;
     | 	}
  25 | 	return v_2;
     | }
  10 | SEC("xdp") int program(void *ctx)
     | {
  11 | 	__u32 slot_u32_0 = 1;
  11 | 	void *found_0 = bpf_map_lookup_elem(&hosts, &slot_u32_0);
  11 | 	struct honey_Host v_1 __attribute__((aligned(8))) = {};
  11 | 	if (found_0)
  11 | 		__builtin_memcpy(&v_1, __builtin_assume_aligned(found_0, 8), 14);
  11 | 	__s64 v_3 = 0;
  11 | 	__s64 v_4 = !found_0;
  11 | 	asm volatile("" : "+r"(v_4));
  11 | 	char mac_6[8] __attribute__((aligned(8))) = "";
  11 | 	__builtin_memcpy(&mac_6, &v_1.mac, 6);
  11 | 	__s64 vendor_16 = 0;
  11 | 	__s64 matches_17 = 0;
     | 	{
  11 | 		__u64 v_7 = *(const __u8 *)(mac_6 + 0);
  11 | 		__s64 v_8 = (__s64)v_7;
  11 | 		if (v_8 != 2) {
  11 | 			goto out_0;
     | 		}
  11 | 		__u64 v_11 = *(const __u8 *)(mac_6 + 1);
  11 | 		__u64 v_13 = *(const __u8 *)(mac_6 + 2);
  11 | 		__s64 vendor_15 = (__s64)((v_11 << 8) | v_13);
  11 | 		vendor_16 = vendor_15;
  11 | 		matches_17 = 1;
     | 	}
     | 	out_0:;
  11 | 	if ((!v_4) && matches_17) {
  11 | 		v_3 = vendor_16;
     | 	} else {
  11 | 		char mac_21[8] __attribute__((aligned(8))) = "";
  11 | 		__builtin_memcpy(&mac_21, &v_1.mac, 6);
  11 | 		if (!(!found_0)) {
  13 | 			char v_23[8] __attribute__((aligned(8))) = "";
  13 | 			__builtin_memcpy(&v_23, &v_1.routes[1], 4);
  13 | 			static const char text_24[8] __attribute__((aligned(8))) = "\012\000\000\061";
  13 | 			__s64 v_25 = *(const __u64 *)(v_23 + 0) == *(const __u64 *)(text_24 + 0);
  13 | 			__s64 v_26 = 0;
  13 | 			if (v_25) {
  13 | 				__s64 v_28 = honey_last_1(mac_21);
  13 | 				v_26 = v_28;
     | 			} else {
  13 | 				v_26 = 2;
     | 			}
  11 | 			v_3 = v_26;
     | 		} else {
  14 | 			__s64 length_29 = honey_packet_end(ctx) - honey_packet(ctx);
  14 | 			asm("" : "+r"(length_29));
  14 | 			__builtin_assume(length_29 == (__s32)length_29);
  14 | 			__s64 packet_29 = length_29 * 8;
  14 | 			__s64 v_30 = honey_add_2(ctx, 0, packet_29);
  11 | 			v_3 = v_30;
     | 		}
     | 	}
  14 | 	return v_3;
     | }
  15 | #pragma clang attribute pop

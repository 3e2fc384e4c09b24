     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | struct honey_ipv4 {
     | 	__u8 element0;
     | 	__u8 element1;
     | 	__u8 element2;
     | 	__u8 element3;
     | } __attribute__((aligned(4)));
     | struct honey_be16 {
     | 	__u16 number;
     | };
     | struct honey_Peer {
     | 	struct honey_ipv4 address;
     | 	struct honey_be16 port;
     | 	char mac[6];
     | };
     | struct honey_ipv6 {
     | 	struct honey_be16 element0;
     | 	struct honey_be16 element1;
     | 	struct honey_be16 element2;
     | 	struct honey_be16 element3;
     | 	struct honey_be16 element4;
     | 	struct honey_be16 element5;
     | 	struct honey_be16 element6;
     | 	struct honey_be16 element7;
     | } __attribute__((aligned(4)));
     | struct {
     | 	int (*type)[1];
     | 	struct honey_ipv4 *key;
     | 	struct honey_Peer *value;
     | 	int (*max_entries)[64u];
     | } peers SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	struct honey_ipv6 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } seen SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  22 | static inline __attribute__((always_inline)) __s64 honey_peer_1(void *ctx, __s64 v_0, __s64 v_1, __s64 v_2, __s64 v_3, __s64 mac_4, __s64 mac_size_5)
     | {
  23 | 	struct honey_ipv4 v_6 __attribute__((aligned(8))) = {};
  23 | 	v_6.element0 = v_0;
  23 | 	v_6.element1 = v_1;
  23 | 	v_6.element2 = v_2;
  23 | 	v_6.element3 = v_3;
  23 | 	void *found_7 = bpf_map_lookup_elem(&peers, &v_6);
  23 | 	struct honey_Peer v_8 __attribute__((aligned(8))) = {};
  23 | 	if (found_7)
  23 | 		__builtin_memcpy(&v_8, __builtin_assume_aligned(found_7, 8), 12);
  23 | 	__s64 v_10 = 0;
  23 | 	__s64 v_11 = !found_7;
  23 | 	asm volatile("" : "+r"(v_11));
  23 | 	__s64 element0_14 = v_8.address.element0;
  23 | 	__s64 element3_17 = v_8.address.element3;
  23 | 	if ((!v_11) && (element0_14 == 10)) {
  23 | 		v_10 = element3_17;
     | 	} else {
  23 | 		__s64 v_20 = !found_7;
  23 | 		asm volatile("" : "+r"(v_20));
  23 | 		__s64 element0_23 = v_8.address.element0;
  23 | 		__s64 element1_24 = v_8.address.element1;
  23 | 		__s64 element2_25 = v_8.address.element2;
  23 | 		__s64 element3_26 = v_8.address.element3;
  23 | 		char mac_35[8] __attribute__((aligned(8))) = "";
  23 | 		__builtin_memcpy(&mac_35, &v_8.mac, 6);
  23 | 		__s64 matches_55 = 0;
     | 		{
  23 | 			__u64 at_36 = (__u64)mac_4 >> 3;
  23 | 			asm volatile("" : "+r"(at_36));
  23 | 			if (at_36 > 65529)
  23 | 				goto out_0;
  23 | 			const __u8 *bytes_36 = honey_packet(ctx) + at_36;
  23 | 			asm volatile("" : "+r"(bytes_36));
  23 | 			if (bytes_36 + 6 > honey_packet_end(ctx))
  23 | 				goto out_0;
  23 | 			__u64 v_37 = __builtin_bswap32(*(const __u32 *)(bytes_36 + 0));
  23 | 			__u64 v_38 = *(const __u8 *)(mac_35 + 0);
  23 | 			__u64 v_40 = *(const __u8 *)(mac_35 + 1);
  23 | 			__u64 v_43 = *(const __u8 *)(mac_35 + 2);
  23 | 			__u64 v_46 = *(const __u8 *)(mac_35 + 3);
  23 | 			if (((((v_38 << 24) | (v_40 << 16)) | (v_43 << 8)) | v_46) != v_37) {
  23 | 				goto out_0;
     | 			}
  23 | 			__u64 v_49 = __builtin_bswap16(*(const __u16 *)(bytes_36 + 4));
  23 | 			__u64 v_50 = *(const __u8 *)(mac_35 + 4);
  23 | 			__u64 v_52 = *(const __u8 *)(mac_35 + 5);
  23 | 			if (((v_50 << 8) | v_52) != v_49) {
  23 | 				goto out_0;
     | 			}
  23 | 			matches_55 = 1;
     | 		}
     | 		out_0:;
  23 | 		if (((!v_20) && ((((element0_23 == 127) && (element1_24 == 0)) && (element2_25 == 0)) && (element3_26 == 1))) && matches_55) {
  23 | 			v_10 = 1;
     | 		} else {
  23 | 			if (!found_7) {
  31 | 				struct honey_ipv4 v_58 __attribute__((aligned(8))) = {};
  31 | 				v_58.element0 = v_0;
  31 | 				v_58.element1 = v_1;
  31 | 				v_58.element2 = v_2;
  31 | 				v_58.element3 = v_3;
  31 | 				struct honey_ipv4 v_59 __attribute__((aligned(8))) = {};
  31 | 				v_59.element0 = v_0;
  31 | 				v_59.element1 = v_1;
  31 | 				v_59.element2 = v_2;
  31 | 				v_59.element3 = v_3;
  31 | 				char text_60[8] __attribute__((aligned(8))) = "";
     | 				{
  31 | 					__u64 at_61 = (__u64)mac_4 >> 3;
  31 | 					asm volatile("" : "+r"(at_61));
  31 | 					if (at_61 > 65529)
  31 | 						goto out_1;
  31 | 					const __u8 *bytes_61 = honey_packet(ctx) + at_61;
  31 | 					asm volatile("" : "+r"(bytes_61));
  31 | 					if (bytes_61 + 6 > honey_packet_end(ctx))
  31 | 						goto out_1;
  31 | 					__u64 v_62 = __builtin_bswap32(*(const __u32 *)(bytes_61 + 0));
  31 | 					*(__u32 *)(text_60 + 0) = __builtin_bswap32((__u32)v_62);
  31 | 					__u64 v_63 = __builtin_bswap16(*(const __u16 *)(bytes_61 + 4));
  31 | 					*(__u16 *)(text_60 + 4) = __builtin_bswap16((__u16)v_63);
     | 				}
     | 				out_1:;
  31 | 				struct honey_Peer v_64 __attribute__((aligned(8))) = {};
  31 | 				__builtin_memcpy(&v_64.address, &v_59, 4);
  31 | 				__builtin_memcpy(&v_64.mac, &*text_60, 6);
  31 | 				bpf_map_update_elem(&peers, &v_58, &v_64, 0);
  23 | 				v_10 = 2;
     | 			} else {
  23 | 				__s64 element0_67 = v_8.address.element0;
  23 | 				__s64 element1_68 = v_8.address.element1;
  23 | 				__s64 element2_69 = v_8.address.element2;
  23 | 				__s64 element3_70 = v_8.address.element3;
  35 | 				__s64 v_77 = (((element0_67 == v_0) && (element1_68 == v_1)) && (element2_69 == v_2)) && (element3_70 == v_3);
  35 | 				__s64 v_78 = 0;
  35 | 				if (v_77) {
  35 | 					v_78 = 2;
     | 				} else {
  35 | 					v_78 = 1;
     | 				}
  23 | 				v_10 = v_78;
     | 			}
     | 		}
     | 	}
  35 | 	return v_10;
     | }
  11 | SEC("xdp") int program(void *ctx)
     | {
  11 | 	__u64 stored_u64;
  12 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  12 | 	asm("" : "+r"(length_0));
  12 | 	__builtin_assume(length_0 == (__s32)length_0);
  12 | 	__s64 packet_0 = length_0 * 8;
  12 | 	__s64 v_1 = 0;
  12 | 	__s64 d_17 = 0;
  12 | 	__s64 c_18 = 0;
  12 | 	__s64 b_19 = 0;
  12 | 	__s64 a_20 = 0;
  12 | 	__s64 matches_21 = 0;
     | 	{
  12 | 		if (packet_0 < 240) {
  12 | 			goto out_0;
     | 		}
  12 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
  12 | 		asm volatile("" : "+r"(bytes_3));
  12 | 		if (bytes_3 + 30 > honey_packet_end(ctx))
  12 | 			goto out_0;
  12 | 		__u64 v_4 = __builtin_bswap16(*(const __u16 *)(bytes_3 + 12));
  12 | 		__s64 v_5 = (__s64)v_4;
  12 | 		if (v_5 != 2048) {
  12 | 			goto out_0;
     | 		}
  12 | 		__u64 v_8 = *(const __u8 *)(bytes_3 + 26);
  12 | 		__s64 a_9 = (__s64)v_8;
  12 | 		__u64 v_10 = *(const __u8 *)(bytes_3 + 27);
  12 | 		__s64 b_11 = (__s64)v_10;
  12 | 		__u64 v_12 = *(const __u8 *)(bytes_3 + 28);
  12 | 		__s64 c_13 = (__s64)v_12;
  12 | 		__u64 v_14 = *(const __u8 *)(bytes_3 + 29);
  12 | 		__s64 d_15 = (__s64)v_14;
  12 | 		d_17 = d_15;
  12 | 		c_18 = c_13;
  12 | 		b_19 = b_11;
  12 | 		a_20 = a_9;
  12 | 		matches_21 = 1;
     | 	}
     | 	out_0:;
  12 | 	if (matches_21) {
  14 | 		__s64 v_22 = honey_peer_1(ctx, a_20, b_19, c_18, d_17, 48, 48);
  12 | 		v_1 = v_22;
     | 	} else {
  17 | 		struct honey_be16 v_24 __attribute__((aligned(8))) = {};
  17 | 		v_24.number = (__builtin_bswap16(65152));
  17 | 		struct honey_be16 v_26 __attribute__((aligned(8))) = {};
  17 | 		v_26.number = (__builtin_bswap16(0));
  17 | 		struct honey_be16 v_28 __attribute__((aligned(8))) = {};
  17 | 		v_28.number = (__builtin_bswap16(0));
  17 | 		struct honey_be16 v_30 __attribute__((aligned(8))) = {};
  17 | 		v_30.number = (__builtin_bswap16(0));
  17 | 		struct honey_be16 v_32 __attribute__((aligned(8))) = {};
  17 | 		v_32.number = (__builtin_bswap16(0));
  17 | 		struct honey_be16 v_34 __attribute__((aligned(8))) = {};
  17 | 		v_34.number = (__builtin_bswap16(0));
  17 | 		struct honey_be16 v_36 __attribute__((aligned(8))) = {};
  17 | 		v_36.number = (__builtin_bswap16(0));
  17 | 		struct honey_be16 v_38 __attribute__((aligned(8))) = {};
  17 | 		v_38.number = (__builtin_bswap16(1));
  17 | 		struct honey_ipv6 v_39 __attribute__((aligned(8))) = {};
  17 | 		__builtin_memcpy(&v_39.element0, &v_24, 2);
  17 | 		__builtin_memcpy(&v_39.element1, &v_26, 2);
  17 | 		__builtin_memcpy(&v_39.element2, &v_28, 2);
  17 | 		__builtin_memcpy(&v_39.element3, &v_30, 2);
  17 | 		__builtin_memcpy(&v_39.element4, &v_32, 2);
  17 | 		__builtin_memcpy(&v_39.element5, &v_34, 2);
  17 | 		__builtin_memcpy(&v_39.element6, &v_36, 2);
  17 | 		__builtin_memcpy(&v_39.element7, &v_38, 2);
  17 | 		stored_u64 = 1;
  17 | 		bpf_map_update_elem(&seen, &v_39, &stored_u64, 0);
  12 | 		v_1 = 2;
     | 	}
  17 | 	return v_1;
     | }
  18 | #pragma clang attribute pop

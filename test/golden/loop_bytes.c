     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  23 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  23 | 	__u64 stored_u64;
  23 | 	__u32 key_u32_0 = key_0;
  23 | 	stored_u64 = value_1;
  23 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_u64, 0);
  23 | 	__s64 v_3 = 0;
  23 | 	__s64 v_4 = 0;
  23 | 	if (status_2 < 0) {
  23 | 		v_3 = 3;
  23 | 		v_4 = status_2;
     | 	} else {
  23 | 		v_3 = 1;
     | 	}
  23 | 	*result_0 = v_3;
  23 | 	*result_1 = v_4;
  23 | 	return 0;
     | }
   9 | SEC("xdp") int packet(void *ctx)
     | {
  10 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  10 | 	asm("" : "+r"(length_0));
  10 | 	__builtin_assume(length_0 == (__s32)length_0);
  10 | 	__s64 packet_0 = length_0 * 8;
  10 | 	__s64 matches_3 = 0;
     | 	{
  10 | 		if (packet_0 < 224) {
  10 | 			goto out_0;
     | 		}
  10 | 		matches_3 = 1;
     | 	}
     | 	out_0:;
  10 | 	if (matches_3) {
     | 		{
  11 | 			for (__s64 turn_4 = 0; turn_4 < 4; turn_4++) {
  11 | 				asm volatile("" : "+r"(turn_4));
     | 				{
  11 | 					__s64 value_15 = 0;
  11 | 					__s64 kind_16 = 0;
  11 | 					__s64 matches_17 = 0;
     | 					{
  11 | 						__u64 at_7 = (__u64)(96 + (turn_4 * 32)) >> 3;
  11 | 						asm volatile("" : "+r"(at_7));
  11 | 						if (at_7 > 65531)
  11 | 							goto out_3;
  11 | 						const __u8 *bytes_7 = honey_packet(ctx) + at_7;
  11 | 						asm volatile("" : "+r"(bytes_7));
  11 | 						if (bytes_7 + 4 > honey_packet_end(ctx))
  11 | 							goto out_3;
  11 | 						__u64 v_8 = *(const __u8 *)(bytes_7 + 0);
  11 | 						__s64 kind_9 = (__s64)v_8;
  11 | 						__u64 v_10 = __builtin_bswap16(*(const __u16 *)(bytes_7 + 1));
  11 | 						__u64 v_12 = *(const __u8 *)(bytes_7 + 3);
  11 | 						__s64 value_14 = (__s64)((v_10 << 8) | v_12);
  11 | 						value_15 = value_14;
  11 | 						kind_16 = kind_9;
  11 | 						matches_17 = 1;
     | 					}
     | 					out_3:;
  11 | 					if (kind_16 < 8) {
  11 | 						__s64 v_21;
  11 | 						__s64 v_22;
  11 | 						honey_put_1(kind_16, value_15, &v_21, &v_22);
  11 | 						goto out_2;
     | 					} else {
  11 | 						goto out_2;
     | 					}
     | 				}
     | 				out_2:;
     | 			}
     | 		}
     | 	}
  11 | 	return 2;
     | }
  18 | SEC("raw_tracepoint/sched_switch") int text(void *ctx)
     | {
  19 | 	char comm_0[16] __attribute__((aligned(8)));
  19 | 	bpf_get_current_comm(comm_0, 16);
  19 | 	__s64 v_1 = honey_letters(*(const __u64 *)(comm_0 + 0)) + honey_letters(*(const __u64 *)(comm_0 + 8));
  19 | 	__s64 next_3 = 0;
  19 | 	next_3 = 5381;
  19 | 	__s64 hash_6 = 0;
     | 	{
  19 | 		for (__s64 turn_7 = 0; turn_7 < 15; turn_7++) {
  19 | 			asm volatile("" : "+r"(turn_7));
  19 | 			if ((__u64)turn_7 >= (honey_opaque(((__u64)(v_1 * 8))) / (__u64)8))
  19 | 				break;
     | 			{
  19 | 				__s64 now_8 = honey_forget(next_3);
  19 | 				__s64 byte_13 = 0;
  19 | 				__s64 matches_14 = 0;
     | 				{
  19 | 					__u64 at_10 = (__u64)(turn_7 * 8) >> 3;
  19 | 					asm volatile("" : "+r"(at_10));
  19 | 					if (at_10 > 15)
  19 | 						goto out_2;
  19 | 					const __u8 *bytes_10 = (const __u8 *)comm_0 + at_10;
  19 | 					asm volatile("" : "+r"(bytes_10) : : "memory");
  19 | 					__u64 v_11 = *(const __u8 *)(bytes_10 + 0);
  19 | 					__s64 byte_12 = (__s64)v_11;
  19 | 					byte_13 = byte_12;
  19 | 					matches_14 = 1;
     | 				}
     | 				out_2:;
  19 | 				next_3 = (now_8 * 33) + byte_13;
  19 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  19 | 		hash_6 = next_3;
     | 	}
  20 | 	__s64 v_17;
  20 | 	__s64 v_18;
  20 | 	honey_put_1(0, hash_6, &v_17, &v_18);
  20 | 	return 0;
     | }
  21 | #pragma clang attribute pop

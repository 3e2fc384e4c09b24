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
     | 	__u32 *key;
     | 	__u8 *value;
     | 	int (*max_entries)[16u];
     | } counts SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	char (*key)[4];
     | 	__u8 *value;
     | 	int (*max_entries)[16u];
     | } keys SEC(".maps");
     | __u64 honey_raised[3];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("xdp") int program(void *ctx)
     | {
  10 | 	__u8 stored_u8;
  12 | 	__u32 slot_u32_0 = 0;
  11 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  11 | 	asm("" : "+r"(length_0));
  11 | 	__builtin_assume(length_0 == (__s32)length_0);
  11 | 	__s64 packet_0 = length_0 * 8;
  11 | 	__s64 rest_size_3 = 0;
  11 | 	__s64 matches_4 = 0;
     | 	{
  11 | 		if (packet_0 < 112) {
  11 | 			goto out_0;
     | 		}
  11 | 		__s64 rest_size_2 = packet_0 + (__s64)(-112);
  11 | 		rest_size_3 = rest_size_2;
  11 | 		matches_4 = 1;
     | 	}
     | 	out_0:;
  11 | 	if (!matches_4) {
  11 | 		honey_raise(0);
  11 | 		return 2;
     | 	}
  12 | 	__u8 *found_6 = bpf_map_lookup_elem(&counts, &slot_u32_0);
  12 | 	__s64 count_7 = 2;
  12 | 	__s64 count_part_8 = !found_6;
  12 | 	if (found_6) {
  12 | 		__s64 v_9 = *found_6;
  12 | 		count_7 = v_9;
     | 	}
  13 | 	if (count_part_8) {
  13 | 		honey_raise(1);
  13 | 		return 2;
     | 	}
  13 | 	char text_11[8] __attribute__((aligned(8))) = "";
  13 | 	text_11[0] = (__u8)((__u64)count_7);
  13 | 	if (rest_size_3 < 24) {
  13 | 		honey_raise(2);
  13 | 		return 2;
     | 	}
     | 	{
  13 | 		const __u8 *bytes_14 = honey_packet(ctx) + 14;
  13 | 		asm volatile("" : "+r"(bytes_14));
  13 | 		if (bytes_14 + 3 > honey_packet_end(ctx))
  13 | 			goto out_1;
  13 | 		__u64 v_15 = __builtin_bswap16(*(const __u16 *)(bytes_14 + 0));
  13 | 		__u64 v_17 = *(const __u8 *)(bytes_14 + 2);
  13 | 		__u64 v_18 = (v_15 << 8) | v_17;
  13 | 		text_11[1] = (__u8)(v_18 >> 16);
  13 | 		*(__u16 *)(text_11 + 2) = __builtin_bswap16((__u16)v_18);
     | 	}
     | 	out_1:;
  13 | 	stored_u8 = 1;
  13 | 	bpf_map_update_elem(&keys, &*text_11, &stored_u8, 0);
  13 | 	return 2;
     | }
  14 | #pragma clang attribute pop

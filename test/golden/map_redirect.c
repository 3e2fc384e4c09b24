     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_redirect_map)(void *map, __u64 key, __u64 flags) = (void *)51;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | struct {
     | 	int (*type)[14];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | } ports SEC(".maps");
     | struct {
     | 	int (*type)[25];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | } links SEC(".maps");
     | struct {
     | 	int (*type)[16];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[2u];
     | 	int (*map_flags)[4];
     | 	int (*numa_node)[0];
     | } cpus SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("xdp") int program(void *ctx)
     | {
  11 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  11 | 	asm("" : "+r"(length_0));
  11 | 	__builtin_assume(length_0 == (__s32)length_0);
  11 | 	__s64 packet_0 = length_0 * 8;
  11 | 	__s64 v_1 = 0;
  11 | 	__s64 matches_9 = 0;
     | 	{
  11 | 		if (packet_0 < 112) {
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
  12 | 		__s64 v_10 = bpf_redirect_map(&cpus, 1, 2);
  11 | 		v_1 = v_10;
     | 	} else {
  11 | 		__s64 last_16 = 0;
  11 | 		__s64 matches_17 = 0;
     | 		{
  11 | 			if (packet_0 < 48) {
  11 | 				goto out_1;
     | 			}
  11 | 			const __u8 *bytes_12 = honey_packet(ctx) + 0;
  11 | 			asm volatile("" : "+r"(bytes_12));
  11 | 			if (bytes_12 + 6 > honey_packet_end(ctx))
  11 | 				goto out_1;
  11 | 			__u64 v_13 = *(const __u8 *)(bytes_12 + 5);
  11 | 			__s64 last_14 = (__s64)v_13;
  11 | 			last_16 = last_14;
  11 | 			matches_17 = 1;
     | 		}
     | 		out_1:;
  11 | 		if (matches_17) {
  13 | 			__s64 v_18 = bpf_redirect_map(&links, last_16, 0);
  11 | 			v_1 = v_18;
     | 		} else {
  14 | 			__s64 v_19 = bpf_redirect_map(&ports, 3, 1);
  11 | 			v_1 = v_19;
     | 		}
     | 	}
  14 | 	return v_1;
     | }
  15 | #pragma clang attribute pop

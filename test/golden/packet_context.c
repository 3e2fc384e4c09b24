     | char _license[] SEC("license") = "GPL";
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("xdp") int program(void *ctx)
     | {
   7 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
   7 | 	asm("" : "+r"(length_0));
   7 | 	__builtin_assume(length_0 == (__s32)length_0);
   7 | 	length_0 * 8;
   7 | 	__s64 length_1 = honey_packet_end(ctx) - honey_packet(ctx);
   7 | 	asm("" : "+r"(length_1));
   7 | 	__builtin_assume(length_1 == (__s32)length_1);
   7 | 	__s64 packet_1 = length_1 * 8;
   7 | 	__s64 v_3 = 0;
   7 | 	if (800 < packet_1) {
   8 | 		asm volatile("" : "+r"(ctx) : "i"(0));
   8 | 		__s64 ingress_ifindex_6 = *(__u32 *)((char *)ctx + 12);
   8 | 		asm volatile("" : : "i"(1));
   8 | 		asm volatile("" : "+r"(ctx) : "i"(2));
   8 | 		__s64 rx_queue_index_7 = *(__u32 *)((char *)ctx + 16);
   8 | 		asm volatile("" : : "i"(3));
   7 | 		v_3 = ingress_ifindex_6 + rx_queue_index_7;
     | 	} else {
   9 | 		__s64 length_9 = honey_packet_end(ctx) - honey_packet(ctx);
   9 | 		asm("" : "+r"(length_9));
   9 | 		__builtin_assume(length_9 == (__s32)length_9);
   9 | 		__s64 packet_9 = length_9 * 8;
   7 | 		v_3 = packet_9 >> 3;
     | 	}
   9 | 	return v_3;
     | }
  10 | #pragma clang attribute pop

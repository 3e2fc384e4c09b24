     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
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
     | struct honey_tuple_1 {
     | 	__u32 length;
     | 	struct honey_ipv4 address;
     | };
     | struct honey_tuple_2 {
     | 	__u32 length;
     | 	char address[6];
     | 	__u8 honey_gap_1[2];
     | };
     | struct {
     | 	int (*type)[11];
     | 	struct honey_tuple_1 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[64u];
     | 	int (*map_flags)[1];
     | } networks SEC(".maps");
     | struct {
     | 	int (*type)[11];
     | 	struct honey_tuple_2 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[64u];
     | 	int (*map_flags)[1];
     | } names SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  26 | static inline __attribute__((always_inline)) int honey_network_1(__s64 v_0, __s64 v_1, __s64 v_2, __s64 v_3, __s64 *result_0)
     | {
  27 | 	struct honey_ipv4 v_4 __attribute__((aligned(8))) = {};
  27 | 	v_4.element0 = v_0;
  27 | 	v_4.element1 = v_1;
  27 | 	v_4.element2 = v_2;
  27 | 	v_4.element3 = v_3;
  27 | 	struct honey_tuple_1 v_5 __attribute__((aligned(8))) = {};
  27 | 	__builtin_memcpy(&v_5.address, &v_4, 4);
  27 | 	v_5.length = 32;
  27 | 	__u32 *found_6 = bpf_map_lookup_elem(&networks, &v_5);
  27 | 	__s64 v_7 = 0;
  27 | 	v_7 = 2;
  27 | 	if (found_6) {
  27 | 		__s64 v_8 = *found_6;
  27 | 		__s64 v_9 = (-2147483648);
  27 | 		if (v_8 == 0) {
  27 | 			v_9 = 6;
     | 		}
  27 | 		if (v_8 == 1) {
  27 | 			v_9 = 7;
     | 		}
  27 | 		if (v_9 == (-2147483648)) {
  27 | 			honey_raise(0);
  27 | 			return 1;
     | 		}
  27 | 		v_7 = v_9;
     | 	}
  27 | 	__s64 v_13 = 0;
  27 | 	if (v_7 == 7) {
  27 | 		v_13 = 1;
     | 	} else {
  27 | 		v_13 = 2;
     | 	}
  29 | 	*result_0 = v_13;
  29 | 	return 0;
     | }
  19 | SEC("xdp") int program(void *ctx)
     | {
  20 | 	__s64 length_0 = honey_packet_end(ctx) - honey_packet(ctx);
  20 | 	asm("" : "+r"(length_0));
  20 | 	__builtin_assume(length_0 == (__s32)length_0);
  20 | 	__s64 packet_0 = length_0 * 8;
  20 | 	__s64 v_1 = 0;
  20 | 	__s64 d_13 = 0;
  20 | 	__s64 c_14 = 0;
  20 | 	__s64 b_15 = 0;
  20 | 	__s64 a_16 = 0;
  20 | 	__s64 matches_17 = 0;
     | 	{
  20 | 		if (packet_0 < 240) {
  20 | 			goto out_0;
     | 		}
  20 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
  20 | 		asm volatile("" : "+r"(bytes_3));
  20 | 		if (bytes_3 + 30 > honey_packet_end(ctx))
  20 | 			goto out_0;
  20 | 		__u64 v_4 = *(const __u8 *)(bytes_3 + 26);
  20 | 		__s64 a_5 = (__s64)v_4;
  20 | 		__u64 v_6 = *(const __u8 *)(bytes_3 + 27);
  20 | 		__s64 b_7 = (__s64)v_6;
  20 | 		__u64 v_8 = *(const __u8 *)(bytes_3 + 28);
  20 | 		__s64 c_9 = (__s64)v_8;
  20 | 		__u64 v_10 = *(const __u8 *)(bytes_3 + 29);
  20 | 		__s64 d_11 = (__s64)v_10;
  20 | 		d_13 = d_11;
  20 | 		c_14 = c_9;
  20 | 		b_15 = b_7;
  20 | 		a_16 = a_5;
  20 | 		matches_17 = 1;
     | 	}
     | 	out_0:;
  20 | 	if (matches_17) {
  21 | 		__s64 v_18;
  21 | 		if (honey_network_1(a_16, b_15, c_14, d_13, &v_18))
  21 | 			return 2;
  20 | 		v_1 = v_18;
     | 	} else {
  22 | 		static const char text_19[8] __attribute__((aligned(8))) = "\141\142\143\144\145\146";
  22 | 		struct honey_tuple_2 v_20 __attribute__((aligned(8))) = {};
  22 | 		__builtin_memcpy(&v_20.address, &*text_19, 6);
  22 | 		v_20.length = 48;
  22 | 		__u32 *found_21 = bpf_map_lookup_elem(&names, &v_20);
  22 | 		__s64 v_22 = 2;
  22 | 		if (found_21) {
  22 | 			__s64 v_24 = *found_21;
  22 | 			v_22 = v_24;
     | 		}
  22 | 		__s64 v_25 = 0;
  22 | 		if (!(!found_21)) {
  22 | 			v_25 = v_22;
     | 		} else {
  22 | 			v_25 = 2;
     | 		}
  20 | 		v_1 = v_25;
     | 	}
  22 | 	return v_1;
     | }
  23 | #pragma clang attribute pop

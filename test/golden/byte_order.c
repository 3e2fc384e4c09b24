     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_be32 {
     | 	__u32 number;
     | };
     | struct honey_be16 {
     | 	__u16 number;
     | };
     | struct honey_Endpoint {
     | 	struct honey_be32 address;
     | 	struct honey_be16 port;
     | 	__u8 honey_gap_1[2];
     | };
     | struct honey_be64 {
     | 	__u64 number;
     | };
     | struct {
     | 	int (*type)[1];
     | 	struct honey_be16 *key;
     | 	struct honey_be64 *value;
     | 	int (*max_entries)[64u];
     | } ports SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Endpoint *value;
     | 	int (*max_entries)[4u];
     | } endpoints SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sys_enter") int program(void *ctx)
     | {
  12 | 	__u32 slot_u32_0 = 0;
  12 | 	void *found_0 = bpf_map_lookup_elem(&endpoints, &slot_u32_0);
  12 | 	struct honey_Endpoint endpoint_1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&endpoint_1, __builtin_assume_aligned(found_0, 8), 8);
  13 | 	__s64 number_3 = endpoint_1.port.number;
  13 | 	struct honey_be16 v_6 __attribute__((aligned(8))) = {};
  13 | 	v_6.number = (__builtin_bswap16((__builtin_bswap16(number_3))));
  13 | 	void *found_7 = bpf_map_lookup_elem(&ports, &v_6);
  13 | 	__u64 v_8 = 0;
  13 | 	__s64 v_9 = 0;
  13 | 	v_8 = 2;
  13 | 	v_9 = 1;
  13 | 	if (found_7) {
  13 | 		struct honey_be64 v_10 __attribute__((aligned(8))) = {};
  13 | 		if (found_7)
  13 | 			__builtin_memcpy(&v_10, __builtin_assume_aligned(found_7, 8), 8);
  13 | 		__u64 number_11 = v_10.number;
  13 | 		v_8 = __builtin_bswap64(number_11);
  13 | 		v_9 = 0;
     | 	}
  13 | 	__u64 bytes_13 = 0;
  13 | 	if (v_9 != 1) {
  13 | 		bytes_13 = v_8;
     | 	} else {
  13 | 		bytes_13 = 0;
     | 	}
  14 | 	__s64 number_17 = endpoint_1.port.number;
  14 | 	struct honey_be16 v_20 __attribute__((aligned(8))) = {};
  14 | 	v_20.number = (__builtin_bswap16((__builtin_bswap16(number_17))));
  14 | 	struct honey_be64 v_23 __attribute__((aligned(8))) = {};
  14 | 	v_23.number = (__builtin_bswap64((bytes_13 + 1)));
  14 | 	bpf_map_update_elem(&ports, &v_20, &v_23, 0);
  16 | 	__s64 number_26 = endpoint_1.address.number;
  16 | 	__s64 v_27 = __builtin_bswap32(number_26);
  16 | 	if (v_27 == 2130706433) {
  17 | 		struct honey_be16 v_32 __attribute__((aligned(8))) = {};
  17 | 		v_32.number = (__builtin_bswap16(443));
  17 | 		struct honey_Endpoint v_33 __attribute__((aligned(8)));
  17 | 		__builtin_memcpy(&v_33, &endpoint_1, 8);
  17 | 		__builtin_memcpy(&v_33.port, &v_32, 2);
  17 | 		bpf_map_update_elem(&endpoints, &slot_u32_0, &v_33, 0);
     | 	}
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_be32 {
     | 	__u32 number;
     | };
     | struct honey_Port {
     | 	struct honey_be32 number;
     | 	__u32 packets;
     | };
     | struct honey_be64 {
     | 	__u64 number;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_be64 *value;
     | 	int (*max_entries)[64u];
     | } bytes SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Port *value;
     | 	int (*max_entries)[64u];
     | } ports SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | SEC("raw_tracepoint/sys_enter") int program(void *ctx)
     | {
  14 | 	__u32 slot_u32_0 = 1;
  14 | 	void *found_0 = bpf_map_lookup_elem(&bytes, &slot_u32_0);
  14 | 	__s64 status_1 = 0;
  14 | 	void *there_2 = found_0;
  14 | 	if (!found_0) {
  14 | 		struct honey_be64 v_5 __attribute__((aligned(8))) = {};
  14 | 		v_5.number = (__builtin_bswap64(1));
  14 | 		__s64 status_6 = bpf_map_update_elem(&bytes, &slot_u32_0, &v_5, 1);
  14 | 		status_1 = status_6;
  14 | 		if (status_6 == (-17)) {
  14 | 			void *found_8 = bpf_map_lookup_elem(&bytes, &slot_u32_0);
  14 | 			there_2 = found_8;
  14 | 			status_1 = (-2);
     | 		}
     | 	}
  14 | 	if (there_2) {
  14 | 		struct honey_be64 v_9 __attribute__((aligned(8))) = {};
  14 | 		if (there_2)
  14 | 			__builtin_memcpy(&v_9, __builtin_assume_aligned(there_2, 8), 8);
  14 | 		__u64 number_10 = v_9.number;
  14 | 		struct honey_be64 v_14 __attribute__((aligned(8))) = {};
  14 | 		v_14.number = (__builtin_bswap64(((__builtin_bswap64(number_10)) + 1)));
  14 | 		__s64 status_15 = bpf_map_update_elem(&bytes, &slot_u32_0, &v_14, 0);
  14 | 		status_1 = status_15;
     | 	}
  16 | 	void *found_16 = bpf_map_lookup_elem(&ports, &slot_u32_0);
  16 | 	__s64 status_17 = 0;
  16 | 	void *there_18 = found_16;
  16 | 	if (!found_16) {
  16 | 		struct honey_Port v_20 __attribute__((aligned(8))) = {};
  16 | 		__s64 status_21 = bpf_map_update_elem(&ports, &slot_u32_0, &v_20, 1);
  16 | 		status_17 = status_21;
  16 | 		if (status_21 == (-17)) {
  16 | 			void *found_23 = bpf_map_lookup_elem(&ports, &slot_u32_0);
  16 | 			there_18 = found_23;
  16 | 			status_17 = (-2);
     | 		}
     | 	}
  16 | 	if (there_18) {
  16 | 		struct honey_Port port_24 __attribute__((aligned(8))) = {};
  16 | 		if (there_18)
  16 | 			__builtin_memcpy(&port_24, __builtin_assume_aligned(there_18, 8), 8);
  17 | 		__s64 number_26 = port_24.number.number;
  16 | 		struct honey_be32 v_30 __attribute__((aligned(8))) = {};
  16 | 		v_30.number = (__builtin_bswap32(((__builtin_bswap32(number_26)) + 1)));
  16 | 		__builtin_memcpy(&((struct honey_Port *)there_18)->number, &v_30, 4);
  16 | 		__sync_fetch_and_add(&((struct honey_Port *)there_18)->packets, 1);
  16 | 		status_17 = 0;
     | 	}
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop

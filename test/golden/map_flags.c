     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_Network {
     | 	__u32 prefixlen;
     | 	__u8 address[4];
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[1u];
     | 	int (*map_flags)[1152];
     | } limits SEC(".maps");
     | struct {
     | 	int (*type)[10];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | 	int (*map_flags)[10];
     | } seen SEC(".maps");
     | struct {
     | 	int (*type)[11];
     | 	struct honey_Network *key;
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | 	int (*map_flags)[1];
     | } networks SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  26 | SEC("xdp") int program(void *ctx)
     | {
  26 | 	__u64 stored_u64;
  28 | 	__u32 slot_u32_1 = 1;
  27 | 	__u32 slot_u32_0 = 0;
  27 | 	__u64 *found_0 = bpf_map_lookup_elem(&limits, &slot_u32_0);
  27 | 	__u64 limit_1 = 0;
  27 | 	if (found_0) {
  27 | 		__u64 v_2 = *found_0;
  27 | 		limit_1 = v_2;
     | 	}
  28 | 	stored_u64 = limit_1;
  28 | 	bpf_map_update_elem(&seen, &slot_u32_1, &stored_u64, 0);
  29 | 	struct { __u8 items[4]; } v_4 __attribute__((aligned(8))) = {};
  29 | 	v_4.items[0] = 10;
  29 | 	v_4.items[1] = 0;
  29 | 	v_4.items[2] = 0;
  29 | 	v_4.items[3] = 1;
  29 | 	struct honey_Network network_5 __attribute__((aligned(8))) = {};
  29 | 	network_5.prefixlen = 32;
  29 | 	__builtin_memcpy(&network_5.address, &v_4, 4);
  30 | 	__u32 *found_6 = bpf_map_lookup_elem(&networks, &network_5);
  30 | 	__s64 v_7 = 2;
  30 | 	if (found_6) {
  30 | 		__s64 v_9 = *found_6;
  30 | 		v_7 = v_9;
     | 	}
  30 | 	__s64 v_10 = 0;
  30 | 	if (!(!found_6)) {
  30 | 		v_10 = v_7;
     | 	} else {
  30 | 		v_10 = 2;
     | 	}
  30 | 	return v_10;
     | }
  31 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
   9 | 	__u64 stored_u64;
  14 | 	__u32 slot_u32_5 = 2;
  12 | 	__u32 slot_u32_2 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__u64 *found_0 = bpf_map_lookup_elem(&u, &slot_u32_0);
  10 | 	__u64 u_1 = 0;
  10 | 	if (found_0) {
  10 | 		__u64 v_2 = *found_0;
  10 | 		u_1 = v_2;
     | 	}
  11 | 	stored_s64 = (-9223372036854775807ll - 1);
  11 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  12 | 	stored_s64 = 9223372036854775807ll;
  12 | 	bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  13 | 	stored_u64 = 18446744073709551615ull;
  13 | 	bpf_map_update_elem(&u, &slot_u32_2, &stored_u64, 0);
  14 | 	stored_u64 = u_1 + 97;
  14 | 	__s64 status_7 = bpf_map_update_elem(&u, &slot_u32_5, &stored_u64, 0);
  14 | 	__s64 v_8 = 0;
  14 | 	__s64 v_9 = 0;
  14 | 	if (status_7 < 0) {
  14 | 		v_8 = 3;
  14 | 		v_9 = status_7;
     | 	} else {
  14 | 		v_8 = 1;
     | 	}
  14 | 	return 0;
     | }
  15 | #pragma clang attribute pop

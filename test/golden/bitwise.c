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
  15 | 	__u32 slot_u32_7 = 5;
  14 | 	__u32 slot_u32_5 = 4;
  13 | 	__u32 slot_u32_3 = 3;
  12 | 	__u32 slot_u32_1 = 2;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 a_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		a_1 = v_2;
     | 	}
  11 | 	__u64 *found_3 = bpf_map_lookup_elem(&u, &slot_u32_0);
  11 | 	__u64 u_4 = 0;
  11 | 	if (found_3) {
  11 | 		__u64 v_5 = *found_3;
  11 | 		u_4 = v_5;
     | 	}
  12 | 	stored_s64 = (__u64)a_1 & u_4;
  12 | 	bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  13 | 	stored_s64 = a_1 | 240;
  13 | 	bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  14 | 	stored_s64 = (__u64)a_1 ^ u_4;
  14 | 	bpf_map_update_elem(&s, &slot_u32_5, &stored_s64, 0);
  15 | 	stored_s64 = ~(__s64)u_4;
  15 | 	__s64 status_13 = bpf_map_update_elem(&s, &slot_u32_7, &stored_s64, 0);
  15 | 	__s64 v_14 = 0;
  15 | 	__s64 v_15 = 0;
  15 | 	if (status_13 < 0) {
  15 | 		v_14 = 3;
  15 | 		v_15 = status_13;
     | 	} else {
  15 | 		v_14 = 1;
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop

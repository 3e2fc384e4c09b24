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
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_7 = 5;
  15 | 	__u32 slot_u32_5 = 4;
  14 | 	__u32 slot_u32_3 = 3;
  13 | 	__u32 slot_u32_1 = 2;
  11 | 	__u32 slot_u32_0 = 0;
  11 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  11 | 	__s64 a_1 = 0;
  11 | 	if (found_0) {
  11 | 		__s64 v_2 = *found_0;
  11 | 		a_1 = v_2;
     | 	}
  12 | 	__u64 *found_3 = bpf_map_lookup_elem(&u, &slot_u32_0);
  12 | 	__u64 u_4 = 0;
  12 | 	if (found_3) {
  12 | 		__u64 v_5 = *found_3;
  12 | 		u_4 = v_5;
     | 	}
  13 | 	stored_s64 = (__u64)a_1 + u_4;
  13 | 	bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  14 | 	stored_s64 = (__s64)u_4 - a_1;
  14 | 	bpf_map_update_elem(&s, &slot_u32_3, &stored_s64, 0);
  15 | 	stored_s64 = u_4 * (__u64)a_1;
  15 | 	bpf_map_update_elem(&s, &slot_u32_5, &stored_s64, 0);
  16 | 	stored_s64 = -(__s64)u_4;
  16 | 	__s64 status_13 = bpf_map_update_elem(&s, &slot_u32_7, &stored_s64, 0);
  16 | 	__s64 v_14 = 0;
  16 | 	__s64 v_15 = 0;
  16 | 	if (status_13 < 0) {
  16 | 		v_14 = 3;
  16 | 		v_15 = status_13;
     | 	} else {
  16 | 		v_14 = 1;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

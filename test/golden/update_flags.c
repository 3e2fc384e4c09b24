     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u32 slot_u32_3 = 3;
  10 | 	__u32 slot_u32_2 = 2;
   9 | 	__u64 slot_u64_1 = 1;
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	bpf_map_update_elem(&h, &slot_u32_0, &slot_u64_1, 0);
  10 | 	bpf_map_update_elem(&h, &slot_u32_2, &slot_u64_1, 1);
  11 | 	__s64 status_2 = bpf_map_update_elem(&h, &slot_u32_3, &slot_u64_1, 2);
  11 | 	__s64 v_3 = 0;
  11 | 	__s64 v_4 = 0;
  11 | 	if (status_2 < 0) {
  11 | 		v_3 = 3;
  11 | 		v_4 = status_2;
     | 	} else {
  11 | 		v_3 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

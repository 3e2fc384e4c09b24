     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
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
   8 | 	__u64 stored_u64;
  10 | 	__u32 slot_u32_1 = 2;
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
   9 | 	__u64 v_1 = 2;
   9 | 	if (found_0) {
   9 | 		__u64 v_3 = *found_0;
   9 | 		v_1 = v_3;
     | 	}
   9 | 	__u64 found_4 = 0;
   9 | 	if (!(!found_0)) {
   9 | 		found_4 = v_1;
     | 	} else {
   9 | 		found_4 = 7;
     | 	}
  10 | 	stored_u64 = found_4 * 2;
  10 | 	__s64 status_7 = bpf_map_update_elem(&h, &slot_u32_1, &stored_u64, 0);
  10 | 	__s64 v_8 = 0;
  10 | 	__s64 v_9 = 0;
  10 | 	if (status_7 < 0) {
  10 | 		v_8 = 3;
  10 | 		v_9 = status_7;
     | 	} else {
  10 | 		v_8 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

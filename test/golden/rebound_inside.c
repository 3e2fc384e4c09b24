     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  12 | 	if (5 < n_1) {
     | 	}
  16 | 	stored_s64 = 0;
  16 | 	__s64 status_7 = bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  16 | 	__s64 v_8 = 0;
  16 | 	__s64 v_9 = 0;
  16 | 	if (status_7 < 0) {
  16 | 		v_8 = 3;
  16 | 		v_9 = status_7;
     | 	} else {
  16 | 		v_8 = 1;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

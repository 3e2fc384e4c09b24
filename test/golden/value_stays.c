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
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  12 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 before_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		before_1 = v_2;
     | 	}
  11 | 	if (found_0) {
  11 | 		__sync_fetch_and_add(found_0, 1);
     | 	}
  12 | 	stored_s64 = before_1;
  12 | 	__s64 status_3 = bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  12 | 	__s64 v_4 = 0;
  12 | 	__s64 v_5 = 0;
  12 | 	if (status_3 < 0) {
  12 | 		v_4 = 3;
  12 | 		v_5 = status_3;
     | 	} else {
  12 | 		v_4 = 1;
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

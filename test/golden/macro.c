     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  15 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  18 | 	__u32 slot_u32_1 = 1;
  17 | 	__u32 slot_u32_0 = 0;
  17 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  17 | 	__s64 v_1 = 0;
  17 | 	if (found_0) {
  17 | 		__s64 v_2 = *found_0;
  17 | 		v_1 = v_2;
     | 	}
  17 | 	if (found_0) {
  17 | 		__sync_fetch_and_add(found_0, 1);
     | 	}
  18 | 	__s64 *found_3 = bpf_map_lookup_elem(&s, &slot_u32_1);
  18 | 	__s64 v_4 = 0;
  18 | 	if (found_3) {
  18 | 		__s64 v_5 = *found_3;
  18 | 		v_4 = v_5;
     | 	}
  18 | 	if (found_3) {
  18 | 		__sync_fetch_and_add(found_3, 1);
     | 	}
  19 | 	return 7;
     | }
  20 | #pragma clang attribute pop

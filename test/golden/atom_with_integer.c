     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  11 | 	__s64 kind_4 = 0;
  11 | 	__s64 kind_part_5 = 0;
  11 | 	if (0 < n_1) {
  11 | 		kind_4 = n_1;
  11 | 		kind_part_5 = 0;
     | 	} else {
  11 | 		kind_4 = 6;
  11 | 		kind_part_5 = 1;
     | 	}
  13 | 	__s64 v_8 = 0;
  13 | 	if (kind_part_5 == 1) {
  13 | 		v_8 = 0;
     | 	} else {
  13 | 		v_8 = kind_4;
     | 	}
  15 | 	return v_8;
     | }
  16 | #pragma clang attribute pop

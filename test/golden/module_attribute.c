     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 stored_s64;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	stored_s64 = 300;
  10 | 	__s64 status_0 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 	__s64 v_1 = 0;
  10 | 	__s64 v_2 = 0;
  10 | 	if (status_0 < 0) {
  10 | 		v_1 = 3;
  10 | 		v_2 = status_0;
     | 	} else {
  10 | 		v_1 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

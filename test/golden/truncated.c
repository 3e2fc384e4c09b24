     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[1];
     | 	__u16 *key;
     | 	__u8 *value;
     | 	int (*max_entries)[4u];
     | } small SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__u8 stored_u8;
  10 | 	__u16 slot_u16_2 = (-1);
   9 | 	__u16 slot_u16_0 = 1;
   9 | 	stored_u8 = 256;
   9 | 	bpf_map_update_elem(&small, &slot_u16_0, &stored_u8, 0);
  10 | 	stored_u8 = 1;
  10 | 	__s64 status_1 = bpf_map_update_elem(&small, &slot_u16_2, &stored_u8, 0);
  10 | 	__s64 v_2 = 0;
  10 | 	__s64 v_3 = 0;
  10 | 	if (status_1 < 0) {
  10 | 		v_2 = 3;
  10 | 		v_3 = status_1;
     | 	} else {
  10 | 		v_2 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

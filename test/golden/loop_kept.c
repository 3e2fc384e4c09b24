     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
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
  12 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 b_1 = v_0 * 3;
  12 | 	stored_s64 = ((b_1 + 21) + 3) + 6;
  12 | 	__s64 status_5 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  12 | 	__s64 v_6 = 0;
  12 | 	__s64 v_7 = 0;
  12 | 	if (status_5 < 0) {
  12 | 		v_6 = 5;
  12 | 		v_7 = status_5;
     | 	} else {
  12 | 		v_6 = 1;
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

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
  13 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 n_0 = bpf_get_smp_processor_id();
  11 | 	__s64 x_1 = n_0 + 10;
  12 | 	__s64 a_4 = 1 * n_0;
  12 | 	__s64 b_5 = 2 * n_0;
  13 | 	stored_s64 = ((x_1 * 2) - (n_0 * 2)) + (a_4 * b_5);
  13 | 	__s64 status_9 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  13 | 	__s64 v_10 = 0;
  13 | 	__s64 v_11 = 0;
  13 | 	if (status_9 < 0) {
  13 | 		v_10 = 8;
  13 | 		v_11 = status_9;
     | 	} else {
  13 | 		v_10 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

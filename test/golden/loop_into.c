     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
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
  11 | 	__s64 v_2 = 0;
  11 | 	v_2 = n_0 * 2;
  11 | 	__s64 v_4 = 0;
  11 | 	v_4 = x_1 * 2;
  12 | 	__s64 a_6 = 0;
  12 | 	a_6 = 1 * n_0;
  12 | 	__s64 b_8 = 0;
  12 | 	b_8 = 2 * n_0;
  13 | 	stored_s64 = (v_4 - v_2) + (a_6 * b_8);
  13 | 	__s64 status_13 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  13 | 	__s64 v_14 = 0;
  13 | 	__s64 v_15 = 0;
  13 | 	if (status_13 < 0) {
  13 | 		v_14 = 8;
  13 | 		v_15 = status_13;
     | 	} else {
  13 | 		v_14 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

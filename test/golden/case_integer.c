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
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 n_0 = bpf_get_smp_processor_id();
  10 | 	__s64 kind_1 = 0;
  10 | 	if (n_0 == 0) {
  10 | 		kind_1 = 10;
     | 	} else {
  10 | 		if ((n_0 == 1) || (n_0 == 2)) {
  10 | 			kind_1 = 20;
     | 		} else {
  10 | 			kind_1 = n_0;
     | 		}
     | 	}
  16 | 	stored_s64 = kind_1;
  16 | 	__s64 status_6 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  16 | 	__s64 v_7 = 0;
  16 | 	__s64 v_8 = 0;
  16 | 	if (status_6 < 0) {
  16 | 		v_7 = 3;
  16 | 		v_8 = status_6;
     | 	} else {
  16 | 		v_7 = 1;
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

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
  11 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 v_2 = 0;
  10 | 	__s64 v_3 = 0;
  10 | 	__s64 v_4 = 0;
  10 | 	if (v_0 == 0) {
  11 | 		stored_s64 = 1;
  11 | 		__s64 status_7 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  11 | 		__s64 v_8 = 0;
  11 | 		__s64 v_9 = 0;
  11 | 		if (status_7 < 0) {
  11 | 			v_8 = 3;
  11 | 			v_9 = status_7;
     | 		} else {
  11 | 			v_8 = 1;
     | 		}
  10 | 		v_2 = 3;
  10 | 		v_3 = v_8;
  10 | 		v_4 = v_9;
     | 	} else {
  10 | 		v_2 = 2;
  10 | 		v_3 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

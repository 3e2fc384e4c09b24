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
  14 | 	__u32 slot_u32_2 = 1;
  11 | 	__u32 slot_u32_0 = 0;
   9 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  10 | 	__s64 kind_2 = 0;
  10 | 	if (3 < cpu_0) {
  10 | 		kind_2 = 10;
     | 	} else {
  10 | 		kind_2 = 20;
     | 	}
  11 | 	stored_s64 = kind_2;
  11 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  13 | 	__s64 v_7 = 0;
  13 | 	__s64 v_8 = 0;
  13 | 	__s64 v_9 = 0;
  13 | 	if (cpu_0 == 0) {
  13 | 		v_7 = 2;
  13 | 		v_8 = 1;
     | 	} else {
  14 | 		stored_s64 = cpu_0;
  14 | 		__s64 status_12 = bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  14 | 		__s64 v_13 = 0;
  14 | 		__s64 v_14 = 0;
  14 | 		if (status_12 < 0) {
  14 | 			v_13 = 3;
  14 | 			v_14 = status_12;
     | 		} else {
  14 | 			v_13 = 1;
     | 		}
  13 | 		v_7 = 3;
  13 | 		v_8 = v_13;
  13 | 		v_9 = v_14;
     | 	}
  14 | 	return 0;
     | }
  15 | #pragma clang attribute pop

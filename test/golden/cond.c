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
  18 | 	__u32 slot_u32_0 = 0;
   9 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  13 | 	__s64 kind_2 = 0;
  13 | 	if (cpu_0 == 0) {
  13 | 		kind_2 = 1;
     | 	} else {
  14 | 		__s64 v_6 = 0;
  14 | 		if (cpu_0 < 4) {
  14 | 			v_6 = 2;
     | 		} else {
  14 | 			v_6 = 3;
     | 		}
  13 | 		kind_2 = v_6;
     | 	}
  18 | 	stored_s64 = kind_2;
  18 | 	__s64 status_9 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  18 | 	__s64 v_10 = 0;
  18 | 	__s64 v_11 = 0;
  18 | 	if (status_9 < 0) {
  18 | 		v_10 = 3;
  18 | 		v_11 = status_9;
     | 	} else {
  18 | 		v_10 = 1;
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

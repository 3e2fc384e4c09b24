     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__u64 stored_u64;
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	stored_u64 = 2;
   9 | 	__s64 status_0 = bpf_map_update_elem(&h, &slot_u32_0, &stored_u64, 1);
   9 | 	__s64 v_1 = 0;
   9 | 	__s64 reason_2 = 0;
   9 | 	if (status_0 < 0) {
   9 | 		v_1 = 3;
   9 | 		reason_2 = status_0;
     | 	} else {
   9 | 		v_1 = 1;
     | 	}
   9 | 	__s64 v_4 = 0;
   9 | 	if (v_1 == 1) {
   9 | 		v_4 = 0;
     | 	} else {
   9 | 		if (reason_2 == (-17)) {
   9 | 			v_4 = 1;
     | 		} else {
   9 | 			if (reason_2 == (-7)) {
   9 | 				v_4 = 2;
     | 			} else {
   9 | 				v_4 = 3;
     | 			}
     | 		}
     | 	}
  13 | 	return v_4;
     | }
  14 | #pragma clang attribute pop

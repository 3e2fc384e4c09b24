     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int kept(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  16 | 	__u32 slot_u32_0 = 1;
  16 | 	stored_s64 = 0;
  16 | 	__s64 status_0 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  16 | 	__s64 v_1 = 0;
  16 | 	__s64 v_2 = 0;
  16 | 	if (status_0 < 0) {
  16 | 		v_1 = 4;
  16 | 		v_2 = status_0;
     | 	} else {
  16 | 		v_1 = 1;
     | 	}
  16 | 	return 0;
     | }
  20 | SEC("raw_tracepoint/sched_waking") int each(void *ctx)
     | {
  20 | 	__s64 stored_s64;
  23 | 	__u32 slot_u32_0 = 1;
     | 	{
  22 | 		for (__s64 turn_0 = 0; turn_0 < 30; turn_0++) {
  22 | 			asm volatile("" : "+r"(turn_0));
     | 			{
  22 | 				__s64 i_1 = 1 + turn_0;
  22 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
     | 	}
  23 | 	stored_s64 = 0;
  23 | 	__s64 status_3 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  23 | 	__s64 v_4 = 0;
  23 | 	__s64 v_5 = 0;
  23 | 	if (status_3 < 0) {
  23 | 		v_4 = 4;
  23 | 		v_5 = status_3;
     | 	} else {
  23 | 		v_4 = 1;
     | 	}
  23 | 	return 0;
     | }
  24 | #pragma clang attribute pop

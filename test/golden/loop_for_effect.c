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
     | 	{
  10 | 		for (__s64 turn_0 = 0; turn_0 < 32; turn_0++) {
  10 | 			asm volatile("" : "+r"(turn_0));
     | 			{
  10 | 				__s64 v_1 = bpf_get_smp_processor_id();
  10 | 				if (turn_0 != v_1) {
  11 | 					__u32 slot_u32_0 = (turn_0 & 7);
  11 | 					stored_s64 = turn_0;
  11 | 					bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 					goto out_1;
     | 				} else {
  10 | 					goto out_1;
     | 				}
     | 			}
     | 			out_1:;
     | 		}
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

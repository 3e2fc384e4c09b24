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
  10 | 	__s64 n_1 = v_0 & 7;
  11 | 	__s64 found_2 = 0;
  11 | 	__s64 found_part_3 = 0;
     | 	{
  11 | 		for (__s64 turn_4 = 0; turn_4 < 31; turn_4++) {
  11 | 			asm volatile("" : "+r"(turn_4));
     | 			{
  11 | 				__s64 v_5 = 1 + turn_4;
  11 | 				__s64 v_6 = v_5 * v_5;
  11 | 				__s64 v_7 = n_1 * 20;
  11 | 				__s64 v_9 = 0;
  11 | 				if (v_7 < v_6) {
  11 | 					v_9 = v_5;
     | 				} else {
  11 | 					goto out_1;
     | 				}
  11 | 				found_2 = v_9;
  11 | 				found_part_3 = 0;
  11 | 				goto out_0;
     | 			}
     | 			out_1:;
     | 		}
  11 | 		found_2 = 2;
  11 | 		found_part_3 = 1;
     | 	}
     | 	out_0:;
  12 | 	__s64 v_12 = 0;
  12 | 	if (found_part_3 != 1) {
  12 | 		v_12 = found_2;
     | 	} else {
  12 | 		v_12 = (-1);
     | 	}
  12 | 	stored_s64 = v_12;
  12 | 	__s64 status_15 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  12 | 	__s64 v_16 = 0;
  12 | 	__s64 v_17 = 0;
  12 | 	if (status_15 < 0) {
  12 | 		v_16 = 4;
  12 | 		v_17 = status_15;
     | 	} else {
  12 | 		v_16 = 1;
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
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
  18 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 n_1 = v_0 & 7;
  13 | 	__s64 next_2 = 0;
  13 | 	next_2 = 0;
  13 | 	__s64 found_3 = 0;
     | 	{
  13 | 		for (__s64 turn_4 = 0; turn_4 < 32; turn_4++) {
  13 | 			asm volatile("" : "+r"(turn_4));
     | 			{
  13 | 				__s64 now_5 = honey_forget(next_2);
  13 | 				__s64 v_6 = 0;
  13 | 				__s64 v_7 = 0;
  13 | 				__s64 v_8 = 0;
  13 | 				if (50 < (turn_4 * n_1)) {
  13 | 					v_6 = 4;
  13 | 					v_7 = now_5;
     | 				} else {
  13 | 					v_6 = 5;
  13 | 					v_8 = now_5 + turn_4;
     | 				}
  13 | 				__s64 v_12 = 0;
  13 | 				if (v_6 == 5) {
  13 | 					next_2 = v_8;
  13 | 					goto out_1;
     | 				} else {
  13 | 					v_12 = v_7;
     | 				}
  13 | 				found_3 = v_12;
  13 | 				goto out_0;
     | 			}
     | 			out_1:;
     | 		}
  13 | 		found_3 = next_2;
     | 	}
     | 	out_0:;
  18 | 	stored_s64 = found_3;
  18 | 	__s64 status_16 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  18 | 	__s64 v_17 = 0;
  18 | 	__s64 v_18 = 0;
  18 | 	if (status_16 < 0) {
  18 | 		v_17 = 6;
  18 | 		v_18 = status_16;
     | 	} else {
  18 | 		v_17 = 1;
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

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
  13 | 	__s64 next_part_3 = 0;
  13 | 	next_2 = 2;
  13 | 	next_part_3 = 1;
  13 | 	__u64 turns_4 = 0;
  13 | 	if (0 <= n_1) {
  13 | 		__u64 difference_7 = ((__u64)n_1) - 0;
  13 | 		if (difference_7 < 8) {
  13 | 			turns_4 = difference_7 + 1;
     | 		} else {
  13 | 			turns_4 = 8 + 1;
     | 		}
     | 	}
  13 | 	__s64 last_11 = 0;
  13 | 	__s64 last_part_12 = 0;
     | 	{
  13 | 		for (__s64 turn_13 = 0; turn_13 < 8; turn_13++) {
  13 | 			asm volatile("" : "+r"(turn_13));
  13 | 			if ((__u64)turn_13 >= turns_4)
  13 | 				break;
     | 			{
  13 | 				__s64 now_14 = honey_forget(next_2);
  13 | 				__s64 now_part_15 = honey_forget(next_part_3);
  13 | 				__s64 v_16 = 0;
  13 | 				if (now_part_15 == 1) {
  13 | 					v_16 = turn_13;
     | 				} else {
  13 | 					v_16 = (now_14 * 2) + turn_13;
     | 				}
  13 | 				next_2 = v_16;
  13 | 				next_part_3 = 0;
  13 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  13 | 		last_11 = next_2;
  13 | 		last_part_12 = next_part_3;
     | 	}
  18 | 	if (last_part_12 != 1) {
  18 | 		stored_s64 = last_11;
  18 | 		bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

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
  11 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 n_1 = v_0 & 7;
  11 | 	__s64 v_2 = n_1 - 1;
  11 | 	__s64 next_3 = 0;
  11 | 	next_3 = 0;
  11 | 	__u64 turns_4 = 0;
  11 | 	__s64 direction_5 = 1;
  11 | 	if (0 <= v_2) {
  11 | 		__u64 difference_8 = ((__u64)v_2) - 0;
  11 | 		if (difference_8 < 7) {
  11 | 			turns_4 = difference_8 + 1;
     | 		} else {
  11 | 			turns_4 = 7 + 1;
     | 		}
     | 	} else {
  11 | 		__u64 difference_13 = 0 - ((__u64)v_2);
  11 | 		if (difference_13 < 7) {
  11 | 			turns_4 = difference_13 + 1;
     | 		} else {
  11 | 			turns_4 = 7 + 1;
     | 		}
  11 | 		direction_5 = (-1);
     | 	}
  11 | 	__s64 v_17 = 0;
     | 	{
  11 | 		for (__s64 turn_18 = 0; turn_18 < 7; turn_18++) {
  11 | 			asm volatile("" : "+r"(turn_18));
  11 | 			if ((__u64)turn_18 >= turns_4)
  11 | 				break;
     | 			{
  11 | 				__s64 now_19 = honey_forget(next_3);
  11 | 				next_3 = now_19 + (turn_18 * direction_5);
  11 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  11 | 		v_17 = next_3;
     | 	}
  11 | 	stored_s64 = v_17;
  11 | 	__s64 status_22 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  11 | 	__s64 v_23 = 0;
  11 | 	__s64 v_24 = 0;
  11 | 	if (status_22 < 0) {
  11 | 		v_23 = 4;
  11 | 		v_24 = status_22;
     | 	} else {
  11 | 		v_23 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

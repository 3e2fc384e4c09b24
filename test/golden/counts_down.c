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
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 n_1 = v_0 & 7;
  11 | 	__u64 turns_2 = 0;
  11 | 	__s64 direction_3 = 1;
  11 | 	if (1 <= n_1) {
  11 | 		__u64 difference_6 = ((__u64)n_1) - 1;
  11 | 		if (difference_6 < 7) {
  11 | 			turns_2 = difference_6 + 1;
     | 		} else {
  11 | 			turns_2 = 7 + 1;
     | 		}
     | 	} else {
  11 | 		__u64 difference_11 = 1 - ((__u64)n_1);
  11 | 		if (difference_11 < 7) {
  11 | 			turns_2 = difference_11 + 1;
     | 		} else {
  11 | 			turns_2 = 7 + 1;
     | 		}
  11 | 		direction_3 = (-1);
     | 	}
     | 	{
  11 | 		for (__s64 turn_15 = 0; turn_15 < 7; turn_15++) {
  11 | 			asm volatile("" : "+r"(turn_15));
  11 | 			if ((__u64)turn_15 >= turns_2)
  11 | 				break;
     | 			{
  11 | 				__s64 i_17 = 1 + (turn_15 * direction_3);
  11 | 				__u32 i_u32_0 = i_17;
  11 | 				stored_s64 = i_17;
  11 | 				bpf_map_update_elem(&s, &i_u32_0, &stored_s64, 0);
  11 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
     | 	}
  12 | 	__u64 turns_19 = 0;
  12 | 	if (1 <= n_1) {
  12 | 		__u64 difference_22 = ((__u64)n_1) - 1;
  12 | 		if (difference_22 < 7) {
  12 | 			turns_19 = difference_22 + 1;
     | 		} else {
  12 | 			turns_19 = 7 + 1;
     | 		}
     | 	}
     | 	{
  12 | 		for (__s64 turn_26 = 0; turn_26 < 7; turn_26++) {
  12 | 			asm volatile("" : "+r"(turn_26));
  12 | 			if ((__u64)turn_26 >= turns_19)
  12 | 				break;
     | 			{
  12 | 				__s64 i_27 = 1 + turn_26;
  12 | 				__u32 i_u32_2 = i_27;
  12 | 				stored_s64 = i_27;
  12 | 				bpf_map_update_elem(&s, &i_u32_2, &stored_s64, 0);
  12 | 				goto out_3;
     | 			}
     | 			out_3:;
     | 		}
     | 	}
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

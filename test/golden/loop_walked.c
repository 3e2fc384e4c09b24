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
  10 | 	__s64 n_1 = v_0 & 15;
  11 | 	__s64 next_2 = 0;
  11 | 	next_2 = 0;
  11 | 	__u64 turns_3 = 0;
  11 | 	if (0 <= n_1) {
  11 | 		__u64 difference_6 = ((__u64)n_1) - 0;
  11 | 		if (difference_6 < 16) {
  11 | 			turns_3 = difference_6 + 1;
     | 		} else {
  11 | 			turns_3 = 16 + 1;
     | 		}
     | 	}
  11 | 	__s64 v_10 = 0;
     | 	{
  11 | 		for (__s64 turn_11 = 0; turn_11 < 16; turn_11++) {
  11 | 			asm volatile("" : "+r"(turn_11));
  11 | 			if ((__u64)turn_11 >= turns_3)
  11 | 				break;
     | 			{
  11 | 				__s64 now_12 = honey_forget(next_2);
  11 | 				next_2 = now_12 + (turn_11 * turn_11);
  11 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  11 | 		v_10 = next_2;
     | 	}
  11 | 	stored_s64 = v_10;
  11 | 	__s64 status_15 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  11 | 	__s64 v_16 = 0;
  11 | 	__s64 v_17 = 0;
  11 | 	if (status_15 < 0) {
  11 | 		v_16 = 4;
  11 | 		v_17 = status_15;
     | 	} else {
  11 | 		v_16 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

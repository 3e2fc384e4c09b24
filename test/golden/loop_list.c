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
  20 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  20 | 	__s64 stored_s64;
  20 | 	__u32 key_u32_0 = key_0;
  20 | 	stored_s64 = value_1;
  20 | 	__s64 status_2 = bpf_map_update_elem(&s, &key_u32_0, &stored_s64, 0);
  20 | 	__s64 v_3 = 0;
  20 | 	__s64 v_4 = 0;
  20 | 	if (status_2 < 0) {
  20 | 		v_3 = 4;
  20 | 		v_4 = status_2;
     | 	} else {
  20 | 		v_3 = 1;
     | 	}
  20 | 	*result_0 = v_3;
  20 | 	*result_1 = v_4;
  20 | 	return 0;
     | }
  15 | static inline __attribute__((always_inline)) __s64 honey_summed_2(__s64 n_0, __s64 n_1)
     | {
  16 | 	__s64 first_2 = n_0 + 1;
  17 | 	__s64 next_4 = 0;
  17 | 	next_4 = first_2;
  17 | 	__s64 v_5 = 0;
     | 	{
  17 | 		for (__s64 turn_6 = 0; turn_6 < 2; turn_6++) {
  17 | 			asm volatile("" : "+r"(turn_6));
     | 			{
  17 | 				__s64 now_7 = honey_forget(next_4);
  17 | 				__s64 n_8 = 0;
  17 | 				if (turn_6 == 0) {
  17 | 					n_8 = n_0;
     | 				} else {
  17 | 					n_8 = n_1;
     | 				}
  17 | 				next_4 = (now_7 * 2) + n_8;
  17 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
  17 | 		v_5 = next_4;
     | 	}
  17 | 	return v_5;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  11 | 	__s64 next_1 = 0;
  11 | 	next_1 = 0;
  11 | 	__s64 v_2 = 0;
     | 	{
  11 | 		for (__s64 turn_3 = 0; turn_3 < 3; turn_3++) {
  11 | 			asm volatile("" : "+r"(turn_3));
     | 			{
  11 | 				__s64 now_4 = honey_forget(next_1);
  11 | 				__s64 v_5 = 0;
  11 | 				__s64 v_6 = 0;
  11 | 				if (turn_3 == 0) {
  11 | 					v_5 = v_0;
  11 | 					v_6 = 0;
     | 				} else {
  11 | 					if (turn_3 == 1) {
  11 | 						v_5 = 7;
  11 | 						v_6 = 0;
     | 					} else {
  11 | 						v_5 = 5;
  11 | 						v_6 = 1;
     | 					}
     | 				}
  11 | 				if (v_6 == 0) {
  11 | 					next_1 = now_4 + 1;
  11 | 					goto out_1;
     | 				} else {
  11 | 					next_1 = now_4;
  11 | 					goto out_1;
     | 				}
     | 			}
     | 			out_1:;
     | 		}
  11 | 		v_2 = next_1;
     | 	}
  11 | 	__s64 v_13;
  11 | 	__s64 v_14;
  11 | 	honey_put_1(0, v_2, &v_13, &v_14);
  12 | 	__s64 v_15 = bpf_get_smp_processor_id();
  12 | 	__s64 v_17 = honey_summed_2(6, v_15 * 2);
  12 | 	__s64 v_18;
  12 | 	__s64 v_19;
  12 | 	honey_put_1(1, v_17, &v_18, &v_19);
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

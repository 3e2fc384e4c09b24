     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_remainder_ss(__s64 a, __s64 b)
     | {
     | 	__u64 rest = honey_magnitude(a) % honey_magnitude(b);
     |
     | 	return a < 0 ? -rest : rest;
     | }
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } sums SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  18 | static inline __attribute__((always_inline)) int honey_put_1(__s64 key_0, __s64 value_1, __s64 *result_0, __s64 *result_1)
     | {
  18 | 	__s64 stored_s64;
  18 | 	__u32 key_u32_0 = key_0;
  18 | 	stored_s64 = value_1;
  18 | 	__s64 status_2 = bpf_map_update_elem(&sums, &key_u32_0, &stored_s64, 0);
  18 | 	__s64 v_3 = 0;
  18 | 	__s64 v_4 = 0;
  18 | 	if (status_2 < 0) {
  18 | 		v_3 = 4;
  18 | 		v_4 = status_2;
     | 	} else {
  18 | 		v_3 = 1;
     | 	}
  18 | 	*result_0 = v_3;
  18 | 	*result_1 = v_4;
  18 | 	return 0;
     | }
  17 | static inline __attribute__((always_inline)) __s64 honey_odd_x3f_2(__s64 n_0)
     | {
  17 | 	return (honey_remainder_ss(n_0, 2)) == 1;
     | }
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__s64 v_0 = bpf_get_smp_processor_id();
  11 | 	__s64 n_1 = v_0 & 7;
  12 | 	__s64 next_2 = 0;
  12 | 	next_2 = 0;
  12 | 	__s64 v_3 = 0;
     | 	{
  12 | 		for (__s64 turn_4 = 0; turn_4 < 20; turn_4++) {
  12 | 			asm volatile("" : "+r"(turn_4));
     | 			{
  12 | 				__s64 now_5 = honey_forget(next_2);
  12 | 				__s64 v_6 = 1 + turn_4;
  12 | 				if (n_1 < v_6) {
  12 | 					next_2 = now_5 + (v_6 * 2);
  12 | 					goto out_1;
     | 				} else {
  12 | 					next_2 = now_5;
  12 | 					goto out_1;
     | 				}
     | 			}
     | 			out_1:;
     | 		}
  12 | 		v_3 = next_2;
     | 	}
  12 | 	__s64 v_12;
  12 | 	__s64 v_13;
  12 | 	honey_put_1(0, v_3, &v_12, &v_13);
  13 | 	__s64 next_14 = 0;
  13 | 	next_14 = 0;
  13 | 	__u64 turns_15 = 0;
  13 | 	if (0 <= n_1) {
  13 | 		__u64 difference_18 = ((__u64)n_1) - 0;
  13 | 		if (difference_18 < 8) {
  13 | 			turns_15 = difference_18 + 1;
     | 		} else {
  13 | 			turns_15 = 8 + 1;
     | 		}
     | 	}
  13 | 	__s64 v_22 = 0;
     | 	{
  13 | 		for (__s64 turn_23 = 0; turn_23 < 8; turn_23++) {
  13 | 			asm volatile("" : "+r"(turn_23));
  13 | 			if ((__u64)turn_23 >= turns_15)
  13 | 				break;
     | 			{
  13 | 				__s64 now_24 = honey_forget(next_14);
  13 | 				__s64 v_25 = turn_23 * 3;
  13 | 				__s64 v_26 = honey_odd_x3f_2(v_25);
  13 | 				__s64 v_27 = 0;
  13 | 				if (v_26) {
  13 | 					next_14 = now_24;
  13 | 					goto out_3;
     | 				} else {
  13 | 					__s64 v_30 = 0;
  13 | 					if (9 < v_25) {
  13 | 						v_30 = v_25;
     | 					} else {
  13 | 						next_14 = now_24;
  13 | 						goto out_3;
     | 					}
  13 | 					v_27 = v_30;
     | 				}
  13 | 				v_22 = v_27;
  13 | 				goto out_2;
     | 			}
     | 			out_3:;
     | 		}
  13 | 		v_22 = next_14;
     | 	}
     | 	out_2:;
  13 | 	__s64 v_33;
  13 | 	__s64 v_34;
  13 | 	honey_put_1(1, v_22, &v_33, &v_34);
     | 	{
  14 | 		for (__s64 turn_35 = 0; turn_35 < 5; turn_35++) {
  14 | 			asm volatile("" : "+r"(turn_35));
     | 			{
  14 | 				__s64 v_36 = 1 + turn_35;
  14 | 				if (v_36 == n_1) {
  14 | 					goto out_5;
     | 				} else {
  14 | 					__s64 v_40;
  14 | 					__s64 v_41;
  14 | 					honey_put_1(v_36, n_1, &v_40, &v_41);
  14 | 					goto out_5;
     | 				}
     | 			}
     | 			out_5:;
     | 		}
     | 	}
  14 | 	return 0;
     | }
  15 | #pragma clang attribute pop

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
     | } s SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | static inline __attribute__((always_inline)) int honey_gcd_1(__s64 v_0, __s64 v_1, __s64 *result_0)
     | {
  13 | 	__s64 next_2 = 0;
  13 | 	next_2 = v_0;
  13 | 	__s64 next_3 = 0;
  13 | 	next_3 = v_1;
  13 | 	__s64 v_4 = 0;
     | 	{
  13 | 		for (__s64 turn_5 = 0; turn_5 < 40; turn_5++) {
  13 | 			asm volatile("" : "+r"(turn_5));
     | 			{
  13 | 				__s64 now_6 = honey_forget(next_2);
  13 | 				__s64 now_7 = honey_forget(next_3);
  13 | 				__s64 v_8 = 0;
  13 | 				if (now_7 == 0) {
  13 | 					v_8 = now_6;
     | 				} else {
  14 | 					if (now_7 == 0) {
  14 | 						honey_raise(0);
  14 | 						return 1;
     | 					}
  14 | 					next_2 = now_7;
  14 | 					next_3 = honey_remainder_ss(now_6, now_7);
  14 | 					goto out_1;
     | 				}
  13 | 				v_4 = v_8;
  13 | 				goto out_0;
     | 			}
     | 			out_1:;
     | 		}
  13 | 		honey_raise(1);
  13 | 		return 1;
     | 	}
     | 	out_0:;
  14 | 	*result_0 = v_4;
  14 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 v_0 = bpf_get_smp_processor_id();
  10 | 	__s64 v_1;
  10 | 	if (honey_gcd_1(v_0, 12, &v_1))
  10 | 		return 0;
  10 | 	stored_s64 = v_1;
  10 | 	__s64 status_2 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 	__s64 v_3 = 0;
  10 | 	__s64 v_4 = 0;
  10 | 	if (status_2 < 0) {
  10 | 		v_3 = 3;
  10 | 		v_4 = status_2;
     | 	} else {
  10 | 		v_3 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_loop)(__u32 turns, void *callback, void *state, __u64 flags) = (void *)181;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | static inline __attribute__((always_inline)) __s64 honey_run_fn_1(__s64 n_0, __s64 x_1, __s64 sum_2)
     | {
   8 | 	return sum_2 + (x_1 * n_0);
     | }
   9 | static inline __attribute__((always_inline)) __s64 honey_run_fn_2(__s64 n_0, __s64 v_1)
     | {
   9 | 	return v_1 + n_0;
     | }
  10 | struct honey_loop_0 {
  11 | 	__s64 v_3;
  12 | 	__s64 next_4;
  13 | 	__s64 next_5;
  14 | 	__s64 v_6;
  15 | 	__s64 left;
  16 | };
  12 | static long honey_turn_0(__u32 number, struct honey_loop_0 *c)
     | {
  12 | 	if (c->left) return 1;
  12 | 	__s64 turn_7 = number;
     | 	{
  12 | 		__s64 now_8 = honey_forget(c->v_3);
  12 | 		__s64 now_9 = honey_forget(c->next_4);
  12 | 		__s64 now_10 = honey_forget(c->next_5);
  12 | 		__s64 v_11 = 0;
  12 | 		if (now_10 == 0) {
  12 | 			v_11 = now_9;
     | 		} else {
  13 | 			__s64 v_13 = honey_run_fn_2(now_8, now_9);
  13 | 			c->v_3 = now_8;
  13 | 			c->next_4 = v_13;
  13 | 			c->next_5 = now_10 - 1;
  13 | 			goto out_1;
     | 		}
  12 | 		c->v_6 = v_11;
  12 | 		return c->left = 2, 1;
     | 	}
     | 	out_1:;
  12 | 	return 0;
     | }
  12 | static inline __attribute__((always_inline)) int honey_repeat_3(__s64 v_0, __s64 v_1, __s64 v_2, __s64 *result_0)
     | {
  12 | 	__s64 v_3 = 0;
  12 | 	v_3 = v_0;
  12 | 	__s64 next_4 = 0;
  12 | 	next_4 = v_1;
  12 | 	__s64 next_5 = 0;
  12 | 	next_5 = v_2;
  12 | 	__s64 v_6 = 0;
     | 	{
  12 | 		struct honey_loop_0 loop_0 = {
  12 | 			.v_3 = v_3,
  12 | 			.next_4 = next_4,
  12 | 			.next_5 = next_5,
  12 | 			.v_6 = v_6,
  12 | 			.left = 0,
  12 | 		};
  12 | 		bpf_loop(8388608, honey_turn_0, &loop_0, 0);
  12 | 		v_3 = loop_0.v_3;
  12 | 		next_4 = loop_0.next_4;
  12 | 		next_5 = loop_0.next_5;
  12 | 		v_6 = loop_0.v_6;
  12 | 		if (loop_0.left == 2)
  12 | 			goto out_0;
  12 | 		honey_raise(0);
  12 | 		return 1;
     | 	}
     | 	out_0:;
  13 | 	*result_0 = v_6;
  13 | 	return 0;
     | }
   6 | SEC("syscall") int run(void *ctx)
     | {
   7 | 	__s64 n_0 = bpf_get_smp_processor_id();
   9 | 	__s64 next_1 = 0;
   9 | 	next_1 = 0;
   9 | 	__s64 v_2 = 0;
     | 	{
   9 | 		for (__s64 turn_3 = 0; turn_3 < 4; turn_3++) {
   9 | 			asm volatile("" : "+r"(turn_3));
     | 			{
   9 | 				__s64 now_4 = honey_forget(next_1);
   9 | 				__s64 v_6 = honey_run_fn_1(n_0, 1 + turn_3, now_4);
   9 | 				next_1 = v_6;
   9 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
   9 | 		v_2 = next_1;
     | 	}
   9 | 	__s64 v_7;
   9 | 	if (honey_repeat_3(n_0, n_0, 3, &v_7))
   9 | 		return 0;
   9 | 	return v_2 + v_7;
     | }
  10 | #pragma clang attribute pop

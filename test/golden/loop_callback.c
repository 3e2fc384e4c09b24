     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_loop)(__u32 turns, void *callback, void *state, __u64 flags) = (void *)181;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_loop_0 {
     | 	__s64 next_1;
     | 	__s64 n_0;
     | 	__s64 left;
     | };
  11 | static long honey_turn_0(__u32 number, struct honey_loop_0 *c)
     | {
  11 | 	__s64 turn_12 = number;
  11 | 	__s64 n_0 = c->n_0;
     | 	{
  11 | 		__s64 now_13 = honey_forget(c->next_1);
  11 | 		c->next_1 = now_13 + (turn_12 * n_0);
  11 | 		goto out_1;
     | 	}
     | 	out_1:;
  11 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  11 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 n_0 = bpf_get_smp_processor_id();
  11 | 	__s64 next_1 = 0;
  11 | 	next_1 = 0;
  11 | 	__u64 turns_2 = 0;
  11 | 	if (0 <= n_0) {
  11 | 		__u64 difference_5 = ((__u64)n_0) - 0;
  11 | 		if (difference_5 < 8388608) {
  11 | 			turns_2 = difference_5 + 1;
     | 		} else {
  11 | 			turns_2 = 8388608 + 1;
     | 		}
     | 	}
  11 | 	__s64 exceeds_9 = 8388608 < turns_2;
  11 | 	__u64 capped_10 = 0;
  11 | 	if (exceeds_9) {
  11 | 		capped_10 = 8388608;
     | 	} else {
  11 | 		capped_10 = turns_2;
     | 	}
  11 | 	__s64 v_11 = 0;
     | 	{
  11 | 		struct honey_loop_0 loop_0 = {
  11 | 			.next_1 = next_1,
  11 | 			.n_0 = n_0,
  11 | 			.left = 0,
  11 | 		};
  11 | 		if (capped_10)
  11 | 		bpf_loop(capped_10, honey_turn_0, &loop_0, 0);
  11 | 		next_1 = loop_0.next_1;
  11 | 		if (exceeds_9) {
  11 | 			honey_raise(0);
  11 | 			return 0;
     | 		}
  11 | 		v_11 = next_1;
     | 	}
  11 | 	stored_s64 = v_11;
  11 | 	__s64 status_16 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  11 | 	__s64 v_17 = 0;
  11 | 	__s64 v_18 = 0;
  11 | 	if (status_16 < 0) {
  11 | 		v_17 = 4;
  11 | 		v_18 = status_16;
     | 	} else {
  11 | 		v_17 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

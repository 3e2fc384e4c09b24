     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_loop)(__u32 turns, void *callback, void *state, __u64 flags) = (void *)181;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
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
     | 	__s64 next_4;
     | 	__s64 step_1;
     | 	__s64 left;
     | };
  11 | static long honey_turn_0(__u32 number, struct honey_loop_0 *c)
     | {
  11 | 	__s64 turn_23 = number;
  11 | 	__s64 step_1 = c->step_1;
     | 	{
  11 | 		__s64 now_24 = honey_forget(c->next_4);
  11 | 		c->next_4 = now_24 + (10 + (turn_23 * step_1));
  11 | 		goto out_1;
     | 	}
     | 	out_1:;
  11 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  11 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 step_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		step_1 = v_2;
     | 	}
  11 | 	if (step_1 == 0) {
  11 | 		honey_raise(0);
  11 | 		return 0;
     | 	}
  11 | 	__s64 next_4 = 0;
  11 | 	next_4 = 0;
  11 | 	__u64 turns_5 = 0;
  11 | 	if (0 < step_1) {
  11 | 		if (10 <= 100) {
  11 | 			__u64 difference_10 = honey_opaque((100 - 10)) / (__u64)((__u64)step_1);
  11 | 			if (difference_10 < 91) {
  11 | 				turns_5 = difference_10 + 1;
     | 			} else {
  11 | 				turns_5 = 91 + 1;
     | 			}
     | 		}
     | 	} else {
  11 | 		if (100 <= 10) {
  11 | 			__u64 difference_18 = honey_opaque((10 - 100)) / (__u64)(0 - ((__u64)step_1));
  11 | 			if (difference_18 < 91) {
  11 | 				turns_5 = difference_18 + 1;
     | 			} else {
  11 | 				turns_5 = 91 + 1;
     | 			}
     | 		}
     | 	}
  11 | 	__s64 v_22 = 0;
     | 	{
  11 | 		struct honey_loop_0 loop_0 = {
  11 | 			.next_4 = next_4,
  11 | 			.step_1 = step_1,
  11 | 			.left = 0,
  11 | 		};
  11 | 		if (turns_5)
  11 | 		bpf_loop(turns_5, honey_turn_0, &loop_0, 0);
  11 | 		next_4 = loop_0.next_4;
  11 | 		v_22 = next_4;
     | 	}
  11 | 	stored_s64 = v_22;
  11 | 	__s64 status_28 = bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  11 | 	__s64 v_29 = 0;
  11 | 	__s64 v_30 = 0;
  11 | 	if (status_28 < 0) {
  11 | 		v_29 = 4;
  11 | 		v_30 = status_28;
     | 	} else {
  11 | 		v_29 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

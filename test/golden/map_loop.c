     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static long (*bpf_for_each_map_elem)(void *map, void *callback, void *state, __u64 flags) = (void *)164;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[1024u];
     | } count SEC(".maps");
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
     | 	__u64 next_0;
     | 	__s64 left;
     | };
  12 | static long honey_turn_0(void *map, const void *honey_key, void *honey_value, struct honey_loop_0 *c)
     | {
  12 | 	__u64 value_3 = *(__u64 *)honey_value;
     | 	{
  12 | 		__u64 now_4 = honey_forget(c->next_0);
  12 | 		c->next_0 = now_4 + value_3;
  12 | 		goto out_1;
     | 	}
     | 	out_1:;
  12 | 	return 0;
     | }
  13 | struct honey_loop_1 {
  14 | 	__u64 total_1;
  15 | 	__s64 left;
  16 | };
  13 | static long honey_turn_1(void *map, const void *honey_key, void *honey_value, struct honey_loop_1 *c)
     | {
  13 | 	__u64 total_1 = c->total_1;
  13 | 	__s64 key_6 = *(__u32 *)honey_key;
  13 | 	__u32 key_u32_0 = key_6;
  13 | 	__u64 value_7 = *(__u64 *)honey_value;
     | 	{
  13 | 		if (total_1 < value_7) {
  13 | 			bpf_map_delete_elem(&count, &key_u32_0);
  13 | 			goto out_3;
     | 		} else {
  13 | 			goto out_3;
     | 		}
     | 	}
     | 	out_3:;
  13 | 	return 0;
     | }
  14 | struct honey_loop_2 {
  15 | 	__s64 next_turn_14;
  16 | 	__s64 index_12;
  17 | 	__s64 index_part_13;
  18 | 	__s64 left;
  19 | };
  14 | static long honey_turn_2(void *map, const void *honey_key, void *honey_value, struct honey_loop_2 *c)
     | {
  14 | 	if (c->left) return 1;
  14 | 	__s64 key_15 = *(__u32 *)honey_key;
  14 | 	__u64 value_16 = *(__u64 *)honey_value;
     | 	{
  14 | 		__s64 turn_17 = honey_forget(c->next_turn_14);
  14 | 		c->next_turn_14 = turn_17 + 1;
  14 | 		if (key_15 == 0) {
  14 | 			honey_raise(0);
  14 | 			return c->left = 1;
     | 		}
  14 | 		__u64 v_20 = honey_opaque(value_16) / (__u64)key_15;
  14 | 		__s64 v_22 = 0;
  14 | 		if (v_20 == 0) {
  14 | 			v_22 = turn_17;
     | 		} else {
  14 | 			goto out_5;
     | 		}
  14 | 		c->index_12 = v_22;
  14 | 		c->index_part_13 = 0;
  14 | 		return c->left = 6, 1;
     | 	}
     | 	out_5:;
  14 | 	return 0;
     | }
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__s64 stored_s64;
  15 | 	__u32 slot_u32_1 = 0;
  12 | 	__u64 next_0 = 0;
  12 | 	next_0 = 0;
  12 | 	__u64 total_1 = 0;
     | 	{
  12 | 		struct honey_loop_0 loop_0 = {
  12 | 			.next_0 = next_0,
  12 | 			.left = 0,
  12 | 		};
  12 | 		bpf_for_each_map_elem(&count, honey_turn_0, &loop_0, 0);
  12 | 		next_0 = loop_0.next_0;
  12 | 		total_1 = next_0;
     | 	}
     | 	{
  13 | 		struct honey_loop_1 loop_1 = {
  13 | 			.total_1 = total_1,
  13 | 			.left = 0,
  13 | 		};
  13 | 		bpf_for_each_map_elem(&count, honey_turn_1, &loop_1, 0);
     | 	}
  14 | 	__s64 index_12 = 0;
  14 | 	__s64 index_part_13 = 0;
     | 	{
  14 | 		__s64 next_turn_14 = 0;
  14 | 		struct honey_loop_2 loop_2 = {
  14 | 			.next_turn_14 = next_turn_14,
  14 | 			.index_12 = index_12,
  14 | 			.index_part_13 = index_part_13,
  14 | 			.left = 0,
  14 | 		};
  14 | 		bpf_for_each_map_elem(&count, honey_turn_2, &loop_2, 0);
  14 | 		next_turn_14 = loop_2.next_turn_14;
  14 | 		index_12 = loop_2.index_12;
  14 | 		index_part_13 = loop_2.index_part_13;
  14 | 		if (loop_2.left == 1)
  14 | 			return 0;
  14 | 		if (loop_2.left == 6)
  14 | 			goto out_4;
  14 | 		index_12 = 2;
  14 | 		index_part_13 = 1;
     | 	}
     | 	out_4:;
  15 | 	__s64 v_25 = 0;
  15 | 	if (index_part_13 != 1) {
  15 | 		v_25 = index_12;
     | 	} else {
  15 | 		v_25 = (-1);
     | 	}
  15 | 	stored_s64 = v_25;
  15 | 	__s64 status_28 = bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  15 | 	__s64 v_29 = 0;
  15 | 	__s64 v_30 = 0;
  15 | 	if (status_28 < 0) {
  15 | 		v_29 = 5;
  15 | 		v_30 = status_28;
     | 	} else {
  15 | 		v_29 = 1;
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop

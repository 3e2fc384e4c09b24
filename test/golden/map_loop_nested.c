     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_for_each_map_elem)(void *map, void *callback, void *state, __u64 flags) = (void *)164;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } a SEC(".maps");
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } b SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_loop_1 {
     | 	__u64 value_3;
     | 	__s64 v_4;
     | 	__s64 j_5;
     | 	__u64 v_6;
     | 	__s64 left;
     | };
  18 | static long honey_turn_1(void *map, const void *honey_key, void *honey_value, struct honey_loop_1 *c)
     | {
  18 | 	if (c->left) return 1;
  18 | 	__u64 value_3 = c->value_3;
  18 | 	__s64 key_7 = *(__u32 *)honey_key;
  18 | 	__u64 value_8 = *(__u64 *)honey_value;
     | 	{
  18 | 		__s64 v_10 = 0;
  18 | 		__u64 v_11 = 0;
  18 | 		if (value_8 == value_3) {
  18 | 			v_10 = key_7;
  18 | 			v_11 = value_8;
     | 		} else {
  18 | 			goto out_3;
     | 		}
  18 | 		c->v_4 = 5;
  18 | 		c->j_5 = v_10;
  18 | 		c->v_6 = v_11;
  18 | 		return c->left = 4, 1;
     | 	}
     | 	out_3:;
  18 | 	return 0;
     | }
  19 | struct honey_loop_0 {
  20 | 	__s64 v_0;
  21 | 	__s64 v_1;
  22 | 	__s64 left;
  23 | };
  17 | static long honey_turn_0(void *map, const void *honey_key, void *honey_value, struct honey_loop_0 *c)
     | {
  17 | 	if (c->left) return 1;
  17 | 	__s64 key_2 = *(__u32 *)honey_key;
  17 | 	__u64 value_3 = *(__u64 *)honey_value;
     | 	{
  18 | 		__s64 v_4 = 0;
  18 | 		__s64 j_5 = 0;
  18 | 		__u64 v_6 = 0;
     | 		{
  18 | 			struct honey_loop_1 loop_1 = {
  18 | 				.value_3 = value_3,
  18 | 				.v_4 = v_4,
  18 | 				.j_5 = j_5,
  18 | 				.v_6 = v_6,
  18 | 				.left = 0,
  18 | 			};
  18 | 			bpf_for_each_map_elem(&b, honey_turn_1, &loop_1, 0);
  18 | 			v_4 = loop_1.v_4;
  18 | 			j_5 = loop_1.j_5;
  18 | 			v_6 = loop_1.v_6;
  18 | 			if (loop_1.left == 4)
  18 | 				goto out_2;
  18 | 			v_4 = 1;
     | 		}
     | 		out_2:;
  18 | 		__s64 v_14 = 0;
  18 | 		__s64 v_15 = 0;
  18 | 		if (v_4 == 1) {
  18 | 			v_14 = 2;
  18 | 			v_15 = 1;
     | 		} else {
  18 | 			v_14 = (key_2 * 64) + j_5;
  18 | 			v_15 = 0;
     | 		}
  17 | 		__s64 v_19 = 0;
  17 | 		if (v_15 != 1) {
  17 | 			v_19 = v_14;
     | 		} else {
  17 | 			goto out_1;
     | 		}
  17 | 		c->v_0 = v_19;
  17 | 		c->v_1 = 0;
  17 | 		return c->left = 2, 1;
     | 	}
     | 	out_1:;
  17 | 	return 0;
     | }
  16 | static inline __attribute__((always_inline)) int honey_same_1(__s64 *result_0, __s64 *result_1)
     | {
  17 | 	__s64 v_0 = 0;
  17 | 	__s64 v_1 = 0;
     | 	{
  17 | 		struct honey_loop_0 loop_0 = {
  17 | 			.v_0 = v_0,
  17 | 			.v_1 = v_1,
  17 | 			.left = 0,
  17 | 		};
  17 | 		bpf_for_each_map_elem(&a, honey_turn_0, &loop_0, 0);
  17 | 		v_0 = loop_0.v_0;
  17 | 		v_1 = loop_0.v_1;
  17 | 		if (loop_0.left == 2)
  17 | 			goto out_0;
  17 | 		v_0 = 2;
  17 | 		v_1 = 1;
     | 	}
     | 	out_0:;
  17 | 	*result_0 = v_0;
  17 | 	*result_1 = v_1;
  17 | 	return 0;
     | }
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__s64 stored_s64;
  13 | 	__u32 slot_u32_0 = 0;
  12 | 	__s64 found_0;
  12 | 	__s64 found_part_1;
  12 | 	honey_same_1(&found_0, &found_part_1);
  13 | 	__s64 v_2 = 0;
  13 | 	if (found_part_1 != 1) {
  13 | 		v_2 = found_0;
     | 	} else {
  13 | 		v_2 = (-1);
     | 	}
  13 | 	stored_s64 = v_2;
  13 | 	__s64 status_5 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  13 | 	__s64 v_6 = 0;
  13 | 	__s64 v_7 = 0;
  13 | 	if (status_5 < 0) {
  13 | 		v_6 = 6;
  13 | 		v_7 = status_5;
     | 	} else {
  13 | 		v_6 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

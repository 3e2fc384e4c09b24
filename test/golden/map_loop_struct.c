     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_for_each_map_elem)(void *map, void *callback, void *state, __u64 flags) = (void *)164;
     | struct honey_Task {
     | 	char name[16];
     | 	__u32 state;
     | };
     | struct honey_Key {
     | 	__u8 tid;
     | 	__u8 honey_gap_0[7];
     | 	__u64 place;
     | };
     | struct {
     | 	int (*type)[9];
     | 	struct honey_Key *key;
     | 	struct honey_Task *value;
     | 	int (*max_entries)[64u];
     | } tasks SEC(".maps");
     | struct {
     | 	int (*type)[5];
     | 	char (*key)[8];
     | 	__u32 *value;
     | 	int (*max_entries)[64u];
     | } states SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	char (*key)[16];
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_loop_0 {
     | 	__s64 left;
     | };
  20 | static long honey_turn_0(void *map, const void *honey_key, void *honey_value, struct honey_loop_0 *c)
     | {
  20 | 	__u64 stored_u64;
  20 | 	struct honey_Key key_0 __attribute__((aligned(8))) = {};
  20 | 	__builtin_memcpy(&key_0, __builtin_assume_aligned(honey_key, 8), 16);
  20 | 	struct honey_Task value_1 __attribute__((aligned(8))) = {};
  20 | 	__builtin_memcpy(&value_1, __builtin_assume_aligned(honey_value, 8), 20);
     | 	{
  20 | 		__s64 state_2 = value_1.state;
  20 | 		if (state_2 == 1) {
  21 | 			char name_4[24] __attribute__((aligned(8))) = "";
  21 | 			__builtin_memcpy(&name_4, &value_1.name, 16);
  21 | 			__u64 place__5 = key_0.place;
  21 | 			stored_u64 = place__5;
  21 | 			bpf_map_update_elem(&s, &*name_4, &stored_u64, 0);
  20 | 			goto out_1;
     | 		} else {
  20 | 			goto out_1;
     | 		}
     | 	}
     | 	out_1:;
  20 | 	return 0;
     | }
  21 | struct honey_loop_1 {
  22 | 	__s64 v_7;
  23 | 	__s64 left;
  24 | };
  24 | static long honey_turn_1(void *map, const void *honey_key, void *honey_value, struct honey_loop_1 *c)
     | {
  24 | 	if (c->left) return 1;
  24 | 	char key_8[16] __attribute__((aligned(8))) = "";
  24 | 	__builtin_memcpy(&*key_8, __builtin_assume_aligned(honey_key, 8), 8);
  24 | 	__s64 value_9 = *(__u32 *)honey_value;
     | 	{
  24 | 		__s64 state_10 = (-2147483648);
  24 | 		if (value_9 == 0) {
  24 | 			state_10 = 11;
     | 		}
  24 | 		if (value_9 == 1) {
  24 | 			state_10 = 12;
     | 		}
  24 | 		if (state_10 == (-2147483648)) {
  24 | 			honey_raise(0);
  24 | 			return c->left = 1;
     | 		}
  25 | 		static const char text_14[8] __attribute__((aligned(8))) = "\141";
  25 | 		__s64 v_15 = *(const __u64 *)(key_8 + 0) == *(const __u64 *)(text_14 + 0);
  25 | 		__s64 v_16 = 0;
  25 | 		if (v_15) {
  25 | 			v_16 = state_10 == 11;
     | 		} else {
  25 | 			v_16 = 0;
     | 		}
  24 | 		if (!(v_16)) {
  24 | 			goto out_3;
     | 		}
  24 | 		c->v_7 = 1;
  24 | 		return c->left = 4, 1;
     | 	}
     | 	out_3:;
  24 | 	return 0;
     | }
  19 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  19 | 	__u64 stored_u64;
     | 	{
  20 | 		struct honey_loop_0 loop_0 = {
  20 | 			.left = 0,
  20 | 		};
  20 | 		bpf_for_each_map_elem(&tasks, honey_turn_0, &loop_0, 0);
     | 	}
  24 | 	__s64 v_7 = 0;
     | 	{
  24 | 		struct honey_loop_1 loop_1 = {
  24 | 			.v_7 = v_7,
  24 | 			.left = 0,
  24 | 		};
  24 | 		bpf_for_each_map_elem(&states, honey_turn_1, &loop_1, 0);
  24 | 		v_7 = loop_1.v_7;
  24 | 		if (loop_1.left == 1)
  24 | 			return 0;
  24 | 		if (loop_1.left == 4)
  24 | 			goto out_2;
  24 | 		v_7 = 0;
     | 	}
     | 	out_2:;
  24 | 	__s64 v_20 = 0;
  24 | 	if (v_7) {
  24 | 		v_20 = 1;
     | 	} else {
  24 | 		v_20 = 0;
     | 	}
  24 | 	return v_20;
     | }
  25 | #pragma clang attribute pop

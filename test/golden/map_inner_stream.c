     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_for_each_map_elem)(void *map, void *callback, void *state, __u64 flags) = (void *)164;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct honey_Port {
     | 	__u16 number;
     | 	char name[6];
     | };
     | struct {
     | 	int (*type)[13];
     | 	__u32 *key;
     | 	int (*max_entries)[64u];
     | 	struct {
     | 	int (*type)[1];
     | 	int (*key_size)[8];
     | 	int (*value_size)[8];
     | 	int (*max_entries)[1024u];
     | 	} *values[];
     | } calls SEC(".maps");
     | struct {
     | 	int (*type)[13];
     | 	struct honey_Port *key;
     | 	int (*max_entries)[64u];
     | 	struct {
     | 	int (*type)[2];
     | 	int (*key_size)[4];
     | 	int (*value_size)[8];
     | 	int (*max_entries)[4u];
     | 	} *values[];
     | } ports SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_loop_0 {
     | 	__u64 next_1;
     | 	__s64 left;
     | };
  21 | static long honey_turn_0(void *map, const void *honey_key, void *honey_value, struct honey_loop_0 *c)
     | {
  21 | 	__u64 value_5 = *(__u64 *)honey_value;
     | 	{
  21 | 		__u64 now_6 = honey_forget(c->next_1);
  21 | 		c->next_1 = now_6 + value_5;
  21 | 		goto out_1;
     | 	}
     | 	out_1:;
  21 | 	return 0;
     | }
  22 | struct honey_loop_1 {
  23 | 	__s64 left;
  24 | };
  23 | static long honey_turn_1(void *map, const void *honey_key, void *honey_value, struct honey_loop_1 *c)
     | {
  23 | 	__s64 key_12 = *(__u32 *)honey_key;
  23 | 	__u32 key_u32_1 = key_12;
  23 | 	struct honey_Port value_13 __attribute__((aligned(8))) = {};
  23 | 	__builtin_memcpy(&value_13, __builtin_assume_aligned(honey_value, 8), 8);
     | 	{
  23 | 		__s64 number_14 = value_13.number;
  23 | 		if (number_14 == 80) {
  24 | 			static const char text_16[8] __attribute__((aligned(8))) = "\145\164\150\060";
  24 | 			char text_17[8] __attribute__((aligned(8))) = "";
  24 | 			*(__u64 *)(text_17 + 0) = *(const __u64 *)(text_16 + 0);
  24 | 			struct honey_Port v_18 __attribute__((aligned(8))) = {};
  24 | 			__builtin_memcpy(&v_18.name, &*text_17, 6);
  24 | 			struct honey_Port v_19 __attribute__((aligned(8))) = {};
  24 | 			v_19.number = 8080;
  24 | 			void *inner_20 = bpf_map_lookup_elem(&ports, &v_18);
  24 | 			inner_20 ? bpf_map_update_elem(inner_20, &key_u32_1, &v_19, 0) : -2;
  23 | 			goto out_3;
     | 		} else {
  23 | 			goto out_3;
     | 		}
     | 	}
     | 	out_3:;
  23 | 	return 0;
     | }
  19 | SEC("xdp") int program(void *ctx)
     | {
  20 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  20 | 	__s64 ingress_ifindex_0 = *(__u32 *)((char *)ctx + 12);
  20 | 	asm volatile("" : : "i"(1));
  20 | 	__u32 ingress_ifindex_u32_0 = ingress_ifindex_0;
  21 | 	__u64 next_1 = 0;
  21 | 	next_1 = 0;
  21 | 	void *inner_2 = bpf_map_lookup_elem(&calls, &ingress_ifindex_u32_0);
  21 | 	__u64 calls_3 = 0;
     | 	{
  21 | 		struct honey_loop_0 loop_0 = {
  21 | 			.next_1 = next_1,
  21 | 			.left = 0,
  21 | 		};
  21 | 		if (inner_2)
  21 | 			bpf_for_each_map_elem(inner_2, honey_turn_0, &loop_0, 0);
  21 | 		next_1 = loop_0.next_1;
  21 | 		calls_3 = next_1;
     | 	}
  23 | 	static const char text_8[8] __attribute__((aligned(8))) = "\145\164\150\060";
  23 | 	char text_9[8] __attribute__((aligned(8))) = "";
  23 | 	*(__u64 *)(text_9 + 0) = *(const __u64 *)(text_8 + 0);
  23 | 	struct honey_Port v_10 __attribute__((aligned(8))) = {};
  23 | 	__builtin_memcpy(&v_10.name, &*text_9, 6);
  23 | 	void *inner_11 = bpf_map_lookup_elem(&ports, &v_10);
     | 	{
  23 | 		struct honey_loop_1 loop_1 = {
  23 | 			.left = 0,
  23 | 		};
  23 | 		if (inner_11)
  23 | 			bpf_for_each_map_elem(inner_11, honey_turn_1, &loop_1, 0);
     | 	}
  27 | 	__s64 v_23 = 0;
  27 | 	if (1000 < calls_3) {
  27 | 		v_23 = 1;
     | 	} else {
  27 | 		v_23 = 2;
     | 	}
  27 | 	return v_23;
     | }
  28 | #pragma clang attribute pop

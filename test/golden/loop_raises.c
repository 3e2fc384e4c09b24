     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_loop)(__u32 turns, void *callback, void *state, __u64 flags) = (void *)181;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_divide_ss(__s64 a, __s64 b)
     | {
     | 	__u64 quotient = honey_opaque(honey_magnitude(a)) / honey_magnitude(b);
     |
     | 	return (a < 0) != (b < 0) ? -quotient : quotient;
     | }
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
     | 	__s64 n_0;
     | 	__s64 left;
     | };
  12 | static long honey_turn_0(__u32 number, struct honey_loop_0 *c)
     | {
  12 | 	if (c->left) return 1;
  12 | 	__s64 stored_s64;
  12 | 	__s64 turn_1 = number;
  12 | 	__s64 n_0 = c->n_0;
     | 	{
  13 | 		__u32 slot_u32_0 = (turn_1 & 7);
  13 | 		__s64 v_3 = turn_1 - n_0;
  13 | 		if (v_3 == 0) {
  13 | 			honey_raise(0);
  13 | 			return c->left = 1;
     | 		}
  13 | 		stored_s64 = honey_divide_ss(1000, v_3);
  13 | 		bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  12 | 		goto out_1;
     | 	}
     | 	out_1:;
  12 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  10 | 	__s64 n_0 = bpf_get_smp_processor_id();
     | 	{
  12 | 		struct honey_loop_0 loop_0 = {
  12 | 			.n_0 = n_0,
  12 | 			.left = 0,
  12 | 		};
  12 | 		bpf_loop(1000, honey_turn_0, &loop_0, 0);
  12 | 		if (loop_0.left == 1)
  12 | 			return 0;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

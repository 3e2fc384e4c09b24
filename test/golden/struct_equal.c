     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_Inner {
     | 	__u8 x;
     | 	__u8 honey_gap_0[3];
     | 	__u32 y;
     | };
     | struct honey_Event {
     | 	__u32 pid;
     | 	struct honey_Inner inner;
     | 	__u16 counts[2];
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  13 | 	__u32 slot_u32_1 = 2;
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  12 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 16);
  13 | 	void *found_2 = bpf_map_lookup_elem(&events, &slot_u32_1);
  13 | 	struct honey_Event other_3 __attribute__((aligned(8))) = {};
  13 | 	if (found_2)
  13 | 		__builtin_memcpy(&other_3, __builtin_assume_aligned(found_2, 8), 16);
  14 | 	__s64 same_4 = !((event__1.pid ^ other_3.pid) | (event__1.inner.x ^ other_3.inner.x) | (event__1.inner.y ^ other_3.inner.y) | (event__1.counts[0] ^ other_3.counts[0]) | (event__1.counts[1] ^ other_3.counts[1]));
  14 | 	__s64 v_5 = 0;
  14 | 	if (same_4) {
  14 | 		struct honey_Inner v_8 __attribute__((aligned(8))) = {};
  14 | 		v_8.x = 1;
  14 | 		__s64 same_9 = !((event__1.inner.x ^ v_8.x) | (event__1.inner.y ^ v_8.y));
  14 | 		v_5 = !same_9;
     | 	} else {
  14 | 		v_5 = 0;
     | 	}
  14 | 	__s64 v_11 = 0;
  14 | 	if (v_5) {
  14 | 		v_11 = 1;
     | 	} else {
  14 | 		v_11 = 0;
     | 	}
  14 | 	return v_11;
     | }
  15 | #pragma clang attribute pop

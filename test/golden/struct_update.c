     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_Inner {
     | 	__u8 x;
     | 	__u8 honey_gap_0[7];
     | 	__u64 y;
     | };
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u8 honey_gap_0[4];
     | 	struct honey_Inner inner;
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
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  12 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 24);
  13 | 	__s64 pid_2 = event__1.pid;
  13 | 	struct honey_Event event__4 __attribute__((aligned(8)));
  13 | 	__builtin_memcpy(&event__4, &event__1, 24);
  13 | 	event__4.pid = (pid_2 + 1);
  14 | 	struct honey_Inner v_6 __attribute__((aligned(8)));
  14 | 	__builtin_memcpy(&v_6, &event__4.inner, 16);
  14 | 	v_6.x = 2;
  14 | 	struct honey_Event event__7 __attribute__((aligned(8)));
  14 | 	__builtin_memcpy(&event__7, &event__4, 24);
  14 | 	__builtin_memcpy(&event__7.inner, &v_6, 16);
  15 | 	bpf_map_update_elem(&events, &slot_u32_0, &event__7, 0);
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop

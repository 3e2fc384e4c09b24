     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct honey_Inner {
     | 	__u8 x;
     | 	__u8 honey_gap_0[7];
     | 	__u64 y;
     | };
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u32 kind;
     | 	__u8 urgent;
     | 	__u8 honey_gap_2[7];
     | 	struct honey_Inner inner;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  15 | 	__u32 slot_u32_1 = 1;
  12 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  12 | 	__u32 cpu_u32_0 = cpu_0;
  13 | 	struct honey_Inner v_2 __attribute__((aligned(8))) = {};
  13 | 	v_2.x = 1;
  13 | 	struct honey_Event event__3 __attribute__((aligned(8))) = {};
  13 | 	event__3.pid = cpu_0;
  13 | 	event__3.kind = 1;
  13 | 	event__3.urgent = (1 < cpu_0);
  13 | 	__builtin_memcpy(&event__3.inner, &v_2, 16);
  14 | 	bpf_map_update_elem(&events, &cpu_u32_0, &event__3, 0);
  15 | 	struct honey_Event v_5 __attribute__((aligned(8))) = {};
  15 | 	bpf_map_update_elem(&events, &slot_u32_1, &v_5, 0);
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_Key {
     | 	__u32 tid;
     | 	__u8 honey_gap_0[4];
     | 	__u64 place;
     | };
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u8 honey_gap_0[4];
     | 	__u64 count;
     | };
     | struct {
     | 	int (*type)[1];
     | 	struct honey_Key *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  12 | 	struct honey_Key v_0 __attribute__((aligned(8))) = {};
  12 | 	v_0.tid = 1;
  12 | 	void *found_1 = bpf_map_lookup_elem(&events, &v_0);
  12 | 	struct honey_Event event__2 __attribute__((aligned(8))) = {};
  12 | 	if (found_1)
  12 | 		__builtin_memcpy(&event__2, __builtin_assume_aligned(found_1, 8), 16);
  12 | 	__u64 v_4 = 0;
  12 | 	if (!found_1) {
  12 | 		v_4 = 0;
     | 	} else {
  14 | 		__u64 count_6 = event__2.count;
  14 | 		__s64 pid_7 = event__2.pid;
  12 | 		v_4 = count_6 + (__u64)pid_7;
     | 	}
  14 | 	return v_4;
     | }
  15 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u8 ok;
     | 	__u8 honey_gap_1[3];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | __u64 honey_raised[3];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  13 | 	__u32 slot_u32_3 = 4;
  12 | 	__u32 slot_u32_2 = 3;
  11 | 	__u32 slot_u32_1 = 2;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  10 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  10 | 	if (found_0)
  10 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 8);
  11 | 	__s64 v_3 = !found_0;
  11 | 	if (v_3) {
  11 | 		honey_raise(0);
  11 | 		return 0;
     | 	}
  11 | 	bpf_map_update_elem(&events, &slot_u32_1, &event__1, 0);
  12 | 	__s64 v_6 = !found_0;
  12 | 	if (v_6) {
  12 | 		honey_raise(1);
  12 | 		return 0;
     | 	}
  12 | 	struct honey_Event v_8 __attribute__((aligned(8)));
  12 | 	__builtin_memcpy(&v_8, &event__1, 8);
  12 | 	v_8.pid = 4900000000ll;
  12 | 	bpf_map_update_elem(&events, &slot_u32_2, &v_8, 0);
  13 | 	struct honey_Event v_10 __attribute__((aligned(8))) = {};
  13 | 	v_10.pid = 5000000000ll;
  13 | 	bpf_map_update_elem(&events, &slot_u32_3, &v_10, 0);
  14 | 	__s64 v_12 = !found_0;
  14 | 	if (v_12) {
  14 | 		honey_raise(2);
  14 | 		return 0;
     | 	}
  14 | 	__s64 pid_14 = event__1.pid;
  14 | 	return pid_14;
     | }
  15 | #pragma clang attribute pop

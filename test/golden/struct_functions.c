     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_Event {
     | 	__u32 pid;
     | 	__u8 honey_gap_0[4];
     | 	__u64 count;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) int honey_next_1(__s64 v_0, const void * event__1_at, void *result_0)
     | {
  16 | 	struct honey_Event v_2 __attribute__((aligned(8))) = {};
  16 | 	if (v_0 == 1) {
  16 | 		struct honey_Event v_4 __attribute__((aligned(8))) = {};
  16 | 		v_4.count = 1;
  16 | 		__builtin_memcpy(&v_2, &v_4, 16);
     | 	} else {
  17 | 		__u64 count_5 = (*(struct honey_Event *)event__1_at).count;
  17 | 		struct honey_Event v_7 __attribute__((aligned(8)));
  17 | 		__builtin_memcpy(&v_7, &(*(struct honey_Event *)event__1_at), 16);
  17 | 		v_7.count = (count_5 + 1);
  16 | 		__builtin_memcpy(&v_2, &v_7, 16);
     | 	}
  17 | 	__builtin_memcpy(__builtin_assume_aligned(result_0, 8), &v_2, 16);
  17 | 	return 0;
     | }
  16 | static inline __attribute__((always_inline)) int honey_next_2(const void * event__0_at, void *result_0)
     | {
  17 | 	__u64 count_1 = (*(struct honey_Event *)event__0_at).count;
  17 | 	struct honey_Event v_3 __attribute__((aligned(8)));
  17 | 	__builtin_memcpy(&v_3, &(*(struct honey_Event *)event__0_at), 16);
  17 | 	v_3.count = (count_1 + 1);
  17 | 	__builtin_memcpy(__builtin_assume_aligned(result_0, 8), &v_3, 16);
  17 | 	return 0;
     | }
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u32 slot_u32_0 = 1;
  11 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  11 | 	struct honey_Event v_1 __attribute__((aligned(8))) = {};
  11 | 	if (found_0)
  11 | 		__builtin_memcpy(&v_1, __builtin_assume_aligned(found_0, 8), 16);
  11 | 	struct honey_Event event__3 __attribute__((aligned(8)));
  11 | 	honey_next_1(found_0 ? -1 : 1, &v_1, &event__3);
  12 | 	struct honey_Event v_4 __attribute__((aligned(8)));
  12 | 	honey_next_2(&event__3, &v_4);
  12 | 	bpf_map_update_elem(&events, &slot_u32_0, &v_4, 0);
  12 | 	return 0;
     | }
  13 | #pragma clang attribute pop

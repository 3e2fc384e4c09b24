     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_Event {
     | 	__u8 kind;
     | 	__u8 honey_gap_0[3];
     | 	__u32 state;
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u8 *value;
     | 	int (*max_entries)[8u];
     | } kinds SEC(".maps");
     | __u64 honey_raised[3];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u8 stored_u8;
  15 | 	__u32 slot_u32_3 = 0;
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  12 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 8);
  13 | 	__s64 kind_2 = event__1.kind;
  13 | 	__s64 v_3 = (-2147483648);
  13 | 	if (kind_2 == 1) {
  13 | 		v_3 = 6;
     | 	}
  13 | 	if (kind_2 == 2) {
  13 | 		v_3 = 7;
     | 	}
  13 | 	if (kind_2 == 0) {
  13 | 		v_3 = 2;
     | 	}
  13 | 	if (v_3 == (-2147483648)) {
  13 | 		honey_raise(0);
  13 | 		return 0;
     | 	}
  13 | 	__s64 state_9 = 0;
  13 | 	if (v_3 == 6) {
  13 | 		state_9 = 9;
     | 	} else {
  13 | 		__s64 state_12 = event__1.state;
  13 | 		__s64 v_13 = (-2147483648);
  13 | 		if (state_12 == 0) {
  13 | 			v_13 = 8;
     | 		}
  13 | 		if (state_12 == 1) {
  13 | 			v_13 = 9;
     | 		}
  13 | 		if (v_13 == (-2147483648)) {
  13 | 			honey_raise(1);
  13 | 			return 0;
     | 		}
  13 | 		state_9 = v_13;
     | 	}
  14 | 	__s64 v_17 = 0;
  14 | 	if (state_9 == 8) {
  14 | 		v_17 = 0;
     | 	}
  14 | 	if (state_9 == 9) {
  14 | 		v_17 = 1;
     | 	}
  14 | 	__u32 slot_u32_1 = v_17;
  14 | 	__s64 kind_20 = event__1.kind;
  14 | 	__s64 v_21 = (-2147483648);
  14 | 	if (kind_20 == 1) {
  14 | 		v_21 = 6;
     | 	}
  14 | 	if (kind_20 == 2) {
  14 | 		v_21 = 7;
     | 	}
  14 | 	if (kind_20 == 0) {
  14 | 		v_21 = 2;
     | 	}
  14 | 	if (v_21 == (-2147483648)) {
  14 | 		honey_raise(2);
  14 | 		return 0;
     | 	}
  14 | 	stored_u8 = v_21 == 2;
  14 | 	bpf_map_update_elem(&kinds, &slot_u32_1, &stored_u8, 0);
  15 | 	__u8 *found_28 = bpf_map_lookup_elem(&kinds, &slot_u32_3);
  15 | 	__s64 v_29 = 0;
  15 | 	v_29 = 2;
  15 | 	if (found_28) {
  15 | 		__s64 v_30 = *found_28;
  15 | 		v_29 = v_30 != 0;
     | 	}
  15 | 	__s64 v_32 = 0;
  15 | 	if (!((v_29 == 2) || (v_29 == 0))) {
  15 | 		v_32 = 1;
     | 	} else {
  15 | 		v_32 = 0;
     | 	}
  15 | 	return v_32;
     | }
  16 | #pragma clang attribute pop

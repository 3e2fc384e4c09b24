     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct honey_Event {
     | 	__u32 kind;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } counts SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  30 | static inline __attribute__((always_inline)) int honey_kind_1(const void * event__0_at, __s64 *result_0)
     | {
  31 | 	__s64 kind_1 = (*(struct honey_Event *)event__0_at).kind;
  31 | 	__s64 v_2 = (-2147483648);
  31 | 	if (kind_1 == 0) {
  31 | 		v_2 = 10;
     | 	}
  31 | 	if (kind_1 == 1) {
  31 | 		v_2 = 11;
     | 	}
  31 | 	if (v_2 == (-2147483648)) {
  31 | 		honey_raise(0);
  31 | 		return 1;
     | 	}
  31 | 	__s64 v_6 = 0;
  31 | 	if (v_2 == 11) {
  31 | 		v_6 = 2;
     | 	} else {
  31 | 		v_6 = 3;
     | 	}
  34 | 	*result_0 = v_6;
  34 | 	return 0;
     | }
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__u64 stored_u64;
  13 | 	__u32 slot_u32_0 = 1;
  13 | 	stored_u64 = 1;
  13 | 	__s64 status_0 = bpf_map_update_elem(&counts, &slot_u32_0, &stored_u64, 1);
  13 | 	__s64 v_1 = 0;
  13 | 	__s64 v_2 = 0;
  13 | 	if (status_0 < 0) {
  13 | 		v_1 = 3;
  13 | 		v_2 = status_0;
     | 	} else {
  13 | 		v_1 = 1;
     | 	}
  13 | 	__s64 a_4 = 0;
  13 | 	if (v_1 == 3) {
  13 | 		a_4 = 3;
     | 	} else {
  13 | 		a_4 = 5;
     | 	}
  22 | 	void *found_8 = bpf_map_lookup_elem(&events, &slot_u32_0);
  22 | 	struct honey_Event event__9 __attribute__((aligned(8))) = {};
  22 | 	if (found_8)
  22 | 		__builtin_memcpy(&event__9, __builtin_assume_aligned(found_8, 8), 4);
  22 | 	__s64 b_11 = 0;
  22 | 	if (!found_8) {
  22 | 		b_11 = 0;
     | 	} else {
  24 | 		__s64 v_13;
  24 | 		if (honey_kind_1(&event__9, &v_13))
  24 | 			return 0;
  22 | 		b_11 = v_13;
     | 	}
  27 | 	return a_4 + b_11;
     | }
  28 | #pragma clang attribute pop

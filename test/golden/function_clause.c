     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | static inline __attribute__((always_inline)) int honey_kind_1(__s64 n_0, __s64 *result_0)
     | {
  13 | 	__s64 v_1 = 0;
  13 | 	if (n_0 == 0) {
  13 | 		v_1 = 1;
     | 	} else {
  13 | 		if (10 < n_0) {
  13 | 			v_1 = 2;
     | 		} else {
  13 | 			honey_raise(0);
  13 | 			return 1;
     | 		}
     | 	}
  14 | 	*result_0 = v_1;
  14 | 	return 0;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  10 | 	__u32 slot_u32_1 = 0;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_1);
  10 | 	__s64 v_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		v_1 = v_2;
     | 	}
  10 | 	__s64 v_3;
  10 | 	if (honey_kind_1(v_1, &v_3))
  10 | 		return 0;
  10 | 	stored_s64 = v_3;
  10 | 	__s64 status_4 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 	__s64 v_5 = 0;
  10 | 	__s64 v_6 = 0;
  10 | 	if (status_4 < 0) {
  10 | 		v_5 = 3;
  10 | 		v_6 = status_4;
     | 	} else {
  10 | 		v_5 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | __u64 honey_raised[2];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 slot_u32_1 = 2;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
  10 | 	__s64 v_1 = 2;
  10 | 	__s64 v_2 = !found_0;
  10 | 	if (found_0) {
  10 | 		__s64 v_3 = *found_0;
  10 | 		v_1 = v_3;
     | 	}
  10 | 	if (v_2) {
  10 | 		honey_raise(0);
  10 | 		return 0;
     | 	}
  10 | 	__s64 v_6 = 0;
  10 | 	if (v_1 < 0) {
  10 | 		v_6 = -v_1;
     | 	} else {
  10 | 		v_6 = v_1;
     | 	}
  10 | 	__s64 *found_10 = bpf_map_lookup_elem(&h, &slot_u32_1);
  10 | 	__s64 v_11 = 2;
  10 | 	__s64 v_12 = !found_10;
  10 | 	if (found_10) {
  10 | 		__s64 v_13 = *found_10;
  10 | 		v_11 = v_13;
     | 	}
  10 | 	if (v_12) {
  10 | 		honey_raise(1);
  10 | 		return 0;
     | 	}
  10 | 	return v_6 + v_11;
     | }
  11 | #pragma clang attribute pop

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
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  13 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  11 | 	if (n_1 != 0) {
  11 | 		honey_raise(0);
  11 | 		return 0;
     | 	}
  12 | 	__s64 k_5 = n_1 + 1;
  13 | 	stored_s64 = k_5 + k_5;
  13 | 	__s64 status_7 = bpf_map_update_elem(&s, &slot_u32_1, &stored_s64, 0);
  13 | 	__s64 v_8 = 0;
  13 | 	__s64 v_9 = 0;
  13 | 	if (status_7 < 0) {
  13 | 		v_8 = 3;
  13 | 		v_9 = status_7;
     | 	} else {
  13 | 		v_8 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

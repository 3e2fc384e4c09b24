     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u64 stored_u64;
  11 | 	__u32 slot_u32_1 = 2;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
  10 | 	__u64 found_1 = 2;
  10 | 	__s64 found_part_2 = !found_0;
  10 | 	if (found_0) {
  10 | 		__u64 v_3 = *found_0;
  10 | 		found_1 = v_3;
     | 	}
  11 | 	if (found_part_2) {
  11 | 		honey_raise(0);
  11 | 		return 0;
     | 	}
  11 | 	stored_u64 = found_1 * 2;
  11 | 	__s64 status_6 = bpf_map_update_elem(&h, &slot_u32_1, &stored_u64, 0);
  11 | 	__s64 v_7 = 0;
  11 | 	__s64 v_8 = 0;
  11 | 	if (status_6 < 0) {
  11 | 		v_7 = 3;
  11 | 		v_8 = status_6;
     | 	} else {
  11 | 		v_7 = 1;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

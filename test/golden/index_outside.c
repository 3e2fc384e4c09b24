     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[4u];
     | } a SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  11 | 	__u32 slot_u32_0 = 7;
  11 | 	__u64 *found_0 = bpf_map_lookup_elem(&a, &slot_u32_0);
  11 | 	__s64 status_1 = 0;
  11 | 	__u64 *there_2 = found_0;
  11 | 	if (!found_0) {
  11 | 		status_1 = (-7);
     | 	}
  11 | 	if (there_2) {
  11 | 		*there_2;
  11 | 		__sync_fetch_and_add(there_2, 1);
  11 | 		status_1 = 0;
     | 	}
  12 | 	__u64 v_5 = bpf_ktime_get_ns();
  12 | 	__u32 slot_u32_1 = (4 + (v_5 & 3));
  12 | 	stored_u64 = 1;
  12 | 	bpf_map_update_elem(&a, &slot_u32_1, &stored_u64, 0);
  13 | 	__u64 v_9 = bpf_ktime_get_ns();
  13 | 	__u32 slot_u32_3 = (3 + (v_9 & 3));
  13 | 	__u64 *found_12 = bpf_map_lookup_elem(&a, &slot_u32_3);
  13 | 	__u64 v_13 = 2;
  13 | 	if (found_12) {
  13 | 		__u64 v_15 = *found_12;
  13 | 		v_13 = v_15;
     | 	}
  13 | 	if (!(!found_12)) {
  13 | 		return v_13;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

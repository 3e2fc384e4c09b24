     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__u64 stored_u64;
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
   9 | 	__u64 found_1 = 2;
   9 | 	if (found_0) {
   9 | 		__u64 v_3 = *found_0;
   9 | 		found_1 = v_3;
     | 	}
   9 | 	__s64 v_4 = 0;
   9 | 	__s64 v_5 = 0;
   9 | 	if (!found_0) {
  10 | 		stored_u64 = 1;
  10 | 		__s64 status_6 = bpf_map_update_elem(&h, &slot_u32_0, &stored_u64, 1);
  10 | 		__s64 status_7 = 0;
  10 | 		if (status_6 == (-17)) {
  10 | 			__u64 *found_9 = bpf_map_lookup_elem(&h, &slot_u32_0);
  10 | 			if (found_9) {
  10 | 				__sync_fetch_and_add(found_9, 1);
     | 			}
     | 		} else {
  10 | 			status_7 = status_6;
     | 		}
  10 | 		__s64 v_10 = 0;
  10 | 		__s64 v_11 = 0;
  10 | 		if (status_7 < 0) {
  10 | 			v_10 = 3;
  10 | 			v_11 = status_7;
     | 		} else {
  10 | 			v_10 = 1;
     | 		}
   9 | 		v_4 = v_10;
   9 | 		v_5 = v_11;
     | 	} else {
  11 | 		if (found_0) {
  11 | 			__sync_fetch_and_add(found_0, 1);
     | 		}
   9 | 		v_4 = 1;
   9 | 		v_5 = 0;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
   9 | 	__u64 found_1 = 2;
   9 | 	__s64 found_part_2 = !found_0;
   9 | 	if (found_0) {
   9 | 		__u64 v_3 = *found_0;
   9 | 		found_1 = v_3;
     | 	}
  11 | 	__s64 v_5 = 0;
  11 | 	__s64 v_6 = 0;
  11 | 	__s64 v_7 = 0;
  11 | 	if (!found_part_2) {
  12 | 		if (found_0) {
  12 | 			__sync_fetch_and_add(found_0, -5);
     | 		}
  11 | 		v_5 = 3;
  11 | 		v_6 = 1;
  11 | 		v_7 = 0;
     | 	} else {
  11 | 		v_5 = 2;
  11 | 		v_6 = 1;
     | 	}
  11 | 	return 0;
     | }

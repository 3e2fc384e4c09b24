     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u8 *value;
     | 	int (*max_entries)[1u];
     | } b SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__u8 *found_0 = bpf_map_lookup_elem(&b, &slot_u32_0);
  10 | 	__s64 found_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		found_1 = v_2;
     | 	}
  11 | 	__s64 flag_4 = 0;
  11 | 	if (1 < found_1) {
  11 | 		flag_4 = 6;
     | 	} else {
  11 | 		flag_4 = found_1 == 1;
     | 	}
  13 | 	__s64 v_8 = 0;
  13 | 	if (flag_4 == 0) {
  13 | 		v_8 = 0;
     | 	} else {
  13 | 		if (flag_4 == 1) {
  13 | 			v_8 = found_1 == 1;
     | 		} else {
  13 | 			honey_raise(0);
  13 | 			return 0;
     | 		}
     | 	}
  13 | 	__s64 v_12 = 0;
  13 | 	if (v_8) {
  13 | 		v_12 = 1;
     | 	} else {
  13 | 		v_12 = 0;
     | 	}
  13 | 	return v_12;
     | }

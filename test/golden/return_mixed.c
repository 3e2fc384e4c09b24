     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 n_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		n_1 = v_2;
     | 	}
  11 | 	__s64 v_4 = 0;
  11 | 	__s64 v_5 = 0;
  11 | 	if (0 < n_1) {
  11 | 		v_4 = n_1;
  11 | 		v_5 = 0;
     | 	} else {
  11 | 		v_4 = 6;
  11 | 		v_5 = 1;
     | 	}
  11 | 	if (v_5 == 0) {
  11 | 		return v_4;
     | 	}
  11 | 	return 0;
     | }

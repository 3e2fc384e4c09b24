     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_Key {
     | 	__u32 pid;
     | };
     | struct {
     | 	int (*type)[1];
     | 	struct honey_Key *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } counts SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  15 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  15 | 	struct honey_Key v_0 __attribute__((aligned(8))) = {};
  15 | 	v_0.pid = 1;
  15 | 	__u64 *found_1 = bpf_map_lookup_elem(&counts, &v_0);
  15 | 	__u64 v_2 = 2;
  15 | 	if (found_1) {
  15 | 		__u64 v_4 = *found_1;
  15 | 		v_2 = v_4;
     | 	}
  15 | 	__u64 v_5 = 0;
  15 | 	if (!(!found_1)) {
  15 | 		v_5 = v_2;
     | 	} else {
  15 | 		v_5 = 0;
     | 	}
  15 | 	return v_5;
     | }
  16 | #pragma clang attribute pop

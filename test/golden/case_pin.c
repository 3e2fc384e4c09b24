     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  12 | 	__u32 slot_u32_1 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_0);
  10 | 	__s64 wanted_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		wanted_1 = v_2;
     | 	}
  12 | 	__u64 *found_3 = bpf_map_lookup_elem(&h, &slot_u32_1);
  12 | 	__u64 v_4 = 2;
  12 | 	__s64 v_5 = !found_3;
  12 | 	asm volatile("" : "+r"(v_5));
  12 | 	if (found_3) {
  12 | 		__u64 v_6 = *found_3;
  12 | 		v_4 = v_6;
     | 	}
  12 | 	__s64 v_7 = 0;
  12 | 	if ((!v_5) && (wanted_1 >= 0 && v_4 == (__u64)wanted_1)) {
  12 | 		v_7 = 1;
     | 	} else {
  12 | 		if (v_5) {
  12 | 			v_7 = 2;
     | 		} else {
  12 | 			v_7 = 3;
     | 		}
     | 	}
  15 | 	return v_7;
     | }
  16 | #pragma clang attribute pop

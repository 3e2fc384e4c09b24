     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
   9 | 	__u64 found_1 = 2;
   9 | 	__s64 found_part_2 = !found_0;
   9 | 	asm volatile("" : "+r"(found_part_2));
   9 | 	if (found_0) {
   9 | 		__u64 v_3 = *found_0;
   9 | 		found_1 = v_3;
     | 	}
  10 | 	__s64 v_6 = found_part_2 || (3 < found_1);
  10 | 	__s64 v_7 = 0;
  10 | 	if (v_6) {
  10 | 		v_7 = 1;
     | 	} else {
  10 | 		v_7 = 0;
     | 	}
  10 | 	return v_7;
     | }
  11 | #pragma clang attribute pop

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
  11 | 	__u32 slot_u32_1 = 2;
   9 | 	__u32 slot_u32_0 = 1;
   9 | 	__u64 *found_0 = bpf_map_lookup_elem(&h, &slot_u32_0);
   9 | 	__u64 found_1 = 2;
   9 | 	if (found_0) {
   9 | 		__u64 v_3 = *found_0;
   9 | 		found_1 = v_3;
     | 	}
   9 | 	__s64 v_4 = 0;
   9 | 	__s64 v_5 = 0;
   9 | 	__s64 v_6 = 0;
   9 | 	if (!found_0) {
   9 | 		v_4 = 0;
   9 | 		v_5 = 0;
     | 	} else {
  11 | 		stored_u64 = found_1 * 2;
  11 | 		__s64 status_8 = bpf_map_update_elem(&h, &slot_u32_1, &stored_u64, 0);
  11 | 		__s64 v_9 = 0;
  11 | 		__s64 v_10 = 0;
  11 | 		if (status_8 < 0) {
  11 | 			v_9 = 3;
  11 | 			v_10 = status_8;
     | 		} else {
  11 | 			v_9 = 1;
     | 		}
   9 | 		v_4 = 3;
   9 | 		v_5 = v_9;
   9 | 		v_6 = v_10;
     | 	}
   9 | 	asm volatile("" : "+r"(v_4));
  11 | 	asm volatile("" : : "i"(0));
  11 | 	if (v_5 == 0) {
  11 | 		return v_4;
     | 	}
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

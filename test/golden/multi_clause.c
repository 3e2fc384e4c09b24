     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
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
  13 | static inline __attribute__((always_inline)) __s64 honey_kind_1(__s64 n_0, __u64 m_1, __s64 v_2)
     | {
  13 | 	__s64 v_3 = 0;
  13 | 	if (n_0 == 0) {
  13 | 		v_3 = 100;
     | 	} else {
  13 | 		if (v_2 == 1) {
  13 | 			v_3 = n_0;
     | 		} else {
  13 | 			if ((0 < n_0) && (3 < m_1)) {
  13 | 				v_3 = (__s64)((__u64)n_0 + m_1);
     | 			} else {
  13 | 				v_3 = 0;
     | 			}
     | 		}
     | 	}
  16 | 	return v_3;
     | }
   9 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  10 | 	__u32 slot_u32_1 = 0;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__s64 *found_0 = bpf_map_lookup_elem(&s, &slot_u32_1);
  10 | 	__s64 v_1 = 0;
  10 | 	if (found_0) {
  10 | 		__s64 v_2 = *found_0;
  10 | 		v_1 = v_2;
     | 	}
  10 | 	__u64 *found_3 = bpf_map_lookup_elem(&h, &slot_u32_1);
  10 | 	__u64 v_4 = 2;
  10 | 	__s64 v_5 = !found_3;
  10 | 	asm volatile("" : "+r"(v_5));
  10 | 	if (found_3) {
  10 | 		__u64 v_6 = *found_3;
  10 | 		v_4 = v_6;
     | 	}
  10 | 	__s64 v_7 = honey_kind_1(v_1, v_4, v_5);
  10 | 	stored_s64 = v_7;
  10 | 	__s64 status_8 = bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 	__s64 v_9 = 0;
  10 | 	__s64 v_10 = 0;
  10 | 	if (status_8 < 0) {
  10 | 		v_9 = 3;
  10 | 		v_10 = status_8;
     | 	} else {
  10 | 		v_9 = 1;
     | 	}
  10 | 	return 0;
     | }
  11 | #pragma clang attribute pop

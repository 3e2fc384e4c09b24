     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct honey_Event {
     | 	__u32 counts[3];
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[8u];
     | } events SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  13 | 	__u32 slot_u32_1 = 2;
  12 | 	__u32 slot_u32_0 = 1;
  11 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  12 | 	void *found_1 = bpf_map_lookup_elem(&events, &slot_u32_0);
  12 | 	struct honey_Event event__2 __attribute__((aligned(8))) = {};
  12 | 	if (found_1)
  12 | 		__builtin_memcpy(&event__2, __builtin_assume_aligned(found_1, 8), 12);
  13 | 	struct { __u32 items[3]; } v_3 __attribute__((aligned(8))) = {};
  13 | 	v_3.items[0] = cpu_0;
  13 | 	v_3.items[1] = 2;
  13 | 	v_3.items[2] = 3;
  13 | 	struct honey_Event v_4 __attribute__((aligned(8))) = {};
  13 | 	__builtin_memcpy(&v_4.counts, &v_3, 12);
  13 | 	bpf_map_update_elem(&events, &slot_u32_1, &v_4, 0);
  15 | 	__s64 v_7 = 0;
  15 | 	__s64 v_8 = event__2.counts[0];
  15 | 	__s64 x_10 = event__2.counts[2];
  15 | 	if (v_8 == 1) {
  15 | 		v_7 = x_10;
     | 	} else {
  17 | 		__s64 v_14 = 0;
  17 | 		__s64 v_15 = 0;
  17 | 		v_14 = 2;
  17 | 		v_15 = 1;
  17 | 		if ((0 <= cpu_0) && (cpu_0 < 3)) {
  17 | 			__s64 v_16 = 0;
  17 | 			if (cpu_0 == 0) {
  17 | 				__s64 v_18 = event__2.counts[0];
  17 | 				v_16 = v_18;
     | 			}
  17 | 			if (cpu_0 == 1) {
  17 | 				__s64 v_20 = event__2.counts[1];
  17 | 				v_16 = v_20;
     | 			}
  17 | 			if (cpu_0 == 2) {
  17 | 				__s64 v_22 = event__2.counts[2];
  17 | 				v_16 = v_22;
     | 			}
  17 | 			v_14 = v_16;
  17 | 			v_15 = 0;
     | 		}
  17 | 		__s64 v_23 = 0;
  17 | 		if (v_15 != 1) {
  17 | 			v_23 = v_14;
     | 		} else {
  17 | 			v_23 = 7;
     | 		}
  17 | 		__s64 v_26 = event__2.counts[2];
  15 | 		v_7 = v_23 + v_26;
     | 	}
  17 | 	return v_7;
     | }
  18 | #pragma clang attribute pop

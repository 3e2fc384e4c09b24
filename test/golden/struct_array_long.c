     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static __u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
     | struct honey_Event {
     | 	__u8 counts[9];
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
  11 | 	__u32 slot_u32_0 = 1;
  11 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  11 | 	struct honey_Event event_1 __attribute__((aligned(8))) = {};
  11 | 	if (found_0)
  11 | 		__builtin_memcpy(&event_1, __builtin_assume_aligned(found_0, 8), 9);
  12 | 	__s64 v_3 = bpf_get_smp_processor_id();
  12 | 	__s64 v_4 = 0;
  12 | 	__s64 v_5 = 0;
  12 | 	v_4 = 2;
  12 | 	v_5 = 1;
  12 | 	if ((0 <= v_3) && (v_3 < 9)) {
  12 | 		__s64 v_9 = 0;
  12 | 		asm volatile("" : : "r"(&event_1.counts) : "memory");
  12 | 		if (v_3 == 0) {
  12 | 			__s64 v_11 = event_1.counts[0];
  12 | 			v_9 = v_11;
     | 		}
  12 | 		if (v_3 == 1) {
  12 | 			__s64 v_13 = event_1.counts[1];
  12 | 			v_9 = v_13;
     | 		}
  12 | 		if (v_3 == 2) {
  12 | 			__s64 v_15 = event_1.counts[2];
  12 | 			v_9 = v_15;
     | 		}
  12 | 		if (v_3 == 3) {
  12 | 			__s64 v_17 = event_1.counts[3];
  12 | 			v_9 = v_17;
     | 		}
  12 | 		if (v_3 == 4) {
  12 | 			__s64 v_19 = event_1.counts[4];
  12 | 			v_9 = v_19;
     | 		}
  12 | 		if (v_3 == 5) {
  12 | 			__s64 v_21 = event_1.counts[5];
  12 | 			v_9 = v_21;
     | 		}
  12 | 		if (v_3 == 6) {
  12 | 			__s64 v_23 = event_1.counts[6];
  12 | 			v_9 = v_23;
     | 		}
  12 | 		if (v_3 == 7) {
  12 | 			__s64 v_25 = event_1.counts[7];
  12 | 			v_9 = v_25;
     | 		}
  12 | 		if (v_3 == 8) {
  12 | 			__s64 v_27 = event_1.counts[8];
  12 | 			v_9 = v_27;
     | 		}
  12 | 		v_4 = v_9;
  12 | 		v_5 = 0;
     | 	}
  12 | 	__s64 v_28 = 0;
  12 | 	if (v_5 != 1) {
  12 | 		v_28 = v_4;
     | 	} else {
  12 | 		v_28 = 0;
     | 	}
  12 | 	return v_28;
     | }
  13 | #pragma clang attribute pop

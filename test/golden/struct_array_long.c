     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | #define honey_index(i, count) ({ __u64 index = (i); asm("" : "+r"(index)); if (index >= count) index = 0; asm("" : "+r"(index)); index; })
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
  11 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  11 | 	if (found_0)
  11 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 9);
  12 | 	__s64 v_3 = bpf_get_smp_processor_id();
  12 | 	__s64 v_7 = 0;
  12 | 	__s64 v_8 = 0;
  12 | 	v_7 = 2;
  12 | 	v_8 = 1;
  12 | 	if ((0 <= v_3) && (v_3 < 9)) {
  12 | 		__s64 v_9 = event__1.counts[honey_index(v_3, 9)];
  12 | 		v_7 = v_9;
  12 | 		v_8 = 0;
     | 	}
  12 | 	__s64 v_10 = 0;
  12 | 	if (v_8 != 1) {
  12 | 		v_10 = v_7;
     | 	} else {
  12 | 		v_10 = 0;
     | 	}
  12 | 	return v_10;
     | }
  13 | #pragma clang attribute pop

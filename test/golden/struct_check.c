     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct honey_Event {
     | 	__u32 pid;
     | };
     | struct honey_Other {
     | 	__u32 pid;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Event *value;
     | 	int (*max_entries)[2u];
     | } events SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  17 | static inline __attribute__((always_inline)) __s64 honey_weigh_1(__s64 event_part_0, const void * event__1_at)
     | {
  17 | 	__s64 v_2 = 0;
  18 | 	__s64 v_5 = 0;
  18 | 	v_5 = 0;
  18 | 	if ((event_part_0 == (-1)) && 1) {
  18 | 		v_5 = 1;
     | 	}
  18 | 	__s64 v_6 = 0;
  18 | 	v_6 = 0;
  18 | 	if (v_5) {
  18 | 		v_6 = 1;
     | 	}
  17 | 	if (v_6) {
  17 | 		v_2 = 2;
     | 	} else {
  17 | 		v_2 = 3;
     | 	}
  19 | 	return v_2;
     | }
   9 | SEC("syscall") int run(void *ctx)
     | {
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	void *found_0 = bpf_map_lookup_elem(&events, &slot_u32_0);
  10 | 	struct honey_Event event__1 __attribute__((aligned(8))) = {};
  10 | 	if (found_0)
  10 | 		__builtin_memcpy(&event__1, __builtin_assume_aligned(found_0, 8), 4);
  10 | 	__s64 event_part_2 = found_0 ? -1 : 1;
  11 | 	__s64 v_3 = 0;
  11 | 	if (!(!found_0)) {
  11 | 		v_3 = 1;
     | 	} else {
  11 | 		v_3 = 0;
     | 	}
  11 | 	__s64 any_6 = 0;
  11 | 	asm volatile("" : : "i"(0));
  11 | 	if (v_3) {
  11 | 		any_6 = 1;
     | 	} else {
  11 | 		any_6 = 0;
     | 	}
  11 | 	asm volatile("" : "+r"(any_6));
  12 | 	__s64 v_8 = 0;
  12 | 	asm volatile("" : : "i"(1));
  12 | 	if (!(!found_0)) {
  12 | 		v_8 = 1;
     | 	} else {
  12 | 		v_8 = 0;
     | 	}
  12 | 	__s64 this_11 = 0;
  12 | 	asm volatile("" : : "i"(2));
  12 | 	if (v_8) {
  12 | 		this_11 = 10;
     | 	} else {
  12 | 		this_11 = 0;
     | 	}
  12 | 	asm volatile("" : "+r"(this_11));
  14 | 	__s64 v_15 = honey_weigh_1(event_part_2, &event__1);
  14 | 	return (((any_6 + this_11) + 0) + v_15) + 0;
     | }
  15 | #pragma clang attribute pop

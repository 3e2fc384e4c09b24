     | char _license[] SEC("license") = "GPL";
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
     | volatile __u32 window[3] SEC(".data") __attribute__((aligned(8))) = { 0, 80, 443 };
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | SEC("syscall") int program(void *ctx)
     | {
  15 | 	__u32 slot_u32_0 = 2;
  13 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  14 | 	__s64 counts_part_2 = 0;
  14 | 	struct { __u32 items[3]; } counts_3 __attribute__((aligned(8))) = {};
  14 | 	__s64 v_4 = 0;
  14 | 	__s64 v_5 = 0;
  14 | 	__s64 v_6 = 0;
  14 | 	if (3 < cpu_0) {
  14 | 		const void *place_1 = (const void *)&window;
  14 | 		asm volatile("" : "+r"(place_1) : : "memory");
  14 | 		struct { __u32 items[3]; } v_9 __attribute__((aligned(8))) = {};
  14 | 		__builtin_memcpy(&v_9, __builtin_assume_aligned(place_1, 8), 12);
  14 | 		__builtin_memcpy(&counts_3, &v_9, 12);
  14 | 		counts_part_2 = (-1);
     | 	} else {
  14 | 		counts_part_2 = 3;
  14 | 		v_4 = cpu_0;
  14 | 		v_5 = 2;
  14 | 		v_6 = 3;
     | 	}
  15 | 	struct { __u32 items[3]; } v_10 __attribute__((aligned(8))) = {};
  15 | 	if (counts_part_2 == (-1)) {
  15 | 		__builtin_memcpy(&v_10, &counts_3, 12);
     | 	}
  15 | 	if (counts_part_2 == 3) {
  15 | 		struct { __u32 items[3]; } v_13 __attribute__((aligned(8))) = {};
  15 | 		v_13.items[0] = v_4;
  15 | 		v_13.items[1] = v_5;
  15 | 		v_13.items[2] = v_6;
  15 | 		__builtin_memcpy(&v_10, &v_13, 12);
     | 	}
  15 | 	struct honey_Event v_14 __attribute__((aligned(8))) = {};
  15 | 	__builtin_memcpy(&v_14.counts, &v_10, 12);
  15 | 	bpf_map_update_elem(&events, &slot_u32_0, &v_14, 0);
  16 | 	struct { __u32 items[3]; } v_16 __attribute__((aligned(8))) = {};
  16 | 	if (counts_part_2 == (-1)) {
  16 | 		__builtin_memcpy(&v_16, &counts_3, 12);
     | 	}
  16 | 	if (counts_part_2 == 3) {
  16 | 		struct { __u32 items[3]; } v_19 __attribute__((aligned(8))) = {};
  16 | 		v_19.items[0] = v_4;
  16 | 		v_19.items[1] = v_5;
  16 | 		v_19.items[2] = v_6;
  16 | 		__builtin_memcpy(&v_16, &v_19, 12);
     | 	}
  16 | 	void *place_2 = (void *)&window;
  16 | 	asm volatile("" : "+r"(place_2) : : "memory");
  16 | 	__builtin_memcpy(__builtin_assume_aligned(place_2, 8), &v_16, 12);
  16 | 	asm volatile("" : : : "memory");
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | struct honey_Stat {
     | 	__u64 count;
     | 	__s64 total;
     | 	__u16 cpu;
     | 	__u8 honey_gap_2[2];
     | 	__u32 least;
     | 	__u8 seen;
     | 	char comm[16];
     | 	__u8 honey_gap_5[7];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Stat *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  18 | 	__u32 slot_u32_1 = 2;
  14 | 	__u32 slot_u32_0 = 1;
  12 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  14 | 	void *found_1 = bpf_map_lookup_elem(&h, &slot_u32_0);
  14 | 	__s64 status_2 = 0;
  14 | 	void *there_3 = found_1;
  14 | 	if (!found_1) {
  14 | 		struct honey_Stat v_6 __attribute__((aligned(8))) = {};
  14 | 		v_6.count = 1;
  14 | 		bpf_get_current_comm(v_6.comm, 16);
  14 | 		__s64 status_7 = bpf_map_update_elem(&h, &slot_u32_0, &v_6, 1);
  14 | 		status_2 = status_7;
  14 | 		if (status_7 == (-17)) {
  14 | 			void *found_9 = bpf_map_lookup_elem(&h, &slot_u32_0);
  14 | 			there_3 = found_9;
  14 | 			status_2 = (-2);
     | 		}
     | 	}
  14 | 	if (there_3) {
  14 | 		struct honey_Stat x_10 __attribute__((aligned(8))) = {};
  14 | 		if (there_3)
  14 | 			__builtin_memcpy(&x_10, __builtin_assume_aligned(there_3, 8), 48);
  15 | 		__s64 least_11 = x_10.least;
  15 | 		__s64 v_13 = 0;
  15 | 		if (least_11 <= cpu_0) {
  15 | 			v_13 = least_11;
     | 		} else {
  15 | 			v_13 = cpu_0;
     | 		}
  14 | 		static const char text_16[8] __attribute__((aligned(8))) = "\155\157\162\145";
  14 | 		char text_17[24] __attribute__((aligned(8))) = "";
  14 | 		*(__u64 *)(text_17 + 0) = *(const __u64 *)(text_16 + 0);
  14 | 		*(__u64 *)(text_17 + 8) = 0;
  14 | 		*(__u64 *)(text_17 + 16) = 0;
  14 | 		__sync_fetch_and_add(&((struct honey_Stat *)there_3)->count, 1);
  14 | 		__sync_fetch_and_add(&((struct honey_Stat *)there_3)->total, -cpu_0);
  14 | 		((struct honey_Stat *)there_3)->cpu = cpu_0;
  14 | 		((struct honey_Stat *)there_3)->least = v_13;
  14 | 		((struct honey_Stat *)there_3)->seen = 1;
  14 | 		__builtin_memcpy(&((struct honey_Stat *)there_3)->comm, &*text_17, 16);
  14 | 		status_2 = 0;
     | 	}
  18 | 	void *found_18 = bpf_map_lookup_elem(&h, &slot_u32_1);
  18 | 	__s64 status_19 = 0;
  18 | 	void *there_20 = found_18;
  18 | 	if (!found_18) {
  18 | 		struct honey_Stat v_22 __attribute__((aligned(8))) = {};
  18 | 		v_22.count = 1;
  18 | 		v_22.total = cpu_0;
  18 | 		__s64 status_23 = bpf_map_update_elem(&h, &slot_u32_1, &v_22, 1);
  18 | 		status_19 = status_23;
  18 | 		if (status_23 == (-17)) {
  18 | 			void *found_25 = bpf_map_lookup_elem(&h, &slot_u32_1);
  18 | 			there_20 = found_25;
  18 | 			status_19 = (-2);
     | 		}
     | 	}
  18 | 	if (there_20) {
  18 | 		__sync_fetch_and_add(&((struct honey_Stat *)there_20)->count, 1);
  18 | 		__sync_fetch_and_add(&((struct honey_Stat *)there_20)->total, cpu_0);
  18 | 		status_19 = 0;
     | 	}
  18 | 	__s64 v_27 = 0;
  18 | 	__s64 v_28 = 0;
  18 | 	if (status_19 < 0) {
  18 | 		v_27 = 3;
  18 | 		v_28 = status_19;
     | 	} else {
  18 | 		v_27 = 1;
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

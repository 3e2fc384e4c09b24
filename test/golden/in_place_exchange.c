     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__s32 *value;
     | 	int (*max_entries)[64u];
     | } small SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	__s32 stored_s32;
  15 | 	__u32 slot_u32_4 = 3;
  14 | 	__u32 slot_u32_2 = 2;
  13 | 	__u32 slot_u32_0 = 1;
  12 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  12 | 	__u64 cpu_u64_1 = cpu_0;
  13 | 	__u64 *found_1 = bpf_map_lookup_elem(&h, &slot_u32_0);
  13 | 	__s64 status_2 = 0;
  13 | 	__u64 *there_3 = found_1;
  13 | 	if (!found_1) {
  13 | 		__s64 status_5 = bpf_map_update_elem(&h, &slot_u32_0, &cpu_u64_1, 1);
  13 | 		status_2 = status_5;
  13 | 		if (status_5 == (-17)) {
  13 | 			__u64 *found_7 = bpf_map_lookup_elem(&h, &slot_u32_0);
  13 | 			there_3 = found_7;
  13 | 			status_2 = (-2);
     | 		}
     | 	}
  13 | 	if (there_3) {
  13 | 		__u64 v_8 = *there_3;
  13 | 		__u64 was_9 = 0;
  13 | 		was_9 = v_8;
  13 | 		status_2 = (-16);
     | 		{
  13 | 			for (__s64 turn_10 = 0; turn_10 < 32; turn_10++) {
  13 | 				asm volatile("" : "+r"(turn_10));
  13 | 				__u64 v_11 = 0;
  13 | 				v_11 = was_9;
  13 | 				__u64 v_12 = (__u64)cpu_0;
  13 | 				__s64 v_14 = 0;
  13 | 				if (v_11 < v_12) {
  13 | 					v_14 = cpu_0;
     | 				} else {
  13 | 					v_14 = (__s64)v_11;
     | 				}
  13 | 				__u64 v_18 = (__u64)v_14;
  13 | 				if (v_18 == v_11) {
  13 | 					status_2 = 0;
  13 | 					goto out_0;
     | 				}
  13 | 				__u64 seen_20 = __sync_val_compare_and_swap(there_3, v_11, v_18);
  13 | 				if (seen_20 == v_11) {
  13 | 					status_2 = 0;
  13 | 					goto out_0;
     | 				}
  13 | 				was_9 = seen_20;
     | 			}
     | 		}
     | 		out_0:;
     | 	}
  14 | 	__s32 *found_22 = bpf_map_lookup_elem(&small, &slot_u32_2);
  14 | 	__s64 status_23 = 0;
  14 | 	__s32 *there_24 = found_22;
  14 | 	if (!found_22) {
  14 | 		stored_s32 = cpu_0;
  14 | 		__s64 status_26 = bpf_map_update_elem(&small, &slot_u32_2, &stored_s32, 1);
  14 | 		status_23 = status_26;
  14 | 		if (status_26 == (-17)) {
  14 | 			__s32 *found_28 = bpf_map_lookup_elem(&small, &slot_u32_2);
  14 | 			there_24 = found_28;
  14 | 			status_23 = (-2);
     | 		}
     | 	}
  14 | 	if (there_24) {
  14 | 		__s64 v_29 = *there_24;
  14 | 		__s64 was_30 = 0;
  14 | 		was_30 = v_29;
  14 | 		status_23 = (-16);
     | 		{
  14 | 			for (__s64 turn_31 = 0; turn_31 < 32; turn_31++) {
  14 | 				asm volatile("" : "+r"(turn_31));
  14 | 				__s64 x_32 = 0;
  14 | 				x_32 = was_30;
  14 | 				__s64 v_34 = (x_32 * 3) + cpu_0;
  14 | 				if (v_34 == x_32) {
  14 | 					status_23 = 0;
  14 | 					goto out_1;
     | 				}
  14 | 				__s64 seen_36 = __sync_val_compare_and_swap(there_24, x_32, v_34);
  14 | 				if (seen_36 == x_32) {
  14 | 					status_23 = 0;
  14 | 					goto out_1;
     | 				}
  14 | 				was_30 = seen_36;
     | 			}
     | 		}
     | 		out_1:;
     | 	}
  15 | 	__u64 *found_38 = bpf_map_lookup_elem(&h, &slot_u32_4);
  15 | 	__s64 status_39 = 0;
  15 | 	__u64 *there_40 = found_38;
  15 | 	if (!found_38) {
  15 | 		__s64 status_42 = bpf_map_update_elem(&h, &slot_u32_4, &cpu_u64_1, 1);
  15 | 		status_39 = status_42;
  15 | 		if (status_42 == (-17)) {
  15 | 			__u64 *found_44 = bpf_map_lookup_elem(&h, &slot_u32_4);
  15 | 			there_40 = found_44;
  15 | 			status_39 = (-2);
     | 		}
     | 	}
  15 | 	if (there_40) {
  15 | 		__u64 x_45 = *there_40;
  15 | 		__s64 v_47 = bpf_get_smp_processor_id();
  15 | 		*there_40 = (x_45 * 2) + (__u64)v_47;
  15 | 		status_39 = 0;
     | 	}
  15 | 	__s64 v_49 = 0;
  15 | 	__s64 v_50 = 0;
  15 | 	if (status_39 < 0) {
  15 | 		v_49 = 3;
  15 | 		v_50 = status_39;
     | 	} else {
  15 | 		v_49 = 1;
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop

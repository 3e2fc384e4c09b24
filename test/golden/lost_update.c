     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct honey_Task {
     | 	__u64 calls;
     | 	__u32 longest;
     | 	__u8 honey_gap_1[4];
     | };
     | struct honey_ipv4 {
     | 	__u8 element0;
     | 	__u8 element1;
     | 	__u8 element2;
     | 	__u8 element3;
     | } __attribute__((aligned(4)));
     | struct honey_tuple_1 {
     | 	__u32 length;
     | 	struct honey_ipv4 address;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | struct {
     | 	int (*type)[9];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } lru SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u16 *value;
     | 	int (*max_entries)[64u];
     | } small SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u32 (*value)[2];
     | 	int (*max_entries)[64u];
     | } names SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Task *value;
     | 	int (*max_entries)[64u];
     | } tasks SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } most SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Task *value;
     | 	int (*max_entries)[64u];
     | } longest SEC(".maps");
     | struct {
     | 	int (*type)[11];
     | 	struct honey_tuple_1 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | 	int (*map_flags)[1];
     | } nets SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  55 | static inline __attribute__((always_inline)) __u64 honey_read_1(__s64 key_0)
     | {
  55 | 	__u32 key_u32_0 = key_0;
  55 | 	__u64 *found_1 = bpf_map_lookup_elem(&h, &key_u32_0);
  55 | 	__u64 v_2 = 2;
  55 | 	if (found_1) {
  55 | 		__u64 v_4 = *found_1;
  55 | 		v_2 = v_4;
     | 	}
  55 | 	__u64 v_5 = 0;
  55 | 	if (!found_1) {
  55 | 		v_5 = 0;
     | 	} else {
  55 | 		v_5 = v_2;
     | 	}
  55 | 	return v_5;
     | }
  26 | SEC("raw_tracepoint/sched_switch") int counts(void *ctx)
     | {
  26 | 	__u64 stored_u64;
  38 | 	__u32 slot_u32_8 = 4;
  37 | 	__u32 slot_u32_6 = 3;
  34 | 	__u32 slot_u32_4 = 2;
  31 | 	__u32 slot_u32_2 = 1;
  27 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  27 | 	__u64 pid_1 = v_0 >> 32;
  27 | 	__u32 pid_u32_0 = pid_1;
  28 | 	__u64 *found_2 = bpf_map_lookup_elem(&h, &pid_u32_0);
  28 | 	__u64 v_3 = 2;
  28 | 	if (found_2) {
  28 | 		__u64 v_5 = *found_2;
  28 | 		v_3 = v_5;
     | 	}
  28 | 	__u64 v_6 = 0;
  28 | 	if (!found_2) {
  28 | 		v_6 = 0;
     | 	} else {
  28 | 		v_6 = v_3;
     | 	}
  28 | 	__u64 count_7 = v_6 + 1;
  29 | 	stored_u64 = count_7;
  29 | 	bpf_map_update_elem(&h, &pid_u32_0, &stored_u64, 0);
  30 | 	static const char format_9[] = "%llu";
  30 | 	bpf_trace_printk(format_9, sizeof(format_9), count_7);
  31 | 	__u64 *found_10 = bpf_map_lookup_elem(&h, &slot_u32_2);
  31 | 	__u64 v_11 = 2;
  31 | 	if (found_10) {
  31 | 		__u64 v_13 = *found_10;
  31 | 		v_11 = v_13;
     | 	}
  31 | 	__u64 v_14 = 0;
  31 | 	if (!found_10) {
  31 | 		v_14 = 0;
     | 	} else {
  31 | 		v_14 = v_11;
     | 	}
  31 | 	__u64 sum_15 = v_14 + pid_1;
  32 | 	stored_u64 = sum_15;
  32 | 	bpf_map_update_elem(&h, &slot_u32_2, &stored_u64, 0);
  33 | 	static const char format_17[] = "%llu";
  33 | 	bpf_trace_printk(format_17, sizeof(format_17), sum_15);
  34 | 	__u64 *found_18 = bpf_map_lookup_elem(&h, &slot_u32_4);
  34 | 	__u64 v_19 = 2;
  34 | 	if (found_18) {
  34 | 		__u64 v_21 = *found_18;
  34 | 		v_19 = v_21;
     | 	}
  34 | 	__u64 v_22 = 0;
  34 | 	if (!found_18) {
  34 | 		v_22 = 0;
     | 	} else {
  34 | 		v_22 = v_19;
     | 	}
  34 | 	__s64 left_23 = (__s64)v_22 - (__s64)pid_1;
  35 | 	stored_u64 = left_23;
  35 | 	bpf_map_update_elem(&h, &slot_u32_4, &stored_u64, 0);
  36 | 	static const char format_25[] = "%lld";
  36 | 	bpf_trace_printk(format_25, sizeof(format_25), left_23);
  37 | 	__u64 *found_26 = bpf_map_lookup_elem(&h, &slot_u32_6);
  37 | 	__u64 v_27 = 2;
  37 | 	if (found_26) {
  37 | 		__u64 v_29 = *found_26;
  37 | 		v_27 = v_29;
     | 	}
  37 | 	__u64 v_30 = 0;
  37 | 	if (!found_26) {
  37 | 		v_30 = 1;
     | 	} else {
  37 | 		v_30 = v_27;
     | 	}
  37 | 	stored_u64 = v_30 * 2;
  37 | 	bpf_map_update_elem(&h, &slot_u32_6, &stored_u64, 0);
  38 | 	__u64 v_33 = honey_read_1(4);
  38 | 	stored_u64 = v_33 + 1;
  38 | 	__s64 status_35 = bpf_map_update_elem(&h, &slot_u32_8, &stored_u64, 0);
  38 | 	__s64 v_36 = 0;
  38 | 	__s64 v_37 = 0;
  38 | 	if (status_35 < 0) {
  38 | 		v_36 = 3;
  38 | 		v_37 = status_35;
     | 	} else {
  38 | 		v_36 = 1;
     | 	}
  38 | 	return 0;
     | }
  42 | SEC("raw_tracepoint/sched_wakeup") int others(void *ctx)
     | {
  42 | 	__u64 stored_u64;
  42 | 	__u16 stored_u16;
  47 | 	__u32 slot_u32_6 = 1;
  44 | 	__u64 slot_u64_1 = 1;
  43 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  43 | 	__u64 pid_1 = v_0 >> 32;
  43 | 	__u32 pid_u32_0 = pid_1;
  44 | 	__u64 *found_2 = bpf_map_lookup_elem(&lru, &pid_u32_0);
  44 | 	__s64 status_3 = 0;
  44 | 	__u64 *there_4 = found_2;
  44 | 	if (!found_2) {
  44 | 		__s64 status_6 = bpf_map_update_elem(&lru, &pid_u32_0, &slot_u64_1, 1);
  44 | 		status_3 = status_6;
  44 | 		if (status_6 == (-17)) {
  44 | 			__u64 *found_8 = bpf_map_lookup_elem(&lru, &pid_u32_0);
  44 | 			there_4 = found_8;
  44 | 			status_3 = (-2);
     | 		}
     | 	}
  44 | 	if (there_4) {
  44 | 		__u64 v_9 = *there_4;
  44 | 		stored_u64 = v_9 + 1;
  44 | 		__s64 status_11 = bpf_map_update_elem(&lru, &pid_u32_0, &stored_u64, 0);
  44 | 		status_3 = status_11;
     | 	}
  45 | 	__u16 *found_12 = bpf_map_lookup_elem(&small, &pid_u32_0);
  45 | 	__s64 status_13 = 0;
  45 | 	__u16 *there_14 = found_12;
  45 | 	if (!found_12) {
  45 | 		stored_u16 = 1;
  45 | 		__s64 status_16 = bpf_map_update_elem(&small, &pid_u32_0, &stored_u16, 1);
  45 | 		status_13 = status_16;
  45 | 		if (status_16 == (-17)) {
  45 | 			__u16 *found_18 = bpf_map_lookup_elem(&small, &pid_u32_0);
  45 | 			there_14 = found_18;
  45 | 			status_13 = (-2);
     | 		}
     | 	}
  45 | 	if (there_14) {
  45 | 		__s64 v_19 = *there_14;
  45 | 		stored_u16 = v_19 + 1;
  45 | 		__s64 status_21 = bpf_map_update_elem(&small, &pid_u32_0, &stored_u16, 0);
  45 | 		status_13 = status_21;
     | 	}
  46 | 	struct honey_ipv4 v_22 __attribute__((aligned(8))) = {};
  46 | 	v_22.element0 = 10;
  46 | 	v_22.element1 = 0;
  46 | 	v_22.element2 = 0;
  46 | 	v_22.element3 = 1;
  46 | 	struct honey_tuple_1 v_23 __attribute__((aligned(8))) = {};
  46 | 	__builtin_memcpy(&v_23.address, &v_22, 4);
  46 | 	v_23.length = 32;
  46 | 	__u64 *found_24 = bpf_map_lookup_elem(&nets, &v_23);
  46 | 	__s64 status_25 = 0;
  46 | 	__u64 *there_26 = found_24;
  46 | 	if (!found_24) {
  46 | 		__s64 status_28 = bpf_map_update_elem(&nets, &v_23, &slot_u64_1, 1);
  46 | 		status_25 = status_28;
  46 | 		if (status_28 == (-17)) {
  46 | 			__u64 *found_30 = bpf_map_lookup_elem(&nets, &v_23);
  46 | 			there_26 = found_30;
  46 | 			status_25 = (-2);
     | 		}
     | 	}
  46 | 	if (there_26) {
  46 | 		__u64 v_31 = *there_26;
  46 | 		stored_u64 = v_31 + 1;
  46 | 		__s64 status_33 = bpf_map_update_elem(&nets, &v_23, &stored_u64, 0);
  46 | 		status_25 = status_33;
     | 	}
  47 | 	__u64 v_34 = bpf_ktime_get_ns();
  47 | 	__u64 *found_35 = bpf_map_lookup_elem(&most, &slot_u32_6);
  47 | 	__s64 status_36 = 0;
  47 | 	__u64 *there_37 = found_35;
  47 | 	if (there_37) {
  47 | 		__u64 v_38 = *there_37;
  47 | 		__u64 v_40 = 0;
  47 | 		if (v_38 < v_34) {
  47 | 			v_40 = v_34;
     | 		} else {
  47 | 			v_40 = v_38;
     | 		}
  47 | 		if (v_40 != v_38) {
  47 | 			*there_37 = v_40;
     | 		}
  47 | 		status_36 = 0;
     | 	}
  48 | 	struct honey_Task v_44 __attribute__((aligned(8))) = {};
  48 | 	void *found_45 = bpf_map_lookup_elem(&tasks, &pid_u32_0);
  48 | 	struct honey_Task v_46 __attribute__((aligned(8))) = {};
  48 | 	if (found_45)
  48 | 		__builtin_memcpy(&v_46, __builtin_assume_aligned(found_45, 8), 16);
  48 | 	struct honey_Task task_48 __attribute__((aligned(8))) = {};
  48 | 	if (!found_45) {
  48 | 		__builtin_memcpy(&task_48, &v_44, 16);
     | 	} else {
  48 | 		__builtin_memcpy(&task_48, &v_46, 16);
     | 	}
  49 | 	__u64 calls_50 = task_48.calls;
  49 | 	struct honey_Task v_52 __attribute__((aligned(8)));
  49 | 	__builtin_memcpy(&v_52, &task_48, 16);
  49 | 	v_52.calls = (calls_50 + 1);
  49 | 	bpf_map_update_elem(&tasks, &pid_u32_0, &v_52, 0);
  50 | 	void *found_54 = bpf_map_lookup_elem(&longest, &slot_u32_6);
  50 | 	__s64 status_55 = 0;
  50 | 	void *there_56 = found_54;
  50 | 	if (!found_54) {
  50 | 		struct honey_Task v_58 __attribute__((aligned(8))) = {};
  50 | 		__s64 status_59 = bpf_map_update_elem(&longest, &slot_u32_6, &v_58, 1);
  50 | 		status_55 = status_59;
  50 | 		if (status_59 == (-17)) {
  50 | 			void *found_61 = bpf_map_lookup_elem(&longest, &slot_u32_6);
  50 | 			there_56 = found_61;
  50 | 			status_55 = (-2);
     | 		}
     | 	}
  50 | 	if (there_56) {
  50 | 		struct honey_Task v_62 __attribute__((aligned(8))) = {};
  50 | 		if (there_56)
  50 | 			__builtin_memcpy(&v_62, __builtin_assume_aligned(there_56, 8), 16);
  50 | 		__s64 longest_63 = v_62.longest;
  50 | 		__s64 v_64 = (__s64)pid_1;
  50 | 		__s64 v_66 = 0;
  50 | 		if (v_64 <= longest_63) {
  50 | 			v_66 = longest_63;
     | 		} else {
  50 | 			v_66 = (__s64)pid_1;
     | 		}
  50 | 		((struct honey_Task *)there_56)->longest = v_66;
  50 | 		status_55 = 0;
     | 	}
  52 | 	void *found_70 = bpf_map_lookup_elem(&names, &slot_u32_6);
  52 | 	struct { __u32 items[2]; } v_71 __attribute__((aligned(8))) = {};
  52 | 	if (found_70)
  52 | 		__builtin_memcpy(&v_71, __builtin_assume_aligned(found_70, 8), 8);
  52 | 	__s64 v_73 = 0;
  52 | 	__s64 v_74 = 0;
  52 | 	__s64 v_75 = 0;
  52 | 	__s64 a_78 = v_71.items[0];
  52 | 	__s64 b_79 = v_71.items[1];
  52 | 	if (!(!found_70)) {
  52 | 		struct { __u32 items[2]; } v_80 __attribute__((aligned(8))) = {};
  52 | 		v_80.items[0] = b_79;
  52 | 		v_80.items[1] = a_78;
  52 | 		__s64 status_81 = bpf_map_update_elem(&names, &slot_u32_6, &v_80, 0);
  52 | 		__s64 v_82 = 0;
  52 | 		__s64 v_83 = 0;
  52 | 		if (status_81 < 0) {
  52 | 			v_82 = 3;
  52 | 			v_83 = status_81;
     | 		} else {
  52 | 			v_82 = 1;
     | 		}
  52 | 		v_73 = 3;
  52 | 		v_74 = v_82;
  52 | 		v_75 = v_83;
     | 	} else {
  52 | 		v_73 = 2;
  52 | 		v_74 = 1;
     | 	}
  52 | 	return 0;
     | }
  53 | #pragma clang attribute pop

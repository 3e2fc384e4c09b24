     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  18 | 	__u32 slot_u32_7 = 4;
  18 | 	__u32 slot_u32_6 = 5;
  17 | 	__u32 slot_u32_4 = 3;
  14 | 	__u32 slot_u32_2 = 1;
  14 | 	__u32 slot_u32_1 = 2;
  11 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  11 | 	__u64 pid_1 = v_0 >> 32;
  11 | 	__u32 pid_u32_0 = pid_1;
  13 | 	__s64 v_2 = 0;
  13 | 	__u64 value_3 = 0;
  13 | 	__u64 *found_4 = bpf_map_lookup_elem(&h, &pid_u32_0);
  13 | 	__u64 v_5 = 2;
  13 | 	if (found_4) {
  13 | 		__u64 v_7 = *found_4;
  13 | 		v_5 = v_7;
     | 	}
  13 | 	__s64 v_8 = 0;
  13 | 	__u64 v_9 = 0;
  13 | 	if (!found_4) {
  13 | 		v_8 = 1;
     | 	} else {
  13 | 		v_8 = 3;
  13 | 		v_9 = v_5;
     | 	}
  13 | 	asm volatile("" : "+r"(v_8));
  13 | 	v_2 = v_8;
  13 | 	value_3 = v_9;
  13 | 	if (v_2 == 3) {
  14 | 		__u64 v_13 = 0;
  14 | 		__u64 *found_14 = bpf_map_lookup_elem(&h, &slot_u32_1);
  14 | 		__u64 v_15 = 2;
  14 | 		if (found_14) {
  14 | 			__u64 v_17 = *found_14;
  14 | 			v_15 = v_17;
     | 		}
  14 | 		__u64 v_18 = 0;
  14 | 		if (!found_14) {
  14 | 			v_18 = 5;
     | 		} else {
  14 | 			v_18 = v_15;
     | 		}
  14 | 		v_13 = v_18;
  14 | 		stored_u64 = value_3 + v_13;
  14 | 		bpf_map_update_elem(&h, &slot_u32_2, &stored_u64, 0);
     | 	}
  17 | 	__s64 v_21 = 0;
  17 | 	__u64 *found_22 = bpf_map_lookup_elem(&h, &slot_u32_4);
  17 | 	__u64 v_23 = 2;
  17 | 	__s64 v_24 = !found_22;
  17 | 	asm volatile("" : "+r"(v_24));
  17 | 	if (found_22) {
  17 | 		__u64 v_25 = *found_22;
  17 | 		v_23 = v_25;
     | 	}
  17 | 	v_21 = !v_24;
  17 | 	if (v_21) {
  17 | 		bpf_map_delete_elem(&h, &slot_u32_4);
     | 	} else {
  17 | 		stored_u64 = 1;
  17 | 		bpf_map_update_elem(&h, &slot_u32_4, &stored_u64, 1);
     | 	}
  18 | 	__u64 v_30 = 0;
  18 | 	__u64 *found_31 = bpf_map_lookup_elem(&h, &slot_u32_6);
  18 | 	__u64 v_32 = 2;
  18 | 	if (found_31) {
  18 | 		__u64 v_34 = *found_31;
  18 | 		v_32 = v_34;
     | 	}
  18 | 	__u64 v_35 = 0;
  18 | 	if (!found_31) {
  18 | 		honey_raise(0);
  18 | 		return 0;
     | 	} else {
  18 | 		v_35 = v_32;
     | 	}
  18 | 	v_30 = v_35;
  18 | 	__s64 v_36 = 0;
  18 | 	__s64 v_37 = 0;
  18 | 	stored_u64 = v_30;
  18 | 	__s64 status_38 = bpf_map_update_elem(&h, &slot_u32_7, &stored_u64, 2);
  18 | 	__s64 v_39 = 0;
  18 | 	__s64 v_40 = 0;
  18 | 	if (status_38 < 0) {
  18 | 		v_39 = 4;
  18 | 		v_40 = status_38;
     | 	} else {
  18 | 		v_39 = 1;
     | 	}
  18 | 	v_36 = v_39;
  18 | 	v_37 = v_40;
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

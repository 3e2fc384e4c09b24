     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
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
  13 | 	__u64 *found_2 = bpf_map_lookup_elem(&h, &pid_u32_0);
  13 | 	__u64 v_3 = 2;
  13 | 	if (found_2) {
  13 | 		__u64 v_5 = *found_2;
  13 | 		v_3 = v_5;
     | 	}
  13 | 	__s64 v_6 = 0;
  13 | 	__u64 value_7 = 0;
  13 | 	if (!found_2) {
  13 | 		v_6 = 1;
     | 	} else {
  13 | 		v_6 = 3;
  13 | 		value_7 = v_3;
     | 	}
  13 | 	asm volatile("" : : "i"(0));
  13 | 	if (v_6 == 3) {
  14 | 		__u64 *found_11 = bpf_map_lookup_elem(&h, &slot_u32_1);
  14 | 		__u64 v_12 = 2;
  14 | 		if (found_11) {
  14 | 			__u64 v_14 = *found_11;
  14 | 			v_12 = v_14;
     | 		}
  14 | 		__u64 v_15 = 0;
  14 | 		if (!found_11) {
  14 | 			v_15 = 5;
     | 		} else {
  14 | 			v_15 = v_12;
     | 		}
  14 | 		stored_u64 = value_7 + v_15;
  14 | 		bpf_map_update_elem(&h, &slot_u32_2, &stored_u64, 0);
     | 	}
  17 | 	__u64 *found_18 = bpf_map_lookup_elem(&h, &slot_u32_4);
  17 | 	__u64 v_19 = 2;
  17 | 	__s64 v_20 = !found_18;
  17 | 	if (found_18) {
  17 | 		__u64 v_21 = *found_18;
  17 | 		v_19 = v_21;
     | 	}
  17 | 	if (!v_20) {
  17 | 		bpf_map_delete_elem(&h, &slot_u32_4);
     | 	} else {
  17 | 		stored_u64 = 1;
  17 | 		bpf_map_update_elem(&h, &slot_u32_4, &stored_u64, 1);
     | 	}
  18 | 	__u64 *found_26 = bpf_map_lookup_elem(&h, &slot_u32_6);
  18 | 	__u64 v_27 = 2;
  18 | 	if (found_26) {
  18 | 		__u64 v_29 = *found_26;
  18 | 		v_27 = v_29;
     | 	}
  18 | 	__u64 v_30 = 0;
  18 | 	if (!found_26) {
  18 | 		honey_raise(0);
  18 | 		return 0;
     | 	} else {
  18 | 		v_30 = v_27;
     | 	}
  18 | 	stored_u64 = v_30;
  18 | 	__s64 status_31 = bpf_map_update_elem(&h, &slot_u32_7, &stored_u64, 2);
  18 | 	__s64 v_32 = 0;
  18 | 	__s64 v_33 = 0;
  18 | 	if (status_31 < 0) {
  18 | 		v_32 = 4;
  18 | 		v_33 = status_31;
     | 	} else {
  18 | 		v_32 = 1;
     | 	}
  18 | 	return 0;
     | }
  19 | #pragma clang attribute pop

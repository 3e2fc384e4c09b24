     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | static long (*bpf_for_each_map_elem)(void *map, void *callback, void *state, __u64 flags) = (void *)164;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct honey_tuple_0 {
     | 	__u32 element0;
     | 	__u8 honey_gap_0[4];
     | 	__u64 element1;
     | };
     | struct honey_tuple_1 {
     | 	__u64 element0;
     | 	__s16 element1;
     | 	__u8 element2;
     | 	__u8 honey_gap_2[5];
     | };
     | struct {
     | 	int (*type)[1];
     | 	struct honey_tuple_0 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } calls SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_tuple_1 *value;
     | 	int (*max_entries)[64u];
     | } last SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_loop_0 {
     | 	__u64 next_44;
     | 	__u64 pid_1;
     | 	__s64 left;
     | };
  27 | static long honey_turn_0(void *map, const void *honey_key, void *honey_value, struct honey_loop_0 *c)
     | {
  27 | 	__u64 pid_1 = c->pid_1;
  27 | 	struct honey_tuple_0 key_46 __attribute__((aligned(8))) = {};
  27 | 	__builtin_memcpy(&key_46, __builtin_assume_aligned(honey_key, 8), 16);
  27 | 	__u64 value_47 = *(__u64 *)honey_value;
     | 	{
  27 | 		__u64 now_48 = honey_forget(c->next_44);
  27 | 		__s64 element0_49 = key_46.element0;
  27 | 		__u64 v_51 = 0;
  27 | 		if (((__s64)pid_1) == element0_49) {
  27 | 			v_51 = now_48 + value_47;
     | 		} else {
  27 | 			v_51 = now_48;
     | 		}
  27 | 		c->next_44 = v_51;
  27 | 		goto out_1;
     | 	}
     | 	out_1:;
  27 | 	return 0;
     | }
  11 | SEC("raw_tracepoint/sys_enter") int program(void *ctx)
     | {
  11 | 	__u64 stored_u64;
  22 | 	__u32 slot_u32_2 = 0;
  12 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  12 | 	__u64 pid_1 = v_0 & 4294967295ll;
  12 | 	__u32 pid_u32_1 = pid_1;
  13 | 	struct honey_tuple_0 v_2 __attribute__((aligned(8))) = {};
  13 | 	v_2.element0 = pid_1;
  13 | 	v_2.element1 = 7;
  13 | 	__u64 *found_3 = bpf_map_lookup_elem(&calls, &v_2);
  13 | 	__u64 count_4 = 2;
  13 | 	__s64 count_part_5 = !found_3;
  13 | 	if (found_3) {
  13 | 		__u64 v_6 = *found_3;
  13 | 		count_4 = v_6;
     | 	}
  15 | 	if (!count_part_5) {
  16 | 		if (found_3) {
  16 | 			__sync_fetch_and_add(found_3, 1);
     | 		}
     | 	} else {
  18 | 		struct honey_tuple_0 v_9 __attribute__((aligned(8))) = {};
  18 | 		v_9.element0 = pid_1;
  18 | 		v_9.element1 = 7;
  18 | 		stored_u64 = 1;
  18 | 		__s64 status_10 = bpf_map_update_elem(&calls, &v_9, &stored_u64, 1);
  18 | 		__s64 status_11 = 0;
  18 | 		if (status_10 == (-17)) {
  18 | 			__u64 *found_13 = bpf_map_lookup_elem(&calls, &v_9);
  18 | 			if (found_13) {
  18 | 				__sync_fetch_and_add(found_13, 1);
     | 			}
     | 		} else {
  18 | 			status_11 = status_10;
     | 		}
     | 	}
  21 | 	void *found_14 = bpf_map_lookup_elem(&last, &pid_u32_1);
  21 | 	__s64 last_part_15 = 0;
  21 | 	__u64 at__16 = 0;
  21 | 	__s64 v_17 = 0;
  21 | 	__s64 v_18 = 0;
  21 | 	last_part_15 = 1;
  21 | 	if (found_14) {
  21 | 		struct honey_tuple_1 v_19 __attribute__((aligned(8))) = {};
  21 | 		if (found_14)
  21 | 			__builtin_memcpy(&v_19, __builtin_assume_aligned(found_14, 8), 16);
  21 | 		__u64 element0_20 = v_19.element0;
  21 | 		__s64 element1_21 = v_19.element1;
  21 | 		__s64 element2_22 = v_19.element2;
  21 | 		last_part_15 = 5;
  21 | 		at__16 = element0_20;
  21 | 		v_17 = element1_21;
  21 | 		v_18 = element2_22 != 0;
     | 	}
  21 | 	if ((last_part_15 == 5) && (v_17 == (-1))) {
  22 | 		struct honey_tuple_1 v_31 __attribute__((aligned(8))) = {};
  22 | 		v_31.element0 = (at__16 + 1);
  22 | 		v_31.element1 = v_17;
  22 | 		v_31.element2 = v_18;
  22 | 		bpf_map_update_elem(&last, &slot_u32_2, &v_31, 0);
     | 	} else {
  21 | 		if (last_part_15 == 1) {
  23 | 			__u64 v_34 = bpf_ktime_get_ns();
  23 | 			struct honey_tuple_1 v_35 __attribute__((aligned(8))) = {};
  23 | 			v_35.element0 = v_34;
  23 | 			v_35.element1 = 3;
  23 | 			v_35.element2 = 1;
  23 | 			bpf_map_update_elem(&last, &pid_u32_1, &v_35, 0);
     | 		} else {
  24 | 			__s64 v_41 = ((at__16 == 1) && (v_17 == 2)) && (v_18 == 0);
  24 | 			if (!(v_41)) {
  24 | 				bpf_map_delete_elem(&last, &pid_u32_1);
     | 			}
     | 		}
     | 	}
  27 | 	__u64 next_44 = 0;
  27 | 	next_44 = 0;
  27 | 	__u64 v_45 = 0;
     | 	{
  27 | 		struct honey_loop_0 loop_0 = {
  27 | 			.next_44 = next_44,
  27 | 			.pid_1 = pid_1,
  27 | 			.left = 0,
  27 | 		};
  27 | 		bpf_for_each_map_elem(&calls, honey_turn_0, &loop_0, 0);
  27 | 		next_44 = loop_0.next_44;
  27 | 		v_45 = next_44;
     | 	}
  27 | 	return v_45;
     | }
  28 | #pragma clang attribute pop

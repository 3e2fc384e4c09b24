     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | struct honey_Place {
     | 	__u8 cpu;
     | 	__u8 honey_gap_0[3];
     | 	__u32 node;
     | };
     | struct honey_tuple_0 {
     | 	char element0[16];
     | 	__u8 element1;
     | };
     | struct honey_tuple_1 {
     | 	__u32 element0;
     | 	__u16 element1;
     | 	__u8 honey_gap_1[2];
     | };
     | struct honey_tuple_2 {
     | 	struct honey_Place element0;
     | 	__u64 element1;
     | };
     | struct honey_Task {
     | 	struct honey_tuple_0 name;
     | 	__u8 honey_gap_0[3];
     | 	struct honey_tuple_1 state;
     | 	__u8 honey_gap_1[4];
     | 	struct honey_tuple_2 places[2];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Task *value;
     | 	int (*max_entries)[64u];
     | } tasks SEC(".maps");
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("raw_tracepoint/sys_enter") int program(void *ctx)
     | {
  17 | 	__u32 slot_u32_1 = 2;
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	void *found_0 = bpf_map_lookup_elem(&tasks, &slot_u32_0);
  12 | 	struct honey_Task task_1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&task_1, __builtin_assume_aligned(found_0, 8), 64);
  12 | 	__s64 v_3 = !found_0;
  12 | 	asm volatile("" : "+r"(v_3));
  12 | 	__s64 element0_6 = task_1.state.element0;
  12 | 	__s64 v_7 = (-2147483648);
  12 | 	if (element0_6 == 0) {
  12 | 		v_7 = 6;
     | 	}
  12 | 	if (element0_6 == 1) {
  12 | 		v_7 = 7;
     | 	}
  12 | 	if (v_7 == (-2147483648)) {
  12 | 		honey_raise(0);
  12 | 		return 0;
     | 	}
  12 | 	__s64 element1_11 = task_1.state.element1;
  12 | 	char element0_15[24] __attribute__((aligned(8))) = "";
  12 | 	__builtin_memcpy(&element0_15, &task_1.name.element0, 16);
  12 | 	__s64 matches_29 = 0;
     | 	{
  12 | 		__u64 v_17 = *(const __u8 *)(element0_15 + 3);
  12 | 		if (v_17 == 0) {
  12 | 			goto out_0;
     | 		}
  12 | 		__u64 v_19 = *(const __u8 *)(element0_15 + 4);
  12 | 		if (v_19 != 0) {
  12 | 			goto out_0;
     | 		}
  12 | 		__u64 v_21 = *(const __u8 *)(element0_15 + 0);
  12 | 		if (v_21 != 105) {
  12 | 			goto out_0;
     | 		}
  12 | 		__u64 v_23 = *(const __u8 *)(element0_15 + 1);
  12 | 		if (v_23 != 110) {
  12 | 			goto out_0;
     | 		}
  12 | 		__u64 v_25 = *(const __u8 *)(element0_15 + 2);
  12 | 		if (v_25 != 105) {
  12 | 			goto out_0;
     | 		}
  12 | 		__u64 v_27 = *(const __u8 *)(element0_15 + 3);
  12 | 		if (v_27 != 116) {
  12 | 			goto out_0;
     | 		}
  12 | 		matches_29 = 1;
     | 	}
     | 	out_0:;
  12 | 	if (((!v_3) && (v_7 == 7)) && matches_29) {
  14 | 		struct honey_tuple_1 v_32 __attribute__((aligned(8))) = {};
  14 | 		v_32.element0 = 0;
  14 | 		v_32.element1 = (element1_11 + 1);
  14 | 		struct honey_Task v_33 __attribute__((aligned(8)));
  14 | 		__builtin_memcpy(&v_33, &task_1, 64);
  14 | 		__builtin_memcpy(&v_33.state, &v_32, 8);
  14 | 		bpf_map_update_elem(&tasks, &slot_u32_0, &v_33, 0);
     | 	} else {
  12 | 		__u64 element1_40 = task_1.places[0].element1;
  12 | 		if (!(!found_0)) {
  17 | 			static const char text_41[8] __attribute__((aligned(8))) = "";
  17 | 			char text_42[24] __attribute__((aligned(8))) = "";
  17 | 			*(__u64 *)(text_42 + 0) = *(const __u64 *)(text_41 + 0);
  17 | 			*(__u64 *)(text_42 + 8) = 0;
  17 | 			*(__u64 *)(text_42 + 16) = 0;
  17 | 			struct honey_tuple_0 v_43 __attribute__((aligned(8))) = {};
  17 | 			__builtin_memcpy(&v_43.element0, &*text_42, 16);
  17 | 			v_43.element1 = 0;
  17 | 			struct honey_tuple_1 v_44 __attribute__((aligned(8))) = {};
  17 | 			v_44.element0 = 0;
  17 | 			v_44.element1 = 0;
  17 | 			struct honey_Place v_45 __attribute__((aligned(8)));
  17 | 			__builtin_memcpy(&v_45, &task_1.places[0].element0, 8);
  17 | 			v_45.cpu = 1;
  17 | 			struct honey_tuple_2 v_46 __attribute__((aligned(8))) = {};
  17 | 			__builtin_memcpy(&v_46.element0, &v_45, 8);
  17 | 			v_46.element1 = element1_40;
  17 | 			struct honey_Place v_47 __attribute__((aligned(8))) = {};
  17 | 			struct honey_tuple_2 v_48 __attribute__((aligned(8))) = {};
  17 | 			__builtin_memcpy(&v_48.element0, &v_47, 8);
  17 | 			v_48.element1 = 0;
  17 | 			struct { struct honey_tuple_2 items[2]; } v_49 __attribute__((aligned(8))) = {};
  17 | 			__builtin_memcpy(&v_49.items[0], &v_46, 16);
  17 | 			__builtin_memcpy(&v_49.items[1], &v_48, 16);
  17 | 			struct honey_Task v_50 __attribute__((aligned(8))) = {};
  17 | 			__builtin_memcpy(&v_50.name, &v_43, 17);
  17 | 			__builtin_memcpy(&v_50.state, &v_44, 8);
  17 | 			__builtin_memcpy(&v_50.places, &v_49, 32);
  17 | 			bpf_map_update_elem(&tasks, &slot_u32_1, &v_50, 0);
     | 		} else {
  21 | 			struct honey_Place v_53 __attribute__((aligned(8))) = {};
  21 | 			struct honey_tuple_2 v_54 __attribute__((aligned(8))) = {};
  21 | 			__builtin_memcpy(&v_54.element0, &v_53, 8);
  21 | 			v_54.element1 = 0;
  21 | 			struct honey_Place v_55 __attribute__((aligned(8))) = {};
  21 | 			struct honey_tuple_2 v_56 __attribute__((aligned(8))) = {};
  21 | 			__builtin_memcpy(&v_56.element0, &v_55, 8);
  21 | 			v_56.element1 = 0;
  21 | 			struct { struct honey_tuple_2 items[2]; } v_57 __attribute__((aligned(8))) = {};
  21 | 			__builtin_memcpy(&v_57.items[0], &v_54, 16);
  21 | 			__builtin_memcpy(&v_57.items[1], &v_56, 16);
  21 | 			struct honey_tuple_1 v_58 __attribute__((aligned(8))) = {};
  21 | 			v_58.element0 = 0;
  21 | 			v_58.element1 = 0;
  21 | 			struct honey_tuple_0 v_59 __attribute__((aligned(8))) = {};
  21 | 			bpf_get_current_comm(v_59.element0, 16);
  21 | 			v_59.element1 = 1;
  21 | 			struct honey_Task v_60 __attribute__((aligned(8))) = {};
  21 | 			__builtin_memcpy(&v_60.places, &v_57, 32);
  21 | 			__builtin_memcpy(&v_60.state, &v_58, 8);
  21 | 			__builtin_memcpy(&v_60.name, &v_59, 17);
  21 | 			bpf_map_update_elem(&tasks, &slot_u32_0, &v_60, 0);
     | 		}
     | 	}
  21 | 	return 0;
     | }
  22 | #pragma clang attribute pop

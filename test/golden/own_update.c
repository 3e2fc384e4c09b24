     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | static void (*bpf_spin_lock)(void *lock) = (void *)93;
     | static void (*bpf_spin_unlock)(void *lock) = (void *)94;
     | struct honey_Task {
     | 	__u64 calls;
     | 	__u8 honey_gap_0[8];
     | };
     | struct honey_tuple_0 {
     | 	__u32 element0;
     | 	__u32 element1;
     | };
     | struct bpf_spin_lock { __u32 val; };
     | struct honey_Task_shared {
     | 	__u64 calls;
     | 	struct bpf_spin_lock honey_hidden_0;
     | 	__u8 honey_end[4];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } h SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	struct honey_tuple_0 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } pairs SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } cpus SEC(".maps");
     | struct {
     | 	int (*type)[5];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } each SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Task_shared *value;
     | 	int (*max_entries)[64u];
     | } tasks SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  28 | static inline __attribute__((always_inline)) __u64 honey_tid_1(void)
     | {
  28 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  28 | 	return v_0 & 4294967295ll;
     | }
  16 | SEC("syscall") int program(void *ctx)
     | {
  16 | 	__u64 stored_u64;
  23 | 	__u32 slot_u32_8 = 1;
  17 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  17 | 	__u64 thread_1 = v_0 & 4294967295ll;
  17 | 	__u32 thread_u32_0 = thread_1;
  18 | 	__u64 *found_2 = bpf_map_lookup_elem(&h, &thread_u32_0);
  18 | 	__u64 v_3 = 2;
  18 | 	if (found_2) {
  18 | 		__u64 v_5 = *found_2;
  18 | 		v_3 = v_5;
     | 	}
  18 | 	__u64 v_6 = 0;
  18 | 	if (!found_2) {
  18 | 		v_6 = 1;
     | 	} else {
  18 | 		v_6 = v_3;
     | 	}
  18 | 	stored_u64 = v_6 * 2;
  18 | 	bpf_map_update_elem(&h, &thread_u32_0, &stored_u64, 0);
  19 | 	__u64 v_9 = honey_tid_1();
  19 | 	__u32 slot_u32_3 = v_9;
  19 | 	__u64 v_10 = honey_tid_1();
  19 | 	__u32 slot_u32_2 = v_10;
  19 | 	__u64 *found_11 = bpf_map_lookup_elem(&h, &slot_u32_2);
  19 | 	__u64 v_12 = 2;
  19 | 	if (found_11) {
  19 | 		__u64 v_14 = *found_11;
  19 | 		v_12 = v_14;
     | 	}
  19 | 	__u64 v_15 = 0;
  19 | 	if (!found_11) {
  19 | 		v_15 = 1;
     | 	} else {
  19 | 		v_15 = v_12;
     | 	}
  19 | 	stored_u64 = v_15 * 3;
  19 | 	bpf_map_update_elem(&h, &slot_u32_3, &stored_u64, 0);
  20 | 	struct honey_tuple_0 v_18 __attribute__((aligned(8))) = {};
  20 | 	v_18.element0 = thread_1;
  20 | 	v_18.element1 = 1;
  20 | 	__u64 *found_19 = bpf_map_lookup_elem(&pairs, &v_18);
  20 | 	__u64 v_20 = 2;
  20 | 	if (found_19) {
  20 | 		__u64 v_22 = *found_19;
  20 | 		v_20 = v_22;
     | 	}
  20 | 	__u64 v_23 = 0;
  20 | 	if (!found_19) {
  20 | 		v_23 = 1;
     | 	} else {
  20 | 		v_23 = v_20;
     | 	}
  20 | 	struct honey_tuple_0 v_25 __attribute__((aligned(8))) = {};
  20 | 	v_25.element0 = thread_1;
  20 | 	v_25.element1 = 1;
  20 | 	stored_u64 = v_23 * 2;
  20 | 	bpf_map_update_elem(&pairs, &v_25, &stored_u64, 0);
  21 | 	__s64 cpu_27 = bpf_get_smp_processor_id();
  21 | 	__u32 cpu_u32_6 = cpu_27;
  22 | 	__u64 *found_28 = bpf_map_lookup_elem(&cpus, &cpu_u32_6);
  22 | 	__u64 v_29 = 2;
  22 | 	if (found_28) {
  22 | 		__u64 v_31 = *found_28;
  22 | 		v_29 = v_31;
     | 	}
  22 | 	__u64 v_32 = 0;
  22 | 	if (!found_28) {
  22 | 		v_32 = 1;
     | 	} else {
  22 | 		v_32 = v_29;
     | 	}
  22 | 	stored_u64 = v_32 * 2;
  22 | 	bpf_map_update_elem(&cpus, &cpu_u32_6, &stored_u64, 0);
  23 | 	__u64 *found_35 = bpf_map_lookup_elem(&each, &slot_u32_8);
  23 | 	__u64 v_36 = 2;
  23 | 	if (found_35) {
  23 | 		__u64 v_38 = *found_35;
  23 | 		v_36 = v_38;
     | 	}
  23 | 	__u64 v_39 = 0;
  23 | 	if (!found_35) {
  23 | 		v_39 = 1;
     | 	} else {
  23 | 		v_39 = v_36;
     | 	}
  23 | 	stored_u64 = v_39 * 2;
  23 | 	bpf_map_update_elem(&each, &slot_u32_8, &stored_u64, 0);
  24 | 	void *found_42 = bpf_map_lookup_elem(&tasks, &slot_u32_8);
  24 | 	__s64 v_43 = 0;
  24 | 	struct honey_Task v_44 __attribute__((aligned(8))) = {};
  24 | 	if (found_42) {
     | 		{
  24 | 			bpf_spin_lock((void *)found_42 + 8);
  24 | 			struct honey_Task task_45 __attribute__((aligned(8))) = {};
  24 | 			if (found_42)
  24 | 				__builtin_memcpy(&task_45, __builtin_assume_aligned(found_42, 8), 8);
  24 | 			__u64 calls_46 = task_45.calls;
  24 | 			struct honey_Task v_48 __attribute__((aligned(8)));
  24 | 			__builtin_memcpy(&v_48, &task_45, 16);
  24 | 			v_48.calls = (calls_46 * 2);
  24 | 			__builtin_memcpy(__builtin_assume_aligned(found_42, 8), &v_48, 8);
     | 		}
  24 | 		bpf_spin_unlock((void *)found_42 + 8);
     | 	}
  24 | 	return 0;
     | }
  25 | #pragma clang attribute pop

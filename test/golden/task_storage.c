     | char _license[] SEC("license") = "GPL";
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static void *(*bpf_task_storage_get)(void *map, void *task, void *value, __u64 flags) = (void *)156;
     | static long (*bpf_task_storage_delete)(void *map, void *task) = (void *)157;
     | static void *(*bpf_get_current_task_btf)(void) = (void *)158;
     | struct honey_Call {
     | 	__u32 number;
     | 	__u8 honey_gap_0[4];
     | 	__u64 at;
     | };
     | struct {
     | 	int (*type)[29];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[0u];
     | 	int (*map_flags)[1];
     | } starts SEC(".maps");
     | struct {
     | 	int (*type)[29];
     | 	__u32 *key;
     | 	struct honey_Call *value;
     | 	int (*max_entries)[0u];
     | 	int (*map_flags)[1];
     | } calls SEC(".maps");
     | struct trace_event_raw_sys_enter {
     | 	__s64 id;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | SEC("tracepoint/raw_syscalls/sys_enter") int on_enter(void *ctx)
     | {
  13 | 	__u64 stored_u64;
  15 | 	__u64 v_0 = bpf_ktime_get_ns();
  15 | 	stored_u64 = v_0;
  15 | 	void *kept_1 = bpf_task_storage_get(&starts, bpf_get_current_task_btf(), &stored_u64, 1);
  15 | 	if (kept_1) {
  15 | 		__builtin_memcpy(__builtin_assume_aligned(kept_1, 8), &stored_u64, 8);
     | 	}
  16 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  16 | 	__s64 id_2 = ((struct trace_event_raw_sys_enter *)ctx)->id;
  16 | 	asm volatile("" : : "i"(1));
  16 | 	struct honey_Call v_3 __attribute__((aligned(8))) = {};
  16 | 	v_3.number = id_2;
  16 | 	v_3.at = 1;
  16 | 	if (!bpf_task_storage_get(&calls, bpf_get_current_task_btf(), 0, 0)) {
  16 | 		bpf_task_storage_get(&calls, bpf_get_current_task_btf(), &v_3, 1);
     | 	}
  18 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  18 | 	__s64 id_5 = ((struct trace_event_raw_sys_enter *)ctx)->id;
  18 | 	asm volatile("" : : "i"(3));
  18 | 	struct honey_Call v_6 __attribute__((aligned(8))) = {};
  18 | 	v_6.number = id_5;
  18 | 	__s64 status_7 = -2;
  18 | 	void *kept_7 = bpf_task_storage_get(&calls, bpf_get_current_task_btf(), 0, 0);
  18 | 	if (kept_7) {
  18 | 		__builtin_memcpy(__builtin_assume_aligned(kept_7, 8), &v_6, 16);
  18 | 		status_7 = 0;
     | 	}
  18 | 	__s64 v_8 = 0;
  18 | 	__s64 v_9 = 0;
  18 | 	if (status_7 < 0) {
  18 | 		v_8 = 4;
  18 | 		v_9 = status_7;
     | 	} else {
  18 | 		v_8 = 1;
     | 	}
  18 | 	__s64 v_11 = 0;
  18 | 	if (v_8 == 1) {
  18 | 		v_11 = 0;
     | 	} else {
  18 | 		if (v_9 == (-2)) {
  18 | 			v_11 = 1;
     | 		} else {
  18 | 			v_11 = 2;
     | 		}
     | 	}
  21 | 	return v_11;
     | }
  33 | static inline __attribute__((always_inline)) int honey_took_2(__u64 start_0, __s64 *result_0, __s64 *result_1)
     | {
  33 | 	__u64 stored_u64;
  34 | 	void *found_1 = bpf_task_storage_get(&calls, bpf_get_current_task_btf(), 0, 0);
  34 | 	__s64 status_2 = 0;
  34 | 	void *there_3 = found_1;
  34 | 	if (!found_1) {
  34 | 		struct honey_Call v_5 __attribute__((aligned(8))) = {};
  34 | 		__s64 status_6 = -17;
  34 | 		if (!bpf_task_storage_get(&calls, bpf_get_current_task_btf(), 0, 0)) {
  34 | 			status_6 = bpf_task_storage_get(&calls, bpf_get_current_task_btf(), &v_5, 1) ? 0 : -12;
     | 		}
  34 | 		status_2 = status_6;
  34 | 		if (status_6 == (-17)) {
  34 | 			void *found_8 = bpf_task_storage_get(&calls, bpf_get_current_task_btf(), 0, 0);
  34 | 			there_3 = found_8;
  34 | 			status_2 = (-2);
     | 		}
     | 	}
  34 | 	if (there_3) {
  34 | 		__sync_fetch_and_add(&((struct honey_Call *)there_3)->at, start_0);
  34 | 		status_2 = 0;
     | 	}
  35 | 	__u64 *found_10 = bpf_task_storage_get(&starts, bpf_get_current_task_btf(), 0, 0);
  35 | 	__s64 status_11 = 0;
  35 | 	__u64 *there_12 = found_10;
  35 | 	if (!found_10) {
  35 | 		stored_u64 = start_0;
  35 | 		__s64 status_14 = -17;
  35 | 		if (!bpf_task_storage_get(&starts, bpf_get_current_task_btf(), 0, 0)) {
  35 | 			status_14 = bpf_task_storage_get(&starts, bpf_get_current_task_btf(), &stored_u64, 1) ? 0 : -12;
     | 		}
  35 | 		status_11 = status_14;
  35 | 		if (status_14 == (-17)) {
  35 | 			__u64 *found_16 = bpf_task_storage_get(&starts, bpf_get_current_task_btf(), 0, 0);
  35 | 			there_12 = found_16;
  35 | 			status_11 = (-2);
     | 		}
     | 	}
  35 | 	if (there_12) {
  35 | 		*there_12;
  35 | 		__sync_fetch_and_add(there_12, start_0);
  35 | 		status_11 = 0;
     | 	}
  35 | 	__s64 v_18 = 0;
  35 | 	__s64 v_19 = 0;
  35 | 	if (status_11 < 0) {
  35 | 		v_18 = 4;
  35 | 		v_19 = status_11;
     | 	} else {
  35 | 		v_18 = 1;
     | 	}
  35 | 	*result_0 = v_18;
  35 | 	*result_1 = v_19;
  35 | 	return 0;
     | }
  26 | SEC("tracepoint/raw_syscalls/sys_exit") int on_exit(void *ctx)
     | {
  27 | 	__u64 *found_0 = bpf_task_storage_get(&starts, bpf_get_current_task_btf(), 0, 0);
  27 | 	__u64 v_1 = 2;
  27 | 	if (found_0) {
  27 | 		__u64 v_3 = *found_0;
  27 | 		v_1 = v_3;
     | 	}
  27 | 	__s64 v_4 = 0;
  27 | 	__u64 start_5 = 0;
  27 | 	if (!found_0) {
  27 | 		v_4 = 1;
     | 	} else {
  27 | 		v_4 = 5;
  27 | 		start_5 = v_1;
     | 	}
  27 | 	__s64 v_6 = 0;
  27 | 	__s64 v_7 = 0;
  27 | 	__s64 v_8 = 0;
  27 | 	asm volatile("" : : "i"(4));
  27 | 	if (v_4 == 5) {
  28 | 		bpf_task_storage_delete(&starts, bpf_get_current_task_btf());
  29 | 		__s64 v_13;
  29 | 		__s64 v_14;
  29 | 		honey_took_2(start_5, &v_13, &v_14);
  27 | 		v_6 = 3;
  27 | 		v_7 = v_13;
  27 | 		v_8 = v_14;
     | 	} else {
  27 | 		v_6 = 4;
  27 | 		v_7 = 1;
     | 	}
  27 | 	return 0;
     | }
  28 | #pragma clang attribute pop

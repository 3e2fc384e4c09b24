     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct honey_Usage {
     | 	__u64 reads;
     | 	__u64 writes;
     | 	__u64 bytes;
     | 	__u64 longest;
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Usage *value;
     | 	int (*max_entries)[64u];
     | } usage SEC(".maps");
     | struct syscall_trace_exit {
     | 	__s64 ret;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  16 | static inline __attribute__((always_inline)) __s64 honey_leave_1(__s64 result__0)
     | {
  17 | 	__s64 bytes_2 = 0;
  17 | 	if (0 <= result__0) {
  17 | 		bytes_2 = result__0;
     | 	} else {
  17 | 		bytes_2 = 0;
     | 	}
  21 | 	__u64 v_5 = bpf_get_current_pid_tgid();
  21 | 	__u32 slot_u32_0 = (v_5 >> 32);
  19 | 	void *found_7 = bpf_map_lookup_elem(&usage, &slot_u32_0);
  19 | 	__s64 status_8 = 0;
  19 | 	void *there_9 = found_7;
  19 | 	if (!found_7) {
  22 | 		struct honey_Usage v_11 __attribute__((aligned(8))) = {};
  22 | 		v_11.reads = 1;
  22 | 		v_11.bytes = bytes_2;
  22 | 		v_11.longest = bytes_2;
  19 | 		__s64 status_12 = bpf_map_update_elem(&usage, &slot_u32_0, &v_11, 1);
  19 | 		status_8 = status_12;
  19 | 		if (status_12 == (-17)) {
  19 | 			void *found_14 = bpf_map_lookup_elem(&usage, &slot_u32_0);
  19 | 			there_9 = found_14;
  19 | 			status_8 = (-2);
     | 		}
     | 	}
  19 | 	if (there_9) {
  19 | 		struct honey_Usage usage_15 __attribute__((aligned(8))) = {};
  19 | 		if (there_9)
  19 | 			__builtin_memcpy(&usage_15, __builtin_assume_aligned(there_9, 8), 32);
  26 | 		__u64 reads_16 = usage_15.reads;
  27 | 		__u64 writes_18 = usage_15.writes;
  27 | 		__s64 v_20 = 0;
  27 | 		if (result__0 <= 0) {
  27 | 			v_20 = result__0;
     | 		} else {
  27 | 			v_20 = 0;
     | 		}
  28 | 		__u64 bytes_24 = usage_15.bytes;
  29 | 		__u64 longest_26 = usage_15.longest;
  29 | 		__u64 v_27 = (__u64)bytes_2;
  29 | 		__s64 v_29 = 0;
  29 | 		if (v_27 <= longest_26) {
  29 | 			v_29 = (__s64)longest_26;
     | 		} else {
  29 | 			v_29 = bytes_2;
     | 		}
  25 | 		struct honey_Usage v_33 __attribute__((aligned(8)));
  25 | 		__builtin_memcpy(&v_33, &usage_15, 32);
  25 | 		v_33.reads = (reads_16 + 1);
  25 | 		v_33.writes = ((__s64)writes_18 - v_20);
  25 | 		v_33.bytes = (bytes_24 + (__u64)bytes_2);
  25 | 		v_33.longest = v_29;
  19 | 		__s64 status_34 = bpf_map_update_elem(&usage, &slot_u32_0, &v_33, 0);
  19 | 		status_8 = status_34;
     | 	}
  34 | 	if (4096 < bytes_2) {
  34 | 		__u32 slot_u32_1 = (bytes_2 & 7);
  34 | 		bpf_map_delete_elem(&usage, &slot_u32_1);
     | 	}
  34 | 	return 0;
     | }
  11 | SEC("tracepoint/syscalls/sys_exit_read") int on_read(void *ctx)
     | {
  11 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  11 | 	__s64 ret_0 = ((struct syscall_trace_exit *)ctx)->ret;
  11 | 	asm volatile("" : : "i"(1));
  11 | 	__s64 v_1 = honey_leave_1(ret_0);
  11 | 	return v_1;
     | }
  14 | SEC("tracepoint/syscalls/sys_exit_pread64") int on_pread(void *ctx)
     | {
  14 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  14 | 	__s64 ret_0 = ((struct syscall_trace_exit *)ctx)->ret;
  14 | 	asm volatile("" : : "i"(3));
  14 | 	__s64 v_1 = honey_leave_1(ret_0);
  14 | 	return v_1;
     | }
  15 | #pragma clang attribute pop

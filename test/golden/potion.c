     | char _license[] SEC("license") = "Dual BSD/GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | struct {
     | 	int (*type)[1];
     | 	__u64 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } counts SEC(".maps");
     | struct syscall_trace_enter {
     | 	unsigned long args[6];
     | } __attribute__((preserve_access_index));
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  15 | static inline __attribute__((always_inline)) int honey_halved_1(__u64 n_0, __u64 *result_0)
     | {
  15 | 	__u64 v_1 = 0;
  15 | 	if (n_0 < 2) {
  15 | 		v_1 = n_0;
     | 	} else {
  16 | 		honey_raise(0);
  16 | 		return 1;
     | 	}
  16 | 	*result_0 = v_1;
  16 | 	return 0;
     | }
  15 | static inline __attribute__((always_inline)) int honey_halved_2(__u64 n_0, __u64 *result_0)
     | {
  15 | 	__u64 v_1 = 0;
  15 | 	if (n_0 < 2) {
  15 | 		v_1 = n_0;
     | 	} else {
  16 | 		__u64 v_4;
  16 | 		if (honey_halved_1(honey_opaque(n_0) / (__u64)2, &v_4))
  16 | 			return 1;
  15 | 		v_1 = v_4 + 1;
     | 	}
  16 | 	*result_0 = v_1;
  16 | 	return 0;
     | }
  15 | static inline __attribute__((always_inline)) int honey_halved_3(__u64 n_0, __u64 *result_0)
     | {
  15 | 	__u64 v_1 = 0;
  15 | 	if (n_0 < 2) {
  15 | 		v_1 = n_0;
     | 	} else {
  16 | 		__u64 v_4;
  16 | 		if (honey_halved_2(honey_opaque(n_0) / (__u64)2, &v_4))
  16 | 			return 1;
  15 | 		v_1 = v_4 + 1;
     | 	}
  16 | 	*result_0 = v_1;
  16 | 	return 0;
     | }
   7 | SEC("tracepoint/syscalls/sys_enter_kill") int main_(void *ctx)
     | {
   7 | 	__u64 stored_u64;
   8 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   8 | 	__s64 pid_0 = (__s32)((struct syscall_trace_enter *)ctx)->args[0];
   8 | 	asm volatile("" : : "i"(1));
   8 | 	__u64 pid_u64_0 = pid_0;
   9 | 	__u64 *found_1 = bpf_map_lookup_elem(&counts, &pid_u64_0);
   9 | 	__u64 v_2 = 2;
   9 | 	if (found_1) {
   9 | 		__u64 v_4 = *found_1;
   9 | 		v_2 = v_4;
     | 	}
   9 | 	__u64 count_5 = 0;
   9 | 	if (!(!found_1)) {
   9 | 		count_5 = v_2;
     | 	} else {
   9 | 		count_5 = 0;
     | 	}
  10 | 	__u64 *found_7 = bpf_map_lookup_elem(&counts, &pid_u64_0);
  10 | 	__s64 status_8 = 0;
  10 | 	__u64 *there_9 = found_7;
  10 | 	if (!found_7) {
  10 | 		stored_u64 = count_5 + 1;
  10 | 		__s64 status_12 = bpf_map_update_elem(&counts, &pid_u64_0, &stored_u64, 1);
  10 | 		status_8 = status_12;
  10 | 		if (status_12 == (-17)) {
  10 | 			__u64 *found_14 = bpf_map_lookup_elem(&counts, &pid_u64_0);
  10 | 			there_9 = found_14;
  10 | 			status_8 = (-2);
     | 		}
     | 	}
  10 | 	if (there_9) {
  10 | 		__sync_fetch_and_add(there_9, 1);
  10 | 		status_8 = 0;
     | 	}
  11 | 	static const char format_16[] = "pid %lld was sent %llu signals";
  11 | 	bpf_trace_printk(format_16, sizeof(format_16), pid_0, count_5 + 1);
  12 | 	__u64 v_17;
  12 | 	if (honey_halved_3(count_5, &v_17))
  12 | 		return 0;
  12 | 	return v_17;
     | }
  13 | #pragma clang attribute pop

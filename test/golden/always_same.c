     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | #define honey_opaque(x) ({ __u64 opaque = (x); asm("" : "+r"(opaque)); opaque; })
     | #define honey_magnitude(x) ((x) < 0 ? -(__u64)(x) : (__u64)(x))
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_shift_left_u64(__u64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? 0 : a << count;
     | 	return count < -63 ? 0 : a >> -count;
     | }
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_shift_right_u64(__u64 a, __s64 count)
     | {
     | 	if (count >= 0)
     | 		return count > 63 ? 0 : a >> count;
     | 	return count < -63 ? 0 : a << -count;
     | }
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } counts SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  36 | static inline __attribute__((always_inline)) __s64 honey_level_1(__s64 n_0)
     | {
  36 | 	__s64 v_1 = 0;
  36 | 	if (2 < n_0) {
  36 | 		v_1 = n_0;
     | 	} else {
  36 | 		v_1 = 0;
     | 	}
  37 | 	return v_1;
     | }
  11 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  11 | 	__u64 stored_u64;
  12 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  13 | 	__u64 v_1 = bpf_get_current_pid_tgid();
  13 | 	__u64 pid_2 = v_1 >> 32;
  13 | 	__u32 pid_u32_0 = pid_2;
  14 | 	stored_u64 = 1;
  14 | 	__s64 status_3 = bpf_map_update_elem(&counts, &pid_u32_0, &stored_u64, 0);
  14 | 	__s64 status_part_4 = 0;
  14 | 	__s64 v_5 = 0;
  14 | 	if (status_3 < 0) {
  14 | 		status_part_4 = 3;
  14 | 		v_5 = status_3;
     | 	} else {
  14 | 		status_part_4 = 1;
     | 	}
  20 | 	bpf_ktime_get_ns();
  22 | 	__s64 status_10 = bpf_map_delete_elem(&counts, &pid_u32_0);
  22 | 	__s64 v_11 = 0;
  22 | 	__s64 v_12 = 0;
  22 | 	if (status_10 < 0) {
  22 | 		v_11 = 3;
  22 | 		v_12 = status_10;
     | 	} else {
  22 | 		v_11 = 1;
     | 	}
  23 | 	__u64 h_14 = honey_shift_left_u64(pid_2, 64);
  26 | 	__s64 i_16 = 0;
  26 | 	if (5 < cpu_0) {
  26 | 		i_16 = 1;
     | 	} else {
  26 | 		i_16 = 2;
     | 	}
  28 | 	__s64 v_20 = 0;
  28 | 	if (10 < cpu_0) {
  28 | 		v_20 = 1;
     | 	} else {
  28 | 		v_20 = 0;
     | 	}
  28 | 	__s64 k_23 = 0;
  28 | 	if (v_20) {
  28 | 		k_23 = 1;
     | 	} else {
  28 | 		k_23 = 2;
     | 	}
  29 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  29 | 	__s64 prev_pid_25 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
  29 | 	asm volatile("" : : "i"(1));
  29 | 	__s64 l_27 = 0;
  29 | 	if (0 <= prev_pid_25) {
  29 | 		l_27 = 1;
     | 	} else {
  29 | 		l_27 = 2;
     | 	}
  30 | 	__s64 v_32 = 1 && (1 && (cpu_0 <= 9));
  30 | 	__s64 m_33 = 0;
  30 | 	if (v_32) {
  30 | 		m_33 = 1;
     | 	} else {
  30 | 		m_33 = 2;
     | 	}
  31 | 	__u64 *found_35 = bpf_map_lookup_elem(&counts, &pid_u32_0);
  31 | 	__u64 count_36 = 2;
  31 | 	__s64 count_part_37 = !found_35;
  31 | 	if (found_35) {
  31 | 		__u64 v_38 = *found_35;
  31 | 		count_36 = v_38;
     | 	}
  32 | 	__s64 n_39 = 0;
  32 | 	if (!count_part_37) {
  32 | 		n_39 = (__s64)count_36;
     | 	} else {
  32 | 		__s64 v_42 = honey_level_1(3);
  32 | 		n_39 = v_42;
     | 	}
  33 | 	return ((((((11 + h_14) + (__u64)i_16) + 1) + (__u64)k_23) + (__u64)l_27) + (__u64)m_33) + (__u64)n_39;
     | }
  34 | #pragma clang attribute pop

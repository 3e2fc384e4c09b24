     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[16u];
     | } counts SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | __u64 honey_raised[3];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  14 | static inline __attribute__((always_inline)) __s64 honey_f_1(__s64 n_0)
     | {
  14 | 	return n_0;
     | }
  14 | static inline __attribute__((always_inline)) int honey_f_2(__s64 v_0)
     | {
  14 | 	honey_raise(0);
  14 | 	return 1;
     | }
  17 | static inline __attribute__((always_inline)) int honey_both_3(__s64 v_0)
     | {
  17 | 	honey_raise(1);
  17 | 	return 1;
     | }
  21 | static inline __attribute__((always_inline)) int honey_given_4(__u64 n_0, __s64 n_part_1, __u64 *result_0)
     | {
  21 | 	__u64 v_2 = 0;
  21 | 	if (n_part_1 == 0) {
  21 | 		v_2 = n_0;
     | 	} else {
  21 | 		honey_raise(2);
  21 | 		return 1;
     | 	}
  21 | 	*result_0 = v_2;
  21 | 	return 0;
     | }
  20 | static inline __attribute__((always_inline)) int honey_maybe_5(__s64 n_0, __u64 *result_0)
     | {
  20 | 	__u32 n_u32_0 = n_0;
  20 | 	__u64 *found_1 = bpf_map_lookup_elem(&counts, &n_u32_0);
  20 | 	__u64 v_2 = 2;
  20 | 	__s64 v_3 = !found_1;
  20 | 	asm volatile("" : "+r"(v_3));
  20 | 	if (found_1) {
  20 | 		__u64 v_4 = *found_1;
  20 | 		v_2 = v_4;
     | 	}
  20 | 	__u64 v_5;
  20 | 	if (honey_given_4(v_2, v_3, &v_5))
  20 | 		return 1;
  20 | 	*result_0 = v_5;
  20 | 	return 0;
     | }
  10 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  11 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  11 | 	__s64 next_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  11 | 	asm volatile("" : : "i"(1));
  11 | 	honey_f_1(next_pid_0);
  11 | 	honey_f_2(1);
  11 | 	return 0;
     | }
  12 | #pragma clang attribute pop

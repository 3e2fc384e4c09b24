     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u64 (*bpf_get_current_pid_tgid)(void) __attribute__((const)) = (void *)14;
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } watched SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } seen SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  22 | static inline __attribute__((always_inline)) __u64 honey_process_1(void)
     | {
  22 | 	__u64 v_0 = bpf_get_current_pid_tgid();
  22 | 	return v_0 >> 32;
     | }
  12 | SEC("tracepoint/sched/sched_switch") int on_switch(void *ctx)
     | {
  12 | 	__u64 stored_u64;
  13 | 	__u64 ids_0 = bpf_get_current_pid_tgid();
  15 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  15 | 	__s64 next_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  15 | 	asm volatile("" : : "i"(1));
  15 | 	__u32 next_pid_u32_0 = next_pid_1;
  15 | 	__u64 *found_2 = bpf_map_lookup_elem(&watched, &next_pid_u32_0);
  15 | 	__u64 v_3 = 2;
  15 | 	__s64 v_4 = !found_2;
  15 | 	if (found_2) {
  15 | 		__u64 v_5 = *found_2;
  15 | 		v_3 = v_5;
     | 	}
  15 | 	if (!v_4) {
  16 | 		__u32 slot_u32_1 = (ids_0 & 4294967295ll);
  16 | 		__u64 v_9 = honey_process_1();
  16 | 		stored_u64 = v_9;
  16 | 		bpf_map_update_elem(&seen, &slot_u32_1, &stored_u64, 0);
     | 	}
  16 | 	return 0;
     | }
  17 | #pragma clang attribute pop

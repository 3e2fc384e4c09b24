     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_pid;
     | 	__s64 prev_state;
     | 	__s32 next_prio;
     | } __attribute__((preserve_access_index));
   9 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  12 | 	__u32 slot_u32_4 = 2;
  11 | 	__u32 slot_u32_2 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  10 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
  10 | 	asm volatile("" : : "i"(1));
  10 | 	stored_s64 = prev_pid_0;
  10 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  11 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  11 | 	__s64 prev_state_2 = ((struct trace_event_raw_sched_switch *)ctx)->prev_state;
  11 | 	asm volatile("" : : "i"(3));
  11 | 	stored_s64 = prev_state_2;
  11 | 	bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  12 | 	asm volatile("" : "+r"(ctx) : "i"(4));
  12 | 	__s64 next_prio_4 = ((struct trace_event_raw_sched_switch *)ctx)->next_prio;
  12 | 	asm volatile("" : : "i"(5));
  12 | 	stored_s64 = next_prio_4;
  12 | 	bpf_map_update_elem(&s, &slot_u32_4, &stored_s64, 0);
  12 | 	return 0;
     | }

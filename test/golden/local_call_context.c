     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	__s32 prev_prio;
     | 	__s32 next_prio;
     | } __attribute__((preserve_access_index));
  14 | static inline __attribute__((always_inline)) __s64 honey_reason_1(void *ctx)
     | {
  14 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  14 | 	__s64 prev_prio_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_prio;
  14 | 	asm volatile("" : : "i"(1));
  14 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  14 | 	__s64 next_prio_1 = ((struct trace_event_raw_sched_switch *)ctx)->next_prio;
  14 | 	asm volatile("" : : "i"(3));
  14 | 	return prev_prio_0 + next_prio_1;
     | }
   9 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  10 | 	__u32 slot_u32_0 = 1;
  10 | 	__s64 v_0 = honey_reason_1(ctx);
  10 | 	stored_s64 = v_0;
  10 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  10 | 	return 0;
     | }

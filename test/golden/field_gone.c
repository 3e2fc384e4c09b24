     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | struct trace_event_raw_sched_stat_runtime {
     | 	__u64 vruntime;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   9 | SEC("tracepoint/sched/sched_stat_runtime") int program(void *ctx)
     | {
   9 | 	__u64 stored_u64;
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__u64 vruntime_0 = ((struct trace_event_raw_sched_stat_runtime *)ctx)->vruntime;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	stored_u64 = vruntime_0;
   9 | 	__s64 status_1 = bpf_map_update_elem(&u, &slot_u32_0, &stored_u64, 0);
   9 | 	__s64 v_2 = 0;
   9 | 	__s64 v_3 = 0;
   9 | 	if (status_1 < 0) {
   9 | 		v_2 = 3;
   9 | 		v_3 = status_1;
     | 	} else {
   9 | 		v_2 = 1;
     | 	}
   9 | 	return 0;
     | }
  10 | #pragma clang attribute pop

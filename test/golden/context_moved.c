     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } u SEC(".maps");
     | struct trace_event_raw_sched_wakeup_template {
     | 	__s32 target_cpu;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_mm_page_alloc {
     | 	__u64 gfp_flags;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("tracepoint/sched/sched_wakeup") int moved(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  10 | 	__s64 target_cpu_0 = ((struct trace_event_raw_sched_wakeup_template *)ctx)->target_cpu;
  10 | 	asm volatile("" : : "i"(1));
  10 | 	stored_u64 = target_cpu_0;
  10 | 	__s64 status_1 = bpf_map_update_elem(&u, &slot_u32_0, &stored_u64, 0);
  10 | 	__s64 v_2 = 0;
  10 | 	__s64 v_3 = 0;
  10 | 	if (status_1 < 0) {
  10 | 		v_2 = 3;
  10 | 		v_3 = status_1;
     | 	} else {
  10 | 		v_2 = 1;
     | 	}
  10 | 	return 0;
     | }
  13 | SEC("tracepoint/kmem/mm_page_alloc") int grown(void *ctx)
     | {
  13 | 	__u64 stored_u64;
  13 | 	__u32 slot_u32_0 = 1;
  13 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  13 | 	__u64 gfp_flags_0 = ((struct trace_event_raw_mm_page_alloc *)ctx)->gfp_flags;
  13 | 	asm volatile("" : : "i"(3));
  13 | 	stored_u64 = gfp_flags_0;
  13 | 	__s64 status_1 = bpf_map_update_elem(&u, &slot_u32_0, &stored_u64, 0);
  13 | 	__s64 v_2 = 0;
  13 | 	__s64 v_3 = 0;
  13 | 	if (status_1 < 0) {
  13 | 		v_2 = 3;
  13 | 		v_3 = status_1;
     | 	} else {
  13 | 		v_2 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

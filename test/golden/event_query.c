     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_ringbuf_reserve)(void *map, __u32 size, __u64 flags) = (void *)131;
     | static void (*bpf_ringbuf_submit)(void *record, __u64 flags) = (void *)132;
     | static __u64 (*bpf_ringbuf_query)(void *map, __u64 what) = (void *)134;
     | struct honey_Exec {
     | 	__u32 pid;
     | };
     | struct {
     | 	int (*type)[27];
     | 	int (*max_entries)[4096u];
     | } events SEC(".maps");
     | __u64 honey_lost[1];
     | struct trace_event_raw_sched_process_exec {
     | 	__s32 pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("tracepoint/sched/sched_process_exec") int on_exec(void *ctx)
     | {
  12 | 	__u64 v_0 = bpf_ringbuf_query(&events, 0);
  12 | 	__u64 v_1 = v_0 * 2;
  13 | 	__u64 v_2 = bpf_ringbuf_query(&events, 1);
  12 | 	if (v_2 < v_1) {
  14 | 		asm volatile("" : "+r"(ctx) : "i"(0));
  14 | 		__s64 pid_6 = ((struct trace_event_raw_sched_process_exec *)ctx)->pid;
  14 | 		asm volatile("" : : "i"(1));
  14 | 		struct { __u64 type; struct honey_Exec record; } *event_7 = bpf_ringbuf_reserve(&events, 12, 0);
  14 | 		if (event_7) {
  14 | 			event_7->type = 0;
  14 | 			event_7->record.pid = pid_6;
  14 | 			bpf_ringbuf_submit(event_7, 2);
     | 		} else {
  14 | 			__sync_fetch_and_add(&honey_lost[0], 1);
     | 		}
     | 	} else {
  16 | 		asm volatile("" : "+r"(ctx) : "i"(2));
  16 | 		__s64 pid_8 = ((struct trace_event_raw_sched_process_exec *)ctx)->pid;
  16 | 		asm volatile("" : : "i"(3));
  16 | 		struct { __u64 type; struct honey_Exec record; } *event_9 = bpf_ringbuf_reserve(&events, 12, 0);
  16 | 		if (event_9) {
  16 | 			event_9->type = 0;
  16 | 			event_9->record.pid = pid_8;
  16 | 			bpf_ringbuf_submit(event_9, 1);
     | 		} else {
  16 | 			__sync_fetch_and_add(&honey_lost[0], 1);
     | 		}
     | 	}
  14 | 	return 0;
     | }
  15 | #pragma clang attribute pop

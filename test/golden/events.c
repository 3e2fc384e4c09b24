     | char _license[] SEC("license") = "GPL";
     | static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static void *(*bpf_ringbuf_reserve)(void *map, __u32 size, __u64 flags) = (void *)131;
     | static void (*bpf_ringbuf_submit)(void *record, __u64 flags) = (void *)132;
     | struct honey_Place {
     | 	__u32 cpu;
     | 	__u8 honey_gap_0[4];
     | 	__u64 time;
     | };
     | struct honey_Exec {
     | 	__u32 pid;
     | 	char comm[16];
     | 	__u32 kind;
     | 	struct honey_Place at;
     | };
     | struct honey_Exit {
     | 	__u32 pid;
     | 	__s32 code;
     | };
     | struct {
     | 	int (*type)[27];
     | 	int (*max_entries)[262144u];
     | } events SEC(".maps");
     | __u64 honey_lost[2];
     | struct trace_event_raw_sched_process_exec {
     | 	__s32 pid;
     | 	__s32 old_pid;
     | } __attribute__((preserve_access_index));
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | SEC("tracepoint/sched/sched_process_exec") int on_exec(void *ctx)
     | {
  14 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  14 | 	__s64 pid_0 = ((struct trace_event_raw_sched_process_exec *)ctx)->pid;
  14 | 	asm volatile("" : : "i"(1));
  17 | 	__s64 v_2 = bpf_get_smp_processor_id();
  17 | 	__u64 v_3 = bpf_ktime_get_ns();
  17 | 	struct honey_Place v_4 __attribute__((aligned(8))) = {};
  17 | 	v_4.cpu = v_2;
  17 | 	v_4.time = v_3;
  13 | 	struct honey_Exec event__5 __attribute__((aligned(8))) = {};
  13 | 	event__5.pid = pid_0;
  13 | 	bpf_get_current_comm(event__5.comm, 16);
  13 | 	event__5.kind = 1;
  13 | 	__builtin_memcpy(&event__5.at, &v_4, 16);
  20 | 	struct { __u64 type; struct honey_Exec record; } *event_6 = bpf_ringbuf_reserve(&events, 48, 0);
  20 | 	if (event_6) {
  20 | 		event_6->type = 0;
  20 | 		__builtin_memcpy(&event_6->record, &event__5, 40);
  20 | 		bpf_ringbuf_submit(event_6, 0);
     | 	} else {
  20 | 		__sync_fetch_and_add(&honey_lost[0], 1);
     | 	}
  21 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  21 | 	__s64 old_pid_7 = ((struct trace_event_raw_sched_process_exec *)ctx)->old_pid;
  21 | 	asm volatile("" : : "i"(3));
  21 | 	struct { __u64 type; struct honey_Exec record; } *event_8 = bpf_ringbuf_reserve(&events, 48, 0);
  21 | 	if (event_8) {
  21 | 		event_8->type = 0;
  21 | 		__builtin_memcpy(&event_8->record, &event__5, 40);
  21 | 		event_8->record.pid = old_pid_7;
  21 | 		bpf_ringbuf_submit(event_8, 0);
     | 	} else {
  21 | 		__sync_fetch_and_add(&honey_lost[0], 1);
     | 	}
  21 | 	return 0;
     | }
  26 | SEC("tracepoint/sched/sched_process_exit") int on_exit(void *ctx)
     | {
  27 | 	asm volatile("" : "+r"(ctx) : "i"(4));
  27 | 	__s64 pid_0 = *(__s32 *)((char *)ctx + 24);
  27 | 	asm volatile("" : : "i"(5));
  27 | 	__s64 status_1 = -28;
  27 | 	struct { __u64 type; struct honey_Exit record; } *event_1 = bpf_ringbuf_reserve(&events, 16, 0);
  27 | 	if (event_1) {
  27 | 		event_1->type = 1;
  27 | 		__builtin_memset(__builtin_assume_aligned((char *)&event_1->record + 4, 4), 0, 4);
  27 | 		event_1->record.pid = pid_0;
  27 | 		bpf_ringbuf_submit(event_1, 1);
  27 | 		status_1 = 0;
     | 	} else {
  27 | 		__sync_fetch_and_add(&honey_lost[1], 1);
     | 	}
  27 | 	__s64 v_2 = 0;
  27 | 	__s64 v_3 = 0;
  27 | 	if (status_1 < 0) {
  27 | 		v_2 = 3;
  27 | 		v_3 = status_1;
     | 	} else {
  27 | 		v_2 = 1;
     | 	}
  27 | 	__s64 v_5 = 0;
  27 | 	if (v_2 == 1) {
  27 | 		v_5 = 0;
     | 	} else {
  27 | 		if (v_3 == (-28)) {
  27 | 			v_5 = 1;
     | 		} else {
  27 | 			honey_raise(0);
  27 | 			return 0;
     | 		}
     | 	}
  29 | 	return v_5;
     | }
  30 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_probe_read_kernel_str)(void *buffer, __u32 size, const void *address) = (void *)115;
     | struct honey_xdp {
     | 	__u32 data, data_end;
     | };
     | #define honey_packet(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data)
     | #define honey_packet_end(ctx) ((const __u8 *)(long)((struct honey_xdp *)(ctx))->data_end)
     | struct trace_event_raw_sys_enter {
     | 	__s64 id;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_sched_switch {
     | 	char prev_comm[16];
     | 	__s32 prev_pid;
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("tracepoint/raw_syscalls/sys_enter") int head(void *ctx)
     | {
   6 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   6 | 	__s64 id_0 = ((struct trace_event_raw_sys_enter *)ctx)->id;
   6 | 	asm volatile("" : : "i"(1));
   6 | 	return id_0;
     | }
  37 | static inline __attribute__((always_inline)) __s64 honey_inner_2(void *ctx)
     | {
  37 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  37 | 	__s64 id_0 = ((struct trace_event_raw_sys_enter *)ctx)->id;
  37 | 	asm volatile("" : : "i"(3));
  37 | 	return id_0 * 2;
     | }
   9 | SEC("tracepoint/raw_syscalls/sys_enter") int clauses(void *ctx)
     | {
   9 | 	__s64 v_0 = 0;
   9 | 	asm volatile("" : "+r"(ctx) : "i"(4));
   9 | 	__s64 id_1 = ((struct trace_event_raw_sys_enter *)ctx)->id;
   9 | 	asm volatile("" : : "i"(5));
   9 | 	if (id_1 == 3) {
   9 | 		v_0 = 1;
     | 	} else {
   9 | 		asm volatile("" : "+r"(ctx) : "i"(6));
   9 | 		__s64 id_3 = ((struct trace_event_raw_sys_enter *)ctx)->id;
   9 | 		asm volatile("" : : "i"(7));
   9 | 		if (100 < id_3) {
  10 | 			__s64 v_5 = honey_inner_2(ctx);
   9 | 			v_0 = v_5;
     | 		} else {
   9 | 			v_0 = 0;
     | 		}
     | 	}
  11 | 	return v_0;
     | }
  14 | SEC("tracepoint/sched/sched_switch") int branches(void *ctx)
     | {
  15 | 	__s64 v_0 = 0;
  15 | 	char prev_comm_1[24] __attribute__((aligned(8))) = "";
  15 | 	bpf_probe_read_kernel_str(prev_comm_1, 17, &((struct trace_event_raw_sched_switch *)ctx)->prev_comm);
  15 | 	__s64 matches_14 = 0;
     | 	{
  15 | 		__u64 v_2 = *(const __u8 *)(prev_comm_1 + 3);
  15 | 		if (v_2 == 0) {
  15 | 			goto out_0;
     | 		}
  15 | 		__u64 v_4 = *(const __u8 *)(prev_comm_1 + 4);
  15 | 		if (v_4 != 0) {
  15 | 			goto out_0;
     | 		}
  15 | 		__u64 v_6 = *(const __u8 *)(prev_comm_1 + 0);
  15 | 		if (v_6 != 98) {
  15 | 			goto out_0;
     | 		}
  15 | 		__u64 v_8 = *(const __u8 *)(prev_comm_1 + 1);
  15 | 		if (v_8 != 97) {
  15 | 			goto out_0;
     | 		}
  15 | 		__u64 v_10 = *(const __u8 *)(prev_comm_1 + 2);
  15 | 		if (v_10 != 115) {
  15 | 			goto out_0;
     | 		}
  15 | 		__u64 v_12 = *(const __u8 *)(prev_comm_1 + 3);
  15 | 		if (v_12 != 104) {
  15 | 			goto out_0;
     | 		}
  15 | 		matches_14 = 1;
     | 	}
     | 	out_0:;
  15 | 	if (matches_14) {
  15 | 		v_0 = 1;
     | 	} else {
  15 | 		asm volatile("" : "+r"(ctx) : "i"(8));
  15 | 		__s64 prev_pid_15 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
  15 | 		asm volatile("" : : "i"(9));
  15 | 		asm volatile("" : "+r"(ctx) : "i"(10));
  15 | 		__s64 next_pid_16 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  15 | 		asm volatile("" : : "i"(11));
  15 | 		if (next_pid_16 == prev_pid_15) {
  15 | 			v_0 = prev_pid_15;
     | 		} else {
  15 | 			v_0 = 0;
     | 		}
     | 	}
  18 | 	return v_0;
     | }
  23 | SEC("tracepoint/sched/sched_switch") int match(void *ctx)
     | {
  24 | 	asm volatile("" : "+r"(ctx) : "i"(12));
  24 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
  24 | 	asm volatile("" : : "i"(13));
  24 | 	asm volatile("" : "+r"(ctx) : "i"(14));
  24 | 	__s64 next_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  24 | 	asm volatile("" : : "i"(15));
  25 | 	return prev_pid_0 + next_pid_1;
     | }
  29 | SEC("tracepoint/sched/sched_switch") int steps(void *ctx)
     | {
  30 | 	asm volatile("" : "+r"(ctx) : "i"(16));
  30 | 	__s64 prev_pid_0 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
  30 | 	asm volatile("" : : "i"(17));
  30 | 	asm volatile("" : "+r"(ctx) : "i"(18));
  30 | 	__s64 next_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  30 | 	asm volatile("" : : "i"(19));
  30 | 	return next_pid_1 - prev_pid_0;
     | }
  34 | SEC("xdp") int packet(void *ctx)
     | {
  34 | 	__s64 v_0 = 0;
  34 | 	__s64 length_1 = honey_packet_end(ctx) - honey_packet(ctx);
  34 | 	asm("" : "+r"(length_1));
  34 | 	__builtin_assume(length_1 == (__s32)length_1);
  34 | 	__s64 packet_1 = length_1 * 8;
  34 | 	__s64 first_7 = 0;
  34 | 	__s64 matches_8 = 0;
     | 	{
  34 | 		if (packet_1 < 8) {
  34 | 			goto out_0;
     | 		}
  34 | 		const __u8 *bytes_3 = honey_packet(ctx) + 0;
  34 | 		asm volatile("" : "+r"(bytes_3));
  34 | 		if (bytes_3 + 1 > honey_packet_end(ctx))
  34 | 			goto out_0;
  34 | 		__u64 v_4 = *(const __u8 *)(bytes_3 + 0);
  34 | 		__s64 first_5 = (__s64)v_4;
  34 | 		first_7 = first_5;
  34 | 		matches_8 = 1;
     | 	}
     | 	out_0:;
  34 | 	asm volatile("" : "+r"(ctx) : "i"(20));
  34 | 	__s64 ingress_ifindex_9 = *(__u32 *)((char *)ctx + 12);
  34 | 	asm volatile("" : : "i"(21));
  34 | 	if (matches_8) {
  34 | 		v_0 = first_7 + ingress_ifindex_9;
     | 	} else {
  34 | 		v_0 = 2;
     | 	}
  35 | 	return v_0;
     | }
  36 | #pragma clang attribute pop

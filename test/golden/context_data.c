     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_probe_read_kernel)(void *buffer, __u32 type, const void *address) = (void *)113;
     | static long (*bpf_probe_read_kernel_str)(void *buffer, __u32 size, const void *address) = (void *)115;
     | struct trace_event_raw_sched_process_exec {
     | 	__u32 __data_loc_filename;
     | 	__s32 pid;
     | } __attribute__((preserve_access_index));
     | struct trace_event_raw_inet_sock_set_state {
     | 	__u8 saddr[4];
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("tracepoint/sched/sched_process_exec") int on_exec(void *ctx)
     | {
   8 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   8 | 	__u64 filename_0 = (__u64)((char *)ctx + (((struct trace_event_raw_sched_process_exec *)ctx)->__data_loc_filename & 0xffff));
   8 | 	asm volatile("" : : "i"(1));
   8 | 	__s64 status_1 = 0;
   8 | 	char text_2[32] __attribute__((aligned(8))) = "";
   8 | 	status_1 = bpf_probe_read_kernel_str(text_2, 32, (const void *)filename_0);
   8 | 	__s64 v_3 = 2;
   8 | 	if (status_1 < 0) {
   8 | 		v_3 = 3;
     | 	}
   8 | 	__s64 v_5 = 0;
   8 | 	__s64 v_6 = 0;
   8 | 	__s64 v_7 = 0;
   8 | 	if (v_3 == 3) {
   8 | 		v_5 = 1;
   8 | 		v_6 = 0;
     | 	} else {
  10 | 		asm volatile("" : "+r"(ctx) : "i"(2));
  10 | 		__s64 pid_11 = ((struct trace_event_raw_sched_process_exec *)ctx)->pid;
  10 | 		asm volatile("" : : "i"(3));
  10 | 		static const char format_12[] = "%lld %s";
  10 | 		__s64 status_12 = bpf_trace_printk(format_12, sizeof(format_12), pid_11, text_2);
  10 | 		__s64 v_13 = 0;
  10 | 		__s64 v_14 = 0;
  10 | 		__s64 v_15 = 0;
  10 | 		if (status_12 < 0) {
  10 | 			v_14 = 3;
  10 | 			v_15 = status_12;
     | 		} else {
  10 | 			v_13 = status_12;
     | 		}
   8 | 		v_5 = v_13;
   8 | 		v_6 = v_14;
   8 | 		v_7 = v_15;
     | 	}
  10 | 	if (v_6 == 0) {
  10 | 		return v_5;
     | 	}
  10 | 	return 0;
     | }
  15 | SEC("tracepoint/sock/inet_sock_set_state") int on_state(void *ctx)
     | {
  16 | 	asm volatile("" : "+r"(ctx) : "i"(4));
  16 | 	__u64 saddr_0 = (__u64)&((struct trace_event_raw_inet_sock_set_state *)ctx)->saddr;
  16 | 	asm volatile("" : : "i"(5));
  16 | 	__s64 status_1 = 0;
  16 | 	struct { __u8 items[4]; } v_2 __attribute__((aligned(8)));
  16 | 	status_1 = bpf_probe_read_kernel(&v_2, 4, (const void *)saddr_0);
  16 | 	__s64 v_3 = (-1);
  16 | 	if (status_1 < 0) {
  16 | 		v_3 = 3;
     | 	}
  16 | 	__s64 v_5 = 0;
  16 | 	if (v_3 == 3) {
  16 | 		v_5 = 1;
     | 	} else {
  16 | 		__s64 v_9 = v_2.items[0];
  16 | 		__s64 d_11 = v_2.items[3];
  16 | 		if (v_9 == 127) {
  16 | 			v_5 = d_11;
     | 		} else {
  16 | 			v_5 = 0;
     | 		}
     | 	}
  19 | 	return v_5;
     | }
  27 | static inline __attribute__((always_inline)) __s64 honey_second_3(void *ctx)
     | {
  28 | 	asm volatile("" : "+r"(ctx) : "i"(6));
  28 | 	__u64 daddr_v6_0 = (__u64)((char *)ctx + 58);
  28 | 	asm volatile("" : : "i"(7));
  28 | 	__s64 status_1 = 0;
  28 | 	struct { __u8 items[16]; } bytes_2 __attribute__((aligned(8)));
  28 | 	status_1 = bpf_probe_read_kernel(&bytes_2, 16, (const void *)daddr_v6_0);
  28 | 	__s64 v_3 = (-1);
  28 | 	if (status_1 < 0) {
  28 | 		v_3 = 3;
     | 	}
  28 | 	__s64 v_5 = 0;
  28 | 	if (v_3 == 3) {
  28 | 		v_5 = 0;
     | 	} else {
  30 | 		__s64 v_9 = bytes_2.items[1];
  28 | 		v_5 = v_9;
     | 	}
  30 | 	return v_5;
     | }
  25 | SEC("tracepoint/tcp/tcp_retransmit_skb") int on_retransmit(void *ctx)
     | {
  25 | 	__s64 v_0 = honey_second_3(ctx);
  25 | 	return v_0;
     | }
  26 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | struct trace_event_raw_sched_switch {
     | 	__s32 next_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   8 | 	char comm_0[16] __attribute__((aligned(8)));
   8 | 	bpf_get_current_comm(comm_0, 16);
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 next_pid_1 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	char text_3[24] __attribute__((aligned(8))) = "";
   9 | 	if (0 < next_pid_1) {
   9 | 		*(__u64 *)(text_3 + 0) = *(const __u64 *)(comm_0 + 0);
   9 | 		*(__u64 *)(text_3 + 8) = *(const __u64 *)(comm_0 + 8);
   9 | 		*(__u64 *)(text_3 + 16) = 0;
     | 	} else {
   9 | 		static const char text_6[24] __attribute__((aligned(8))) = "\164\150\145\040\151\144\154\145\040\164\141\163\153\040\151\164\163\145\154\146";
   9 | 		*(__u64 *)(text_3 + 0) = *(const __u64 *)(text_6 + 0);
   9 | 		*(__u64 *)(text_3 + 8) = *(const __u64 *)(text_6 + 8);
   9 | 		*(__u64 *)(text_3 + 16) = *(const __u64 *)(text_6 + 16);
     | 	}
  10 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  10 | 	__s64 next_pid_7 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  10 | 	asm volatile("" : : "i"(3));
  10 | 	char text_9[24] __attribute__((aligned(8))) = "";
  10 | 	__s64 maybe_part_10 = 0;
  10 | 	if (1 < next_pid_7) {
  10 | 		*(__u64 *)(text_9 + 0) = *(const __u64 *)(text_3 + 0);
  10 | 		*(__u64 *)(text_9 + 8) = *(const __u64 *)(text_3 + 8);
  10 | 		*(__u64 *)(text_9 + 16) = *(const __u64 *)(text_3 + 16);
  10 | 		maybe_part_10 = 2;
     | 	} else {
  10 | 		maybe_part_10 = 1;
     | 	}
  11 | 	__s64 v_13 = 0;
  11 | 	if (maybe_part_10 != 1) {
  11 | 		__s64 v_16 = honey_letters(*(const __u64 *)(text_9 + 0)) + honey_letters(*(const __u64 *)(text_9 + 8)) + honey_letters(*(const __u64 *)(text_9 + 16));
  11 | 		v_13 = v_16;
     | 	} else {
  11 | 		v_13 = 0;
     | 	}
  11 | 	return v_13;
     | }
  12 | #pragma clang attribute pop

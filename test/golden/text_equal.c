     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_probe_read_kernel_str)(void *buffer, __u32 size, const void *address) = (void *)115;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | struct trace_event_raw_sched_switch {
     | 	char next_comm[16];
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   8 | 	char comm_0[16] __attribute__((aligned(8)));
   8 | 	bpf_get_current_comm(comm_0, 16);
  11 | 	static const char text_1[8] __attribute__((aligned(8))) = "\163\150";
  11 | 	__s64 v_2 = *(const __u64 *)(comm_0 + 0) == *(const __u64 *)(text_1 + 0);
  11 | 	__s64 v_3 = 0;
  11 | 	if (v_2) {
  11 | 		v_3 = 1;
     | 	} else {
  12 | 		static const char text_5[8] __attribute__((aligned(8))) = "\142\141\163\150";
  12 | 		__s64 v_6 = *(const __u64 *)(comm_0 + 0) == *(const __u64 *)(text_5 + 0);
  12 | 		__s64 v_8 = 0;
  12 | 		v_8 = 1;
  12 | 		if (!v_6) {
  12 | 			static const char text_9[8] __attribute__((aligned(8))) = "\172\163\150";
  12 | 			__s64 v_10 = *(const __u64 *)(comm_0 + 0) == *(const __u64 *)(text_9 + 0);
  12 | 			v_8 = v_10;
     | 		}
  12 | 		__s64 v_11 = 0;
  12 | 		if (v_8) {
  12 | 			v_11 = 2;
     | 		} else {
  13 | 			char next_comm_13[24] __attribute__((aligned(8))) = "";
  13 | 			bpf_probe_read_kernel_str(next_comm_13, 17, &((struct trace_event_raw_sched_switch *)ctx)->next_comm);
  13 | 			__s64 v_14 = *(const __u64 *)(comm_0 + 0) == *(const __u64 *)(next_comm_13 + 0) && *(const __u64 *)(comm_0 + 8) == *(const __u64 *)(next_comm_13 + 8);
  13 | 			__s64 v_16 = 0;
  13 | 			if (!v_14) {
  13 | 				v_16 = 3;
     | 			} else {
  14 | 				__s64 v_18 = honey_letters(*(const __u64 *)(comm_0 + 0)) + honey_letters(*(const __u64 *)(comm_0 + 8));
  13 | 				v_16 = v_18;
     | 			}
  12 | 			v_11 = v_16;
     | 		}
  11 | 		v_3 = v_11;
     | 	}
  14 | 	return v_3;
     | }
  15 | #pragma clang attribute pop

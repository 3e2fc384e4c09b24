     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_probe_read_user_str)(void *buffer, __u32 size, const void *address) = (void *)114;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | struct syscall_trace_enter {
     | 	unsigned long args[6];
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | SEC("tracepoint/syscalls/sys_enter_chdir") int program(void *ctx)
     | {
   7 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   7 | 	__u64 filename_1 = (__u64)((struct syscall_trace_enter *)ctx)->args[0];
   7 | 	asm volatile("" : : "i"(1));
  11 | 	char comm_3[16] __attribute__((aligned(8)));
  11 | 	bpf_get_current_comm(comm_3, 16);
  22 | 	__s64 status_5 = 0;
  22 | 	char text_6[64] __attribute__((aligned(8))) = "";
  22 | 	status_5 = bpf_probe_read_user_str(text_6, 64, (const void *)filename_1);
  22 | 	__s64 text_part_7 = 2;
  22 | 	if (status_5 < 0) {
  22 | 		text_part_7 = 3;
     | 	}
  22 | 	__s64 g_9 = 0;
  22 | 	__s64 g_part_10 = 0;
  22 | 	__s64 v_11 = 0;
  22 | 	if (text_part_7 == 2) {
  22 | 		__s64 v_13 = honey_letters(*(const __u64 *)(text_6 + 0)) + honey_letters(*(const __u64 *)(text_6 + 8)) + honey_letters(*(const __u64 *)(text_6 + 16)) + honey_letters(*(const __u64 *)(text_6 + 24)) + honey_letters(*(const __u64 *)(text_6 + 32)) + honey_letters(*(const __u64 *)(text_6 + 40)) + honey_letters(*(const __u64 *)(text_6 + 48)) + honey_letters(*(const __u64 *)(text_6 + 56));
  22 | 		g_9 = v_13;
  22 | 		g_part_10 = 0;
     | 	} else {
  22 | 		g_part_10 = 3;
  22 | 		v_11 = status_5;
     | 	}
  23 | 	return 0;
     | }
  24 | #pragma clang attribute pop

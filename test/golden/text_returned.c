     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | static inline __attribute__((always_inline)) int honey_stem_1(const char * name_0, char *result_0)
     | {
  13 | 	char text_1[16] __attribute__((aligned(8))) = "";
  13 | 	const char *text_20 = name_0 + 8;
  13 | 	__s64 matches_21 = 0;
     | 	{
  13 | 		__u64 v_2 = *(const __u8 *)(name_0 + 7);
  13 | 		if (v_2 == 0) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_4 = *(const __u8 *)(name_0 + 0);
  13 | 		if (v_4 != 107) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_6 = *(const __u8 *)(name_0 + 1);
  13 | 		if (v_6 != 119) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_8 = *(const __u8 *)(name_0 + 2);
  13 | 		if (v_8 != 111) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_10 = *(const __u8 *)(name_0 + 3);
  13 | 		if (v_10 != 114) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_12 = *(const __u8 *)(name_0 + 4);
  13 | 		if (v_12 != 107) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_14 = *(const __u8 *)(name_0 + 5);
  13 | 		if (v_14 != 101) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_16 = *(const __u8 *)(name_0 + 6);
  13 | 		if (v_16 != 114) {
  13 | 			goto out_0;
     | 		}
  13 | 		__u64 v_18 = *(const __u8 *)(name_0 + 7);
  13 | 		if (v_18 != 47) {
  13 | 			goto out_0;
     | 		}
  13 | 		matches_21 = 1;
     | 	}
     | 	out_0:;
  13 | 	if (matches_21) {
  13 | 		*(__u64 *)(text_1 + 0) = *(const __u64 *)(text_20 + 0);
  13 | 		*(__u64 *)(text_1 + 8) = 0;
     | 	} else {
  13 | 		*(__u64 *)(text_1 + 0) = *(const __u64 *)(name_0 + 0);
  13 | 		*(__u64 *)(text_1 + 8) = *(const __u64 *)(name_0 + 8);
     | 	}
  14 | 	*(__u64 *)(result_0 + 0) = *(const __u64 *)(text_1 + 0);
  14 | 	*(__u64 *)(result_0 + 8) = *(const __u64 *)(text_1 + 8);
  14 | 	return 0;
     | }
   7 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
   8 | 	char comm_0[16] __attribute__((aligned(8)));
   8 | 	bpf_get_current_comm(comm_0, 16);
   8 | 	char name_1[16] __attribute__((aligned(8)));
   8 | 	honey_stem_1(comm_0, name_1);
   9 | 	static const char format_2[] = "%s";
   9 | 	bpf_trace_printk(format_2, sizeof(format_2), name_1);
  10 | 	__s64 v_3 = honey_letters(*(const __u64 *)(name_1 + 0)) + honey_letters(*(const __u64 *)(name_1 + 8));
  10 | 	return v_3;
     | }
  11 | #pragma clang attribute pop

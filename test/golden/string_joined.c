     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct honey_Name {
     | 	char text[24];
     | };
     | struct {
     | 	int (*type)[1];
     | 	struct honey_Name *key;
     | 	__u32 *value;
     | 	int (*max_entries)[16u];
     | } names SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  10 | 	__u32 stored_u32;
  11 | 	char comm_0[16] __attribute__((aligned(8)));
  11 | 	bpf_get_current_comm(comm_0, 16);
  12 | 	char text_1[24] __attribute__((aligned(8))) = "";
  12 | 	static const char text_2[8] __attribute__((aligned(8))) = "\164\150\162\145\141\144\040";
  12 | 	(text_1 + 0)[0] = text_2[0];
  12 | 	(text_1 + 0)[1] = text_2[1];
  12 | 	(text_1 + 0)[2] = text_2[2];
  12 | 	(text_1 + 0)[3] = text_2[3];
  12 | 	(text_1 + 0)[4] = text_2[4];
  12 | 	(text_1 + 0)[5] = text_2[5];
  12 | 	(text_1 + 0)[6] = text_2[6];
  12 | 	text_1[7] = comm_0[0];
  12 | 	text_1[8] = comm_0[1];
  12 | 	text_1[9] = comm_0[2];
  12 | 	text_1[10] = comm_0[3];
  12 | 	text_1[11] = comm_0[4];
  12 | 	text_1[12] = comm_0[5];
  12 | 	text_1[13] = comm_0[6];
  12 | 	text_1[14] = comm_0[7];
  12 | 	text_1[15] = comm_0[8];
  12 | 	text_1[16] = comm_0[9];
  12 | 	text_1[17] = comm_0[10];
  12 | 	text_1[18] = comm_0[11];
  12 | 	text_1[19] = comm_0[12];
  12 | 	text_1[20] = comm_0[13];
  12 | 	text_1[21] = comm_0[14];
  12 | 	__s64 v_3 = honey_letters(*(const __u64 *)(comm_0 + 0)) + honey_letters(*(const __u64 *)(comm_0 + 8));
  12 | 	char text_5[32] __attribute__((aligned(8))) = "";
  12 | 	*(__u64 *)(text_5 + 0) = *(const __u64 *)(text_1 + 0);
  12 | 	*(__u64 *)(text_5 + 8) = *(const __u64 *)(text_1 + 8);
  12 | 	*(__u64 *)(text_5 + 16) = *(const __u64 *)(text_1 + 16);
  12 | 	*(__u64 *)(text_5 + 24) = 0;
  12 | 	struct honey_Name v_6 __attribute__((aligned(8))) = {};
  12 | 	__builtin_memcpy(&v_6.text, &*text_5, 24);
  12 | 	stored_u32 = 1;
  12 | 	bpf_map_update_elem(&names, &v_6, &stored_u32, 0);
  13 | 	char text_8[24] __attribute__((aligned(8))) = "";
  13 | 	*(__u64 *)((text_8 + 0) + 0) = *(const __u64 *)(comm_0 + 0);
  13 | 	(text_8 + 0)[8] = comm_0[8];
  13 | 	(text_8 + 0)[9] = comm_0[9];
  13 | 	(text_8 + 0)[10] = comm_0[10];
  13 | 	(text_8 + 0)[11] = comm_0[11];
  13 | 	(text_8 + 0)[12] = comm_0[12];
  13 | 	(text_8 + 0)[13] = comm_0[13];
  13 | 	(text_8 + 0)[14] = comm_0[14];
  13 | 	__s64 v_9 = honey_letters(*(const __u64 *)(comm_0 + 0)) + honey_letters(*(const __u64 *)(comm_0 + 8));
  13 | 	static const char text_10[8] __attribute__((aligned(8))) = "\057\060";
  13 | 	*(__u64 *)(text_8 + 0) = honey_forget(*(__u64 *)(text_8 + 0));
  13 | 	*(__u64 *)(text_8 + 8) = honey_forget(*(__u64 *)(text_8 + 8));
  13 | 	__u64 end_0 = v_9;
  13 | 	asm volatile("" : "+r"(end_0));
  13 | 	if (end_0 > 15)
  13 | 		end_0 = 15;
  13 | 	asm volatile("" : "+r"(end_0));
  13 | 	char *text_end_0 = text_8 + end_0;
  13 | 	asm volatile("" : "+r"(text_end_0) : : "memory");
  13 | 	text_end_0[0] = text_10[0];
  13 | 	text_end_0[1] = text_10[1];
  13 | 	char text_12[32] __attribute__((aligned(8))) = "";
  13 | 	*(__u64 *)(text_12 + 0) = *(const __u64 *)(text_8 + 0);
  13 | 	*(__u64 *)(text_12 + 8) = *(const __u64 *)(text_8 + 8);
  13 | 	*(__u64 *)(text_12 + 16) = *(const __u64 *)(text_8 + 16);
  13 | 	*(__u64 *)(text_12 + 24) = 0;
  13 | 	struct honey_Name v_13 __attribute__((aligned(8))) = {};
  13 | 	__builtin_memcpy(&v_13.text, &*text_12, 24);
  13 | 	stored_u32 = 2;
  13 | 	bpf_map_update_elem(&names, &v_13, &stored_u32, 0);
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static __u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
  13 | static inline __attribute__((always_inline)) int honey_keep_1(const char * text_0, char *result_0)
     | {
  13 | 	*(__u64 *)(result_0 + 0) = *(const __u64 *)(text_0 + 0);
  13 | 	*(__u64 *)(result_0 + 8) = *(const __u64 *)(text_0 + 8);
  13 | 	return 0;
     | }
   6 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   7 | 	char comm_0[16] __attribute__((aligned(8)));
   7 | 	bpf_get_current_comm(comm_0, 16);
   8 | 	__s64 v_1 = bpf_get_smp_processor_id();
   8 | 	char text_3[16] __attribute__((aligned(8))) = "";
   8 | 	__s64 name_4 = 0;
   8 | 	__s64 name_part_5 = 0;
   8 | 	if (1 < v_1) {
   8 | 		*(__u64 *)(text_3 + 0) = *(const __u64 *)(comm_0 + 0);
   8 | 		*(__u64 *)(text_3 + 8) = *(const __u64 *)(comm_0 + 8);
   8 | 		name_part_5 = 2;
     | 	} else {
   8 | 		name_4 = 1;
   8 | 		name_part_5 = 0;
     | 	}
   9 | 	char v_8[16] __attribute__((aligned(8)));
   9 | 	honey_keep_1(comm_0, v_8);
  10 | 	static const char text_9[8] __attribute__((aligned(8))) = "\142\145\141\155";
  10 | 	__s64 v_10 = *(const __u64 *)(comm_0 + 0) == *(const __u64 *)(text_9 + 0);
  10 | 	char text_11[16] __attribute__((aligned(8))) = "";
  10 | 	__s64 v_12 = 0;
  10 | 	__s64 v_13 = 0;
  10 | 	if (v_10) {
  10 | 		v_12 = 1;
  10 | 		v_13 = 0;
     | 	} else {
  10 | 		*(__u64 *)(text_11 + 0) = *(const __u64 *)(text_3 + 0);
  10 | 		*(__u64 *)(text_11 + 8) = *(const __u64 *)(text_3 + 8);
  10 | 		v_12 = name_4;
  10 | 		v_13 = name_part_5;
     | 	}
  10 | 	if (v_13 == 0) {
  10 | 		return v_12;
     | 	}
  10 | 	return 0;
     | }

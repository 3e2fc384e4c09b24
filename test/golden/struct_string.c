     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_probe_read_kernel_str)(void *buffer, __u32 size, const void *address) = (void *)115;
     | struct honey_Task {
     | 	char comm[16];
     | 	char label[5];
     | };
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	struct honey_Task *value;
     | 	int (*max_entries)[8u];
     | } tasks SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	char (*key)[16];
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | } names SEC(".maps");
     | struct trace_event_raw_sched_switch {
     | 	char next_comm[16];
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  11 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  14 | 	__u32 slot_u32_1 = 2;
  12 | 	__u32 slot_u32_0 = 1;
  12 | 	void *found_0 = bpf_map_lookup_elem(&tasks, &slot_u32_0);
  12 | 	struct honey_Task task_1 __attribute__((aligned(8))) = {};
  12 | 	if (found_0)
  12 | 		__builtin_memcpy(&task_1, __builtin_assume_aligned(found_0, 8), 21);
  13 | 	static const char text_3[8] __attribute__((aligned(8))) = "\141\142\143";
  13 | 	char text_4[8] __attribute__((aligned(8))) = "";
  13 | 	*(__u64 *)(text_4 + 0) = *(const __u64 *)(text_3 + 0);
  13 | 	struct honey_Task v_5 __attribute__((aligned(8))) = {};
  13 | 	bpf_get_current_comm(v_5.comm, 16);
  13 | 	__builtin_memcpy(&v_5.label, &*text_4, 5);
  13 | 	bpf_map_update_elem(&tasks, &slot_u32_0, &v_5, 0);
  14 | 	char next_comm_7[24] __attribute__((aligned(8))) = "";
  14 | 	bpf_probe_read_kernel_str(next_comm_7, 17, &((struct trace_event_raw_sched_switch *)ctx)->next_comm);
  14 | 	struct honey_Task v_8 __attribute__((aligned(8)));
  14 | 	__builtin_memcpy(&v_8, &task_1, 21);
  14 | 	__builtin_memcpy(&v_8.comm, &*next_comm_7, 16);
  14 | 	bpf_map_update_elem(&tasks, &slot_u32_1, &v_8, 0);
  15 | 	char comm_10[24] __attribute__((aligned(8))) = "";
  15 | 	__builtin_memcpy(&comm_10, &task_1.comm, 16);
  15 | 	bpf_map_update_elem(&names, &*comm_10, &slot_u32_0, 0);
  16 | 	char label_12[8] __attribute__((aligned(8))) = "";
  16 | 	__builtin_memcpy(&label_12, &task_1.label, 5);
  16 | 	static const char format_13[] = "%s";
  16 | 	bpf_trace_printk(format_13, sizeof(format_13), label_12);
  17 | 	char comm_14[24] __attribute__((aligned(8))) = "";
  17 | 	__builtin_memcpy(&comm_14, &task_1.comm, 16);
  17 | 	static const char text_15[16] __attribute__((aligned(8))) = "\142\145\141\155\056\163\155\160";
  17 | 	__s64 v_16 = *(const __u64 *)(comm_14 + 0) == *(const __u64 *)(text_15 + 0) && *(const __u64 *)(comm_14 + 8) == *(const __u64 *)(text_15 + 8);
  17 | 	__s64 v_17 = 0;
  17 | 	if (v_16) {
  17 | 		char label_19[8] __attribute__((aligned(8))) = "";
  17 | 		__builtin_memcpy(&label_19, &task_1.label, 5);
  17 | 		char comm_20[16] __attribute__((aligned(8)));
  17 | 		bpf_get_current_comm(comm_20, 16);
  17 | 		__s64 v_21 = *(const __u64 *)(label_19 + 0) == *(const __u64 *)(comm_20 + 0);
  17 | 		v_17 = !v_21;
     | 	} else {
  17 | 		v_17 = 0;
     | 	}
  17 | 	__s64 v_23 = 0;
  17 | 	if (v_17) {
  17 | 		v_23 = 1;
     | 	} else {
  17 | 		v_23 = 0;
     | 	}
  17 | 	return v_23;
     | }
  18 | #pragma clang attribute pop

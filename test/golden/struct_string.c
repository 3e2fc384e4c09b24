     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_probe_read_kernel)(void *to, __u32 size, const void *from) = (void *)113;
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
  13 | 	char comm_2[16];
  13 | 	bpf_get_current_comm(comm_2, 16);
  13 | 	char v_3[16] __attribute__((aligned(8))) = {};
  13 | 	__builtin_memcpy(v_3, comm_2, 16);
  13 | 	char v_4[8] __attribute__((aligned(8))) = {};
  13 | 	((__u64 *)v_4)[0] = 0x636261ull;
  13 | 	struct honey_Task v_5 __attribute__((aligned(8))) = {};
  13 | 	__builtin_memcpy(&v_5.comm, &v_3, 16);
  13 | 	__builtin_memcpy(&v_5.label, &v_4, 5);
  13 | 	bpf_map_update_elem(&tasks, &slot_u32_0, &v_5, 0);
  14 | 	char next_comm_7[17];
  14 | 	bpf_probe_read_kernel(next_comm_7, 16, &((struct trace_event_raw_sched_switch *)ctx)->next_comm);
  14 | 	next_comm_7[16] = 0;
  14 | 	char v_8[24] __attribute__((aligned(8))) = {};
  14 | 	__builtin_memcpy(v_8, next_comm_7, 17);
  14 | 	#pragma unroll
  14 | 	for (int i = 1; i < 17; i++)
  14 | 		v_8[i] = v_8[i - 1] ? v_8[i] : 0;
  14 | 	struct honey_Task v_9 __attribute__((aligned(8)));
  14 | 	__builtin_memcpy(&v_9, &task_1, 21);
  14 | 	__builtin_memcpy(&v_9.comm, &v_8, 16);
  14 | 	bpf_map_update_elem(&tasks, &slot_u32_1, &v_9, 0);
  15 | 	char comm_11[24] __attribute__((aligned(8))) = {};
  15 | 	__builtin_memcpy(&comm_11, &task_1.comm, 16);
  15 | 	bpf_map_update_elem(&names, &comm_11, &slot_u32_0, 0);
  16 | 	char label_13[8] __attribute__((aligned(8))) = {};
  16 | 	__builtin_memcpy(&label_13, &task_1.label, 5);
  16 | 	static const char format_14[] = "%s";
  16 | 	bpf_trace_printk(format_14, sizeof(format_14), label_13);
  17 | 	char comm_15[24] __attribute__((aligned(8))) = {};
  17 | 	__builtin_memcpy(&comm_15, &task_1.comm, 16);
  17 | 	char v_16[16] __attribute__((aligned(8))) = {};
  17 | 	((__u64 *)v_16)[0] = 0x706d732e6d616562ull;
  17 | 	__s64 same_17 = !((((__u64 *)comm_15)[0] ^ ((__u64 *)v_16)[0]) | (((__u64 *)comm_15)[1] ^ ((__u64 *)v_16)[1]) | (((__u64 *)comm_15)[2]));
  17 | 	__s64 v_18 = 0;
  17 | 	if (same_17) {
  17 | 		char label_20[8] __attribute__((aligned(8))) = {};
  17 | 		__builtin_memcpy(&label_20, &task_1.label, 5);
  17 | 		char comm_21[16];
  17 | 		bpf_get_current_comm(comm_21, 16);
  17 | 		char v_22[16] __attribute__((aligned(8))) = {};
  17 | 		__builtin_memcpy(v_22, comm_21, 16);
  17 | 		__s64 same_23 = !((((__u64 *)label_20)[0] ^ ((__u64 *)v_22)[0]) | (((__u64 *)v_22)[1]));
  17 | 		v_18 = !same_23;
     | 	} else {
  17 | 		v_18 = 0;
     | 	}
  17 | 	__s64 v_25 = 0;
  17 | 	if (v_18) {
  17 | 		v_25 = 1;
     | 	} else {
  17 | 		v_25 = 0;
     | 	}
  17 | 	return v_25;
     | }
  18 | #pragma clang attribute pop

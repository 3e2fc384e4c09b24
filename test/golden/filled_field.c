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
     | struct honey_Task {
     | 	__u32 pid;
     | 	char name[16];
     | };
     | struct honey_Longer {
     | 	__u32 pid;
     | 	char name[24];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Task *value;
     | 	int (*max_entries)[64u];
     | } tasks SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	struct honey_Longer *value;
     | 	int (*max_entries)[64u];
     | } longer SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  20 | static inline __attribute__((always_inline)) int honey_put_1(const void * task_0_at, __s64 *result_0, __s64 *result_1)
     | {
  20 | 	__s64 pid_1 = (*(struct honey_Task *)task_0_at).pid;
  20 | 	__u32 pid_u32_0 = pid_1;
  20 | 	__s64 status_2 = bpf_map_update_elem(&tasks, &pid_u32_0, &(*(struct honey_Task *)task_0_at), 0);
  20 | 	__s64 v_3 = 0;
  20 | 	__s64 v_4 = 0;
  20 | 	if (status_2 < 0) {
  20 | 		v_3 = 3;
  20 | 		v_4 = status_2;
     | 	} else {
  20 | 		v_3 = 1;
     | 	}
  20 | 	*result_0 = v_3;
  20 | 	*result_1 = v_4;
  20 | 	return 0;
     | }
  13 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  15 | 	__u32 slot_u32_0 = 2;
  14 | 	struct honey_Task v_1 __attribute__((aligned(8))) = {};
  14 | 	v_1.pid = 1;
  14 | 	bpf_get_current_comm(v_1.name, 16);
  14 | 	__s64 v_2;
  14 | 	__s64 v_3;
  14 | 	honey_put_1(&v_1, &v_2, &v_3);
  15 | 	char comm_4[16] __attribute__((aligned(8)));
  15 | 	bpf_get_current_comm(comm_4, 16);
  15 | 	char text_5[32] __attribute__((aligned(8))) = "";
  15 | 	*(__u64 *)(text_5 + 0) = *(const __u64 *)(comm_4 + 0);
  15 | 	*(__u64 *)(text_5 + 8) = *(const __u64 *)(comm_4 + 8);
  15 | 	*(__u64 *)(text_5 + 16) = 0;
  15 | 	*(__u64 *)(text_5 + 24) = 0;
  15 | 	struct honey_Longer v_6 __attribute__((aligned(8))) = {};
  15 | 	v_6.pid = 2;
  15 | 	__builtin_memcpy(&v_6.name, &*text_5, 24);
  15 | 	bpf_map_update_elem(&longer, &slot_u32_0, &v_6, 0);
  16 | 	char comm_8[16] __attribute__((aligned(8)));
  16 | 	bpf_get_current_comm(comm_8, 16);
  17 | 	__s64 v_9 = honey_letters(*(const __u64 *)(comm_8 + 0)) + honey_letters(*(const __u64 *)(comm_8 + 8));
  17 | 	struct honey_Task v_10 __attribute__((aligned(8))) = {};
  17 | 	v_10.pid = v_9;
  17 | 	__builtin_memcpy(&v_10.name, &*comm_8, 16);
  17 | 	__s64 v_11;
  17 | 	__s64 v_12;
  17 | 	honey_put_1(&v_10, &v_11, &v_12);
  17 | 	return 0;
     | }
  18 | #pragma clang attribute pop

     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_dynptr_read)(void *buffer, __u32 size, void *pointer, __u32 offset, __u64 flags) = (void *)201;
     | static long (*bpf_user_ringbuf_drain)(void *map, void *callback, void *state, __u64 flags) = (void *)209;
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | struct honey_Limit {
     | 	__u32 pid;
     | 	char name[9];
     | 	__u8 honey_gap_1[3];
     | 	__u64 bytes;
     | };
     | struct {
     | 	int (*type)[31];
     | 	int (*max_entries)[4096u];
     | } limits SEC(".maps");
     | struct {
     | 	int (*type)[31];
     | 	int (*max_entries)[4096u];
     | } numbers SEC(".maps");
     | struct {
     | 	int (*type)[31];
     | 	int (*max_entries)[4096u];
     | } names SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } bytes SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
     | struct honey_loop_0 {
     | 	__s64 left;
     | };
  16 | static long honey_turn_0(void *honey_record, struct honey_loop_0 *c)
     | {
  16 | 	__u64 stored_u64;
  16 | 	struct honey_Limit value_0 __attribute__((aligned(8))) = {};
  16 | 	if (bpf_dynptr_read(&value_0, 24, honey_record, 0, 0))
  16 | 		return 0;
     | 	{
  16 | 		char name_1[16] __attribute__((aligned(8))) = "";
  16 | 		__builtin_memcpy(&name_1, &value_0.name, 9);
  16 | 		__s64 matches_14 = 0;
     | 		{
  16 | 			__u64 v_2 = *(const __u8 *)(name_1 + 3);
  16 | 			if (v_2 == 0) {
  16 | 				goto out_2;
     | 			}
  16 | 			__u64 v_4 = *(const __u8 *)(name_1 + 4);
  16 | 			if (v_4 != 0) {
  16 | 				goto out_2;
     | 			}
  16 | 			__u64 v_6 = *(const __u8 *)(name_1 + 0);
  16 | 			if (v_6 != 101) {
  16 | 				goto out_2;
     | 			}
  16 | 			__u64 v_8 = *(const __u8 *)(name_1 + 1);
  16 | 			if (v_8 != 116) {
  16 | 				goto out_2;
     | 			}
  16 | 			__u64 v_10 = *(const __u8 *)(name_1 + 2);
  16 | 			if (v_10 != 104) {
  16 | 				goto out_2;
     | 			}
  16 | 			__u64 v_12 = *(const __u8 *)(name_1 + 3);
  16 | 			if (v_12 != 48) {
  16 | 				goto out_2;
     | 			}
  16 | 			matches_14 = 1;
     | 		}
     | 		out_2:;
  16 | 		if (matches_14) {
  17 | 			__s64 pid_15 = value_0.pid;
  17 | 			__u32 pid_u32_0 = pid_15;
  17 | 			__u64 bytes_16 = value_0.bytes;
  17 | 			stored_u64 = bytes_16;
  17 | 			bpf_map_update_elem(&bytes, &pid_u32_0, &stored_u64, 0);
  16 | 			goto out_1;
     | 		} else {
  16 | 			goto out_1;
     | 		}
     | 	}
     | 	out_1:;
  16 | 	return 0;
     | }
  17 | struct honey_loop_1 {
  18 | 	__s64 left;
  19 | };
  20 | static long honey_turn_1(void *honey_record, struct honey_loop_1 *c)
     | {
  20 | 	char value_18[24] __attribute__((aligned(8))) = "";
  20 | 	if (bpf_dynptr_read(value_18, 16, honey_record, 0, 0))
  20 | 		return 0;
     | 	{
  20 | 		static const char format_19[] = "%s";
  20 | 		bpf_trace_printk(format_19, sizeof(format_19), value_18);
  20 | 		goto out_4;
     | 	}
     | 	out_4:;
  20 | 	return 0;
     | }
  21 | struct honey_loop_2 {
  22 | 	__s64 next_20;
  23 | 	__s64 left;
  24 | };
  21 | static long honey_turn_2(void *honey_record, struct honey_loop_2 *c)
     | {
  21 | 	__s32 taken_22 = 0;
  21 | 	if (bpf_dynptr_read(&taken_22, 4, honey_record, 0, 0))
  21 | 		return 0;
  21 | 	__s64 value_22 = taken_22;
     | 	{
  21 | 		__s64 now_23 = honey_forget(c->next_20);
  21 | 		c->next_20 = value_22 + now_23;
  21 | 		goto out_6;
     | 	}
     | 	out_6:;
  21 | 	return 0;
     | }
  15 | SEC("raw_tracepoint/sys_enter") int program(void *ctx)
     | {
  15 | 	__u64 stored_u64;
     | 	{
  16 | 		struct honey_loop_0 loop_0 = {
  16 | 			.left = 0,
  16 | 		};
  16 | 		bpf_user_ringbuf_drain(&limits, honey_turn_0, &loop_0, 0);
     | 	}
     | 	{
  20 | 		struct honey_loop_1 loop_1 = {
  20 | 			.left = 0,
  20 | 		};
  20 | 		bpf_user_ringbuf_drain(&names, honey_turn_1, &loop_1, 0);
     | 	}
  21 | 	__s64 next_20 = 0;
  21 | 	next_20 = 0;
  21 | 	__s64 v_21 = 0;
     | 	{
  21 | 		struct honey_loop_2 loop_2 = {
  21 | 			.next_20 = next_20,
  21 | 			.left = 0,
  21 | 		};
  21 | 		bpf_user_ringbuf_drain(&numbers, honey_turn_2, &loop_2, 0);
  21 | 		next_20 = loop_2.next_20;
  21 | 		v_21 = next_20;
     | 	}
  21 | 	return v_21;
     | }
  22 | #pragma clang attribute pop

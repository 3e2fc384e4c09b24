     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static void *(*bpf_ringbuf_reserve)(void *map, __u32 size, __u64 flags) = (void *)131;
     | static void (*bpf_ringbuf_submit)(void *record, __u64 flags) = (void *)132;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | volatile __u64 honey_zero;
     | #define honey_forget(x) ((x) ^ honey_zero)
     | #define honey_before(digit) ( \
     | 	high = high << 8 | middle >> 56, \
     | 	middle = middle << 8 | low >> 56, \
     | 	low = low << 8 | (digit))
     | static inline __attribute__((always_inline, nodebug)) void honey_decimal(__u64 *words, __u32 count, __u64 number, __u32 is_signed)
     | {
     | 	__u32 is_negative = is_signed && (__s64)number < 0;
     | 	__u64 low = 0, middle = 0, high = 0, rest;
     |
     | 	if (is_negative)
     | 		number = -number;
     | 	for (__u32 at = 0; at < 20; at++) {
     | 		asm volatile("" : "+r"(at));
     | 		rest = number / 10;
     | 		honey_before('0' + (number - rest * 10));
     | 		number = rest;
     | 		if (!number)
     | 			break;
     | 	}
     | 	if (is_negative)
     | 		honey_before('-');
     | 	words[0] = honey_forget(low);
     | 	if (count > 1)
     | 		words[1] = honey_forget(middle);
     | 	if (count > 2)
     | 		words[2] = honey_forget(high);
     | }
     | struct honey_Event {
     | 	char text[48];
     | };
     | struct {
     | 	int (*type)[27];
     | 	int (*max_entries)[4096u];
     | } events SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[16u];
     | } counts SEC(".maps");
     | __u64 honey_lost[1];
     | struct trace_event_raw_sched_switch {
     | 	__s64 prev_state;
     | 	__s32 next_pid;
     | 	__s32 prev_pid;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  24 | static inline __attribute__((always_inline)) int honey_emit_1(const char * text_0, __s64 *result_0, __s64 *result_1)
     | {
  24 | 	char text_1[56] __attribute__((aligned(8))) = "";
  24 | 	*(__u64 *)(text_1 + 0) = *(const __u64 *)(text_0 + 0);
  24 | 	*(__u64 *)(text_1 + 8) = *(const __u64 *)(text_0 + 8);
  24 | 	*(__u64 *)(text_1 + 16) = 0;
  24 | 	*(__u64 *)(text_1 + 24) = 0;
  24 | 	*(__u64 *)(text_1 + 32) = 0;
  24 | 	*(__u64 *)(text_1 + 40) = 0;
  24 | 	*(__u64 *)(text_1 + 48) = 0;
  24 | 	__s64 status_2 = -28;
  24 | 	struct { __u64 type; struct honey_Event record; } *event_2 = bpf_ringbuf_reserve(&events, 56, 0);
  24 | 	if (event_2) {
  24 | 		event_2->type = 0;
  24 | 		__builtin_memcpy(&event_2->record.text, &*text_1, 48);
  24 | 		bpf_ringbuf_submit(event_2, 0);
  24 | 		status_2 = 0;
     | 	} else {
  24 | 		__sync_fetch_and_add(&honey_lost[0], 1);
     | 	}
  24 | 	__s64 v_3 = 0;
  24 | 	__s64 v_4 = 0;
  24 | 	if (status_2 < 0) {
  24 | 		v_3 = 3;
  24 | 		v_4 = status_2;
     | 	} else {
  24 | 		v_3 = 1;
     | 	}
  24 | 	*result_0 = v_3;
  24 | 	*result_1 = v_4;
  24 | 	return 0;
     | }
  24 | static inline __attribute__((always_inline)) int honey_emit_2(const char * text_0, __s64 *result_0, __s64 *result_1)
     | {
  24 | 	char text_1[56] __attribute__((aligned(8))) = "";
  24 | 	*(__u64 *)(text_1 + 0) = *(const __u64 *)(text_0 + 0);
  24 | 	*(__u64 *)(text_1 + 8) = *(const __u64 *)(text_0 + 8);
  24 | 	*(__u64 *)(text_1 + 16) = *(const __u64 *)(text_0 + 16);
  24 | 	*(__u64 *)(text_1 + 24) = *(const __u64 *)(text_0 + 24);
  24 | 	*(__u64 *)(text_1 + 32) = 0;
  24 | 	*(__u64 *)(text_1 + 40) = 0;
  24 | 	*(__u64 *)(text_1 + 48) = 0;
  24 | 	__s64 status_2 = -28;
  24 | 	struct { __u64 type; struct honey_Event record; } *event_2 = bpf_ringbuf_reserve(&events, 56, 0);
  24 | 	if (event_2) {
  24 | 		event_2->type = 0;
  24 | 		__builtin_memcpy(&event_2->record.text, &*text_1, 48);
  24 | 		bpf_ringbuf_submit(event_2, 0);
  24 | 		status_2 = 0;
     | 	} else {
  24 | 		__sync_fetch_and_add(&honey_lost[0], 1);
     | 	}
  24 | 	__s64 v_3 = 0;
  24 | 	__s64 v_4 = 0;
  24 | 	if (status_2 < 0) {
  24 | 		v_3 = 3;
  24 | 		v_4 = status_2;
     | 	} else {
  24 | 		v_3 = 1;
     | 	}
  24 | 	*result_0 = v_3;
  24 | 	*result_1 = v_4;
  24 | 	return 0;
     | }
  24 | static inline __attribute__((always_inline)) int honey_emit_3(const char * text_0, __s64 *result_0, __s64 *result_1)
     | {
  24 | 	char text_1[56] __attribute__((aligned(8))) = "";
  24 | 	*(__u64 *)(text_1 + 0) = *(const __u64 *)(text_0 + 0);
  24 | 	*(__u64 *)(text_1 + 8) = 0;
  24 | 	*(__u64 *)(text_1 + 16) = 0;
  24 | 	*(__u64 *)(text_1 + 24) = 0;
  24 | 	*(__u64 *)(text_1 + 32) = 0;
  24 | 	*(__u64 *)(text_1 + 40) = 0;
  24 | 	*(__u64 *)(text_1 + 48) = 0;
  24 | 	__s64 status_2 = -28;
  24 | 	struct { __u64 type; struct honey_Event record; } *event_2 = bpf_ringbuf_reserve(&events, 56, 0);
  24 | 	if (event_2) {
  24 | 		event_2->type = 0;
  24 | 		__builtin_memcpy(&event_2->record.text, &*text_1, 48);
  24 | 		bpf_ringbuf_submit(event_2, 0);
  24 | 		status_2 = 0;
     | 	} else {
  24 | 		__sync_fetch_and_add(&honey_lost[0], 1);
     | 	}
  24 | 	__s64 v_3 = 0;
  24 | 	__s64 v_4 = 0;
  24 | 	if (status_2 < 0) {
  24 | 		v_3 = 3;
  24 | 		v_4 = status_2;
     | 	} else {
  24 | 		v_3 = 1;
     | 	}
  24 | 	*result_0 = v_3;
  24 | 	*result_1 = v_4;
  24 | 	return 0;
     | }
  12 | SEC("tracepoint/sched/sched_switch") int program(void *ctx)
     | {
  13 | 	__u32 slot_u32_0 = 1;
  13 | 	__u64 *found_0 = bpf_map_lookup_elem(&counts, &slot_u32_0);
  13 | 	__u64 count_1 = 2;
  13 | 	__s64 count_part_2 = !found_0;
  13 | 	if (found_0) {
  13 | 		__u64 v_3 = *found_0;
  13 | 		count_1 = v_3;
     | 	}
  14 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  14 | 	__s64 prev_state_4 = ((struct trace_event_raw_sched_switch *)ctx)->prev_state;
  14 | 	asm volatile("" : : "i"(1));
  14 | 	__s64 state_6 = 0;
  14 | 	if (prev_state_4 == 0) {
  14 | 		state_6 = 7;
     | 	} else {
  14 | 		state_6 = 6;
     | 	}
  16 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  16 | 	__s64 next_pid_9 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  16 | 	asm volatile("" : : "i"(3));
  16 | 	char text_10[16] __attribute__((aligned(8)));
  16 | 	honey_decimal((__u64 *)text_10, 2, next_pid_9, 1);
  16 | 	__s64 v_11;
  16 | 	__s64 v_12;
  16 | 	honey_emit_1(text_10, &v_11, &v_12);
  17 | 	asm volatile("" : "+r"(ctx) : "i"(4));
  17 | 	__s64 next_pid_13 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  17 | 	asm volatile("" : : "i"(5));
  17 | 	char text_14[16] __attribute__((aligned(8)));
  17 | 	honey_decimal((__u64 *)text_14, 2, next_pid_13, 1);
  17 | 	char text_15[8] __attribute__((aligned(8))) = "";
  17 | 	if (state_6 == 6) {
  17 | 		static const char text_17[8] __attribute__((aligned(8))) = "\167\141\151\164\151\156\147";
  17 | 		*(__u64 *)(text_15 + 0) = *(const __u64 *)(text_17 + 0);
     | 	}
  17 | 	if (state_6 == 7) {
  17 | 		static const char text_19[8] __attribute__((aligned(8))) = "\162\165\156\156\151\156\147";
  17 | 		*(__u64 *)(text_15 + 0) = *(const __u64 *)(text_19 + 0);
     | 	}
  17 | 	char text_20[32] __attribute__((aligned(8))) = "";
  17 | 	static const char text_21[8] __attribute__((aligned(8))) = "\160\151\144\040";
  17 | 	(text_20 + 0)[0] = text_21[0];
  17 | 	(text_20 + 0)[1] = text_21[1];
  17 | 	(text_20 + 0)[2] = text_21[2];
  17 | 	(text_20 + 0)[3] = text_21[3];
  17 | 	text_20[4] = text_14[0];
  17 | 	text_20[5] = text_14[1];
  17 | 	text_20[6] = text_14[2];
  17 | 	text_20[7] = text_14[3];
  17 | 	text_20[8] = text_14[4];
  17 | 	text_20[9] = text_14[5];
  17 | 	text_20[10] = text_14[6];
  17 | 	text_20[11] = text_14[7];
  17 | 	text_20[12] = text_14[8];
  17 | 	text_20[13] = text_14[9];
  17 | 	text_20[14] = text_14[10];
  17 | 	__s64 v_22 = honey_letters(*(const __u64 *)(text_14 + 0)) + honey_letters(*(const __u64 *)(text_14 + 8));
  17 | 	__s64 v_23 = 4 + v_22;
  17 | 	static const char text_24[8] __attribute__((aligned(8))) = "\040\167\141\163\040";
  17 | 	*(__u64 *)(text_20 + 0) = honey_forget(*(__u64 *)(text_20 + 0));
  17 | 	*(__u64 *)(text_20 + 8) = honey_forget(*(__u64 *)(text_20 + 8));
  17 | 	__u64 end_6 = v_23;
  17 | 	asm volatile("" : "+r"(end_6));
  17 | 	if (end_6 > 22)
  17 | 		end_6 = 22;
  17 | 	asm volatile("" : "+r"(end_6));
  17 | 	char *text_end_6 = text_20 + end_6;
  17 | 	asm volatile("" : "+r"(text_end_6) : : "memory");
  17 | 	text_end_6[0] = text_24[0];
  17 | 	text_end_6[1] = text_24[1];
  17 | 	text_end_6[2] = text_24[2];
  17 | 	text_end_6[3] = text_24[3];
  17 | 	text_end_6[4] = text_24[4];
  17 | 	__s64 v_25 = v_23 + 5;
  17 | 	__u64 end_7 = v_25;
  17 | 	asm volatile("" : "+r"(end_7));
  17 | 	if (end_7 > 20)
  17 | 		end_7 = 20;
  17 | 	asm volatile("" : "+r"(end_7));
  17 | 	char *text_end_7 = text_20 + end_7;
  17 | 	asm volatile("" : "+r"(text_end_7) : : "memory");
  17 | 	text_end_7[0] = text_15[0];
  17 | 	text_end_7[1] = text_15[1];
  17 | 	text_end_7[2] = text_15[2];
  17 | 	text_end_7[3] = text_15[3];
  17 | 	text_end_7[4] = text_15[4];
  17 | 	text_end_7[5] = text_15[5];
  17 | 	text_end_7[6] = text_15[6];
  17 | 	__s64 v_26 = honey_letters(*(const __u64 *)(text_15 + 0));
  17 | 	__s64 v_28;
  17 | 	__s64 v_29;
  17 | 	honey_emit_2(text_20, &v_28, &v_29);
  18 | 	char text_30[24] __attribute__((aligned(8))) = "";
  18 | 	asm volatile("" : : "i"(8));
  18 | 	if (!count_part_2) {
  18 | 		char text_32[24] __attribute__((aligned(8)));
  18 | 		honey_decimal((__u64 *)text_32, 3, count_1, 0);
  18 | 		*(__u64 *)(text_30 + 0) = *(const __u64 *)(text_32 + 0);
  18 | 		*(__u64 *)(text_30 + 8) = *(const __u64 *)(text_32 + 8);
  18 | 		*(__u64 *)(text_30 + 16) = *(const __u64 *)(text_32 + 16);
     | 	}
  18 | 	asm volatile("" : : "i"(9));
  18 | 	if (count_part_2) {
  18 | 		if (2 == 2) {
  18 | 			static const char text_34[8] __attribute__((aligned(8))) = "";
  18 | 			*(__u64 *)(text_30 + 0) = *(const __u64 *)(text_34 + 0);
  18 | 			*(__u64 *)(text_30 + 8) = 0;
  18 | 			*(__u64 *)(text_30 + 16) = 0;
     | 		}
     | 	}
  18 | 	char text_35[32] __attribute__((aligned(8))) = "";
  18 | 	static const char text_36[8] __attribute__((aligned(8))) = "\143\157\165\156\164\072\040";
  18 | 	(text_35 + 0)[0] = text_36[0];
  18 | 	(text_35 + 0)[1] = text_36[1];
  18 | 	(text_35 + 0)[2] = text_36[2];
  18 | 	(text_35 + 0)[3] = text_36[3];
  18 | 	(text_35 + 0)[4] = text_36[4];
  18 | 	(text_35 + 0)[5] = text_36[5];
  18 | 	(text_35 + 0)[6] = text_36[6];
  18 | 	text_35[7] = text_30[0];
  18 | 	text_35[8] = text_30[1];
  18 | 	text_35[9] = text_30[2];
  18 | 	text_35[10] = text_30[3];
  18 | 	text_35[11] = text_30[4];
  18 | 	text_35[12] = text_30[5];
  18 | 	text_35[13] = text_30[6];
  18 | 	text_35[14] = text_30[7];
  18 | 	text_35[15] = text_30[8];
  18 | 	text_35[16] = text_30[9];
  18 | 	text_35[17] = text_30[10];
  18 | 	text_35[18] = text_30[11];
  18 | 	text_35[19] = text_30[12];
  18 | 	text_35[20] = text_30[13];
  18 | 	text_35[21] = text_30[14];
  18 | 	text_35[22] = text_30[15];
  18 | 	text_35[23] = text_30[16];
  18 | 	text_35[24] = text_30[17];
  18 | 	text_35[25] = text_30[18];
  18 | 	text_35[26] = text_30[19];
  18 | 	__s64 v_37 = honey_letters(*(const __u64 *)(text_30 + 0)) + honey_letters(*(const __u64 *)(text_30 + 8)) + honey_letters(*(const __u64 *)(text_30 + 16));
  18 | 	__s64 v_39;
  18 | 	__s64 v_40;
  18 | 	honey_emit_2(text_35, &v_39, &v_40);
  19 | 	asm volatile("" : "+r"(ctx) : "i"(10));
  19 | 	__s64 prev_pid_41 = ((struct trace_event_raw_sched_switch *)ctx)->prev_pid;
  19 | 	asm volatile("" : : "i"(11));
  19 | 	asm volatile("" : "+r"(ctx) : "i"(12));
  19 | 	__s64 next_pid_42 = ((struct trace_event_raw_sched_switch *)ctx)->next_pid;
  19 | 	asm volatile("" : : "i"(13));
  19 | 	char text_44[16] __attribute__((aligned(8)));
  19 | 	honey_decimal((__u64 *)text_44, 2, (prev_pid_41 - next_pid_42), 1);
  19 | 	__s64 v_45;
  19 | 	__s64 v_46;
  19 | 	honey_emit_1(text_44, &v_45, &v_46);
  20 | 	char text_47[8] __attribute__((aligned(8))) = "";
  20 | 	if (state_6 == 6) {
  20 | 		static const char text_49[8] __attribute__((aligned(8))) = "\167\141\151\164\151\156\147";
  20 | 		*(__u64 *)(text_47 + 0) = *(const __u64 *)(text_49 + 0);
     | 	}
  20 | 	if (state_6 == 7) {
  20 | 		static const char text_51[8] __attribute__((aligned(8))) = "\162\165\156\156\151\156\147";
  20 | 		*(__u64 *)(text_47 + 0) = *(const __u64 *)(text_51 + 0);
     | 	}
  20 | 	__s64 v_52;
  20 | 	__s64 v_53;
  20 | 	honey_emit_3(text_47, &v_52, &v_53);
  20 | 	return 0;
     | }
  21 | #pragma clang attribute pop

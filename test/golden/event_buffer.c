     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | static long (*bpf_perf_event_output)(void *ctx, void *map, __u64 flags, const void *data, __u32 size) = (void *)25;
     | static inline __attribute__((always_inline, nodebug)) __s64 honey_letters(__u64 word)
     | {
     | 	__u64 low = 0x7f7f7f7f7f7f7f7full;
     |
     | 	word = ((((word & low) + low) | word) & ~low) >> 7;
     | 	return word * 0x0101010101010101ull >> 56;
     | }
     | #define honey_turns(at, size, piece) \
     | 	for (__u64 at = 0; at < (size) / (piece) * (piece); at += (piece)) \
     | 		if (({ asm volatile("" : "+r"(at)); 1; }))
     | #define honey_copy(unit, to, from, size) ({ \
     | 	char *copy_to = (char *)(to); \
     | 	const char *copy_from = (const char *)(from); \
     | 	honey_turns(copy_at, size, 64) \
     | 		__builtin_memcpy(__builtin_assume_aligned(copy_to + copy_at, sizeof(unit)), \
     | 			__builtin_assume_aligned(copy_from + copy_at, sizeof(unit)), 64); \
     | 	__builtin_memcpy( \
     | 		__builtin_assume_aligned(copy_to + (size) / 64 * 64, sizeof(unit)), \
     | 		__builtin_assume_aligned(copy_from + (size) / 64 * 64, sizeof(unit)), \
     | 		(size) % 64); })
     | #define honey_clear(unit, to, size) ({ \
     | 	char *clear_to = (char *)(to); \
     | 	honey_turns(clear_at, size, 64) \
     | 		__builtin_memset(__builtin_assume_aligned(clear_to + clear_at, sizeof(unit)), \
     | 			0, 64); \
     | 	__builtin_memset( \
     | 		__builtin_assume_aligned(clear_to + (size) / 64 * 64, sizeof(unit)), \
     | 		0, (size) % 64); })
     | #define honey_differences(unit, a, b, size) ({ \
     | 	const char *one = (const char *)(a), *other = (const char *)(b); \
     | 	__u64 differences = 0; \
     | 	honey_turns(pair_at, size, 4 * sizeof(unit)) \
     | 		for (__u32 n = 0; n < 4 * sizeof(unit); n += sizeof(unit)) \
     | 			differences |= *(const unit *)(one + pair_at + n) ^ \
     | 				       *(const unit *)(other + pair_at + n); \
     | 	for (__u32 n = (size) / (4 * sizeof(unit)) * 4; n < (size) / sizeof(unit); n++) \
     | 		differences |= ((const unit *)one)[n] ^ ((const unit *)other)[n]; \
     | 	for (__u32 n = (size) / sizeof(unit) * sizeof(unit); n < (size); n++) \
     | 		differences |= (__u8)(one[n] ^ other[n]); \
     | 	differences; })
     | static inline __attribute__((always_inline, nodebug)) __u64 honey_length(const char *text, __u64 size)
     | {
     | 	__u64 length = 0;
     |
     | 	for (__u64 at = 0; at < size; at += 8) {
     | 		asm volatile("" : "+r"(at));
     | 		length += honey_letters(*(const __u64 *)(text + at));
     | 	}
     | 	return length;
     | }
     | struct honey_Exec {
     | 	__u32 pid;
     | 	char comm[16];
     | };
     | struct honey_Exit {
     | 	__u32 pid;
     | 	__s32 code;
     | 	__u8 small;
     | 	__u8 honey_gap_2[3];
     | };
     | struct honey_Path {
     | 	__u32 pid;
     | 	char path[300];
     | };
     | struct honey_event_events_0 {
     | 	__u64 type;
     | 	struct honey_Exec record;
     | 	__u8 honey_gap_1[4];
     | };
     | struct honey_event_events_1 {
     | 	__u64 type;
     | 	struct honey_Exit record;
     | 	__u8 honey_gap_1[4];
     | };
     | struct honey_event_paths_0 {
     | 	__u64 type;
     | 	struct honey_Path record;
     | };
     | struct {
     | 	int (*type)[4];
     | 	__u32 *key;
     | 	__u32 *value;
     | } events SEC(".maps");
     | struct {
     | 	int (*type)[4];
     | 	__u32 *key;
     | 	__u32 *value;
     | } paths SEC(".maps");
     | __u64 honey_lost[3];
     | struct trace_event_raw_sched_process_exec {
     | 	__s32 pid;
     | 	__s32 old_pid;
     | } __attribute__((preserve_access_index));
     | struct honey_scratch {
     | 	__u64 claims;
     | 	union {
     | 		struct {
     | 			char text_0[304] __attribute__((aligned(8)));
     | 			struct honey_event_paths_0 data_1 __attribute__((aligned(8)));
     | 		} honey_emit_path_1;
     | 	};
     | };
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	struct honey_scratch *value;
     | 	int (*max_entries)[4];
     | } honey_scratch SEC(".maps");
     | static inline __attribute__((always_inline, nodebug)) struct honey_scratch *
     | honey_claim(__u32 first, __u32 end)
     | {
     | #pragma clang loop unroll(disable)
     | 	for (__u32 i = first; i < end; i++) {
     | 		__u32 key = i;
     | 		struct honey_scratch *scratch = bpf_map_lookup_elem(&honey_scratch, &key);
     |
     | 		if (!scratch)
     | 			return 0;
     | 		__sync_fetch_and_add(&scratch->claims, 1);
     | 		if (*(volatile __u64 *)&scratch->claims == 1)
     | 			return scratch;
     | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	}
     | 	return 0;
     | }
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  23 | static inline __attribute__((always_inline)) __s64 honey_emit_path_1(void *ctx, __s64 pid_0, const char * path_1, struct honey_scratch *scratch)
     | {
  24 | 	honey_clear(__u64, scratch->honey_emit_path_1.text_0 + 0, 304);
  24 | 	*(__u64 *)(scratch->honey_emit_path_1.text_0 + 0) = *(const __u64 *)(path_1 + 0);
  24 | 	honey_clear(__u64, scratch->honey_emit_path_1.text_0 + 8, 296);
  24 | 	__builtin_memset(&scratch->honey_emit_path_1.data_1, 0, 312);
  24 | 	scratch->honey_emit_path_1.data_1.type = 0;
  24 | 	scratch->honey_emit_path_1.data_1.record.pid = pid_0;
  24 | 	__builtin_memcpy((char *)&scratch->honey_emit_path_1.data_1.record.path + 0, (char *)&*scratch->honey_emit_path_1.text_0 + 0, 128);
  24 | 	__builtin_memcpy((char *)&scratch->honey_emit_path_1.data_1.record.path + 128, (char *)&*scratch->honey_emit_path_1.text_0 + 128, 128);
  24 | 	__builtin_memcpy((char *)&scratch->honey_emit_path_1.data_1.record.path + 256, (char *)&*scratch->honey_emit_path_1.text_0 + 256, 44);
  24 | 	__s64 status_4 = bpf_perf_event_output(ctx, &paths, 4294967295u, &scratch->honey_emit_path_1.data_1, 312);
  24 | 	if (status_4)
  24 | 		__sync_fetch_and_add(&honey_lost[2], 1);
  24 | 	__s64 v_5 = 0;
  24 | 	__s64 v_6 = 0;
  24 | 	if (status_4 < 0) {
  24 | 		v_5 = 3;
  24 | 		v_6 = status_4;
     | 	} else {
  24 | 		v_5 = 1;
     | 	}
  24 | 	__s64 v_8 = 0;
  24 | 	if (v_5 == 1) {
  24 | 		v_8 = 0;
     | 	} else {
  24 | 		v_8 = 1;
     | 	}
  26 | 	return v_8;
     | }
  13 | static inline __attribute__((always_inline)) int honey_run_on_exec(void *ctx, struct honey_scratch *scratch)
     | {
  14 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  14 | 	__s64 pid_0 = ((struct trace_event_raw_sched_process_exec *)ctx)->pid;
  14 | 	asm volatile("" : : "i"(1));
  14 | 	struct honey_event_events_0 event__2 __attribute__((aligned(8))) = {};
  14 | 	event__2.type = 0;
  14 | 	event__2.record.pid = pid_0;
  14 | 	bpf_get_current_comm(event__2.record.comm, 16);
  14 | 	if (bpf_perf_event_output(ctx, &events, 4294967295u, &event__2, 28))
  14 | 		__sync_fetch_and_add(&honey_lost[0], 1);
  15 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  15 | 	__s64 pid_4 = ((struct trace_event_raw_sched_process_exec *)ctx)->pid;
  15 | 	asm volatile("" : : "i"(3));
  15 | 	struct honey_Exit event__5 __attribute__((aligned(8))) = {};
  15 | 	event__5.pid = pid_4;
  15 | 	event__5.code = (-1);
  16 | 	struct honey_event_events_1 event__6 __attribute__((aligned(8))) = {};
  16 | 	event__6.type = 1;
  16 | 	__builtin_memcpy(&event__6.record, &event__5, 12);
  16 | 	if (bpf_perf_event_output(ctx, &events, 4294967295u, &event__6, 20))
  16 | 		__sync_fetch_and_add(&honey_lost[1], 1);
  17 | 	asm volatile("" : "+r"(ctx) : "i"(4));
  17 | 	__s64 old_pid_8 = ((struct trace_event_raw_sched_process_exec *)ctx)->old_pid;
  17 | 	asm volatile("" : : "i"(5));
  17 | 	struct honey_event_events_1 event__9 __attribute__((aligned(8))) = {};
  17 | 	event__9.type = 1;
  17 | 	__builtin_memcpy(&event__9.record, &event__5, 12);
  17 | 	event__9.record.code = old_pid_8;
  17 | 	if (bpf_perf_event_output(ctx, &events, 4294967295u, &event__9, 20))
  17 | 		__sync_fetch_and_add(&honey_lost[1], 1);
  18 | 	asm volatile("" : "+r"(ctx) : "i"(6));
  18 | 	__s64 pid_11 = ((struct trace_event_raw_sched_process_exec *)ctx)->pid;
  18 | 	asm volatile("" : : "i"(7));
  18 | 	static const char text_12[8] __attribute__((aligned(8))) = "\057\142\151\156\057\154\163";
  18 | 	honey_emit_path_1(ctx, pid_11, text_12, scratch);
  18 | 	return 0;
     | }
  13 | SEC("tracepoint/sched/sched_process_exec") int on_exec(void *ctx)
     | {
  13 | 	struct honey_scratch *scratch = honey_claim(0, 4);
  13 | 	int left_with = 0;
  13 | 	if (scratch) {
  13 | 		left_with = honey_run_on_exec(ctx, scratch);
  13 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
  13 | 		honey_raise(0);
     | 	}
  13 | 	return left_with;
     | }
  14 | #pragma clang attribute pop

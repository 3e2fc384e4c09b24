     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) __attribute__((const)) = (void *)8;
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
     | #define honey_index(i, count) ({ __u64 index = (i); asm("" : "+r"(index)); if (index >= count) index = 0; asm("" : "+r"(index)); index; })
     | struct honey_Page {
     | 	__u64 number;
     | 	__u64 words[100];
     | 	char name[250];
     | 	__u8 last;
     | 	__u8 honey_gap_3[5];
     | };
     | struct {
     | 	int (*type)[1];
     | 	__u64 *key;
     | 	struct honey_Page *value;
     | 	int (*max_entries)[4u];
     | } pages SEC(".maps");
     | struct honey_scratch {
     | 	__u64 claims;
     | 	union {
     | 		struct {
     | 			struct honey_Page data_0 __attribute__((aligned(8)));
     | 			struct honey_Page data_1 __attribute__((aligned(8)));
     | 			struct { __u64 items[100]; } data_2 __attribute__((aligned(8)));
     | 		} program;
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
  11 | static inline __attribute__((always_inline)) int honey_run_program(void *ctx, struct honey_scratch *scratch)
     | {
  12 | 	__s64 cpu_0 = bpf_get_smp_processor_id();
  12 | 	__u64 cpu_u64_0 = cpu_0;
  13 | 	void *found_1 = bpf_map_lookup_elem(&pages, &cpu_u64_0);
  13 | 	if (found_1)
  13 | 		honey_copy(__u64, &scratch->program.data_0, __builtin_assume_aligned(found_1, 8), 1064);
  13 | 	else
  13 | 		honey_clear(__u64, &scratch->program.data_0, 1064);
  13 | 	if (!(!found_1)) {
  13 | 		honey_copy(__u64, &scratch->program.data_1, &scratch->program.data_0, 1064);
     | 	} else {
  13 | 		honey_clear(__u64, &scratch->program.data_0, 1064);
  13 | 		scratch->program.data_0.number = cpu_0;
  13 | 		honey_copy(__u64, &scratch->program.data_1, &scratch->program.data_0, 1064);
     | 	}
  14 | 	honey_copy(__u64, &scratch->program.data_2, &scratch->program.data_1.words, 800);
  14 | 	__u64 v_12 = 0;
  14 | 	__s64 v_13 = 0;
  14 | 	v_12 = 2;
  14 | 	v_13 = 1;
  14 | 	if ((0 <= cpu_0) && (cpu_0 < 100)) {
  14 | 		__u64 v_14 = scratch->program.data_2.items[honey_index(cpu_0, 100)];
  14 | 		v_12 = v_14;
  14 | 		v_13 = 0;
     | 	}
  14 | 	__u64 word_15 = 0;
  14 | 	if (v_13 != 1) {
  14 | 		word_15 = v_12;
     | 	} else {
  14 | 		word_15 = 0;
     | 	}
  15 | 	__u64 number_18 = scratch->program.data_1.number;
  15 | 	honey_copy(__u64, &scratch->program.data_0, &scratch->program.data_1, 1064);
  15 | 	scratch->program.data_0.number = (number_18 + word_15);
  16 | 	__u64 differences_1 = 0;
  16 | 	differences_1 |= honey_differences(__u64, (const char *)&scratch->program.data_0 + 0, (const char *)&scratch->program.data_1 + 0, 1059);
  16 | 	__s64 same_21 = !(differences_1);
  16 | 	__s64 v_22 = 0;
  16 | 	__s64 v_23 = 0;
  16 | 	__s64 v_24 = 0;
  16 | 	if (same_21) {
  16 | 		v_22 = 2;
  16 | 		v_23 = 1;
     | 	} else {
  16 | 		__s64 status_26 = bpf_map_update_elem(&pages, &cpu_u64_0, &scratch->program.data_0, 0);
  16 | 		__s64 v_27 = 0;
  16 | 		__s64 v_28 = 0;
  16 | 		if (status_26 < 0) {
  16 | 			v_27 = 3;
  16 | 			v_28 = status_26;
     | 		} else {
  16 | 			v_27 = 1;
     | 		}
  16 | 		v_22 = 3;
  16 | 		v_23 = v_27;
  16 | 		v_24 = v_28;
     | 	}
  16 | 	return 0;
     | }
  11 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  11 | 	struct honey_scratch *scratch = honey_claim(0, 4);
  11 | 	int left_with = 0;
  11 | 	if (scratch) {
  11 | 		left_with = honey_run_program(ctx, scratch);
  11 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
  11 | 		honey_raise(0);
     | 	}
  11 | 	return left_with;
     | }
  12 | #pragma clang attribute pop
